import { Button, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { page, type Shipment, type Workflow, type WorkflowRun } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { type MessageKey, t, tMaybe } from '../../i18n';
import {
  type Breakdown,
  type Count,
  dayBefore,
  type Exceptions,
  type Figures,
  searchOf,
  type Series,
  useAnalytics,
} from '../../lib/analytics';
import { calendarDay, number, percent } from '../../lib/format';
import { useCarrierName } from '../../lib/reference';
import { LATE_OR_AT_RISK, UNDER_WAY, usePredictions } from '../../lib/predictions';
import { type Search, textOf, toQuery } from '../../lib/search';
import { LineChart } from '../../ui/chart';
import { Page, Panel } from '../../ui/page';
import { Arrival } from '../../ui/arrival';
import { DataTable, Loaded } from '../../ui/loaded';
import { Failure } from '../../ui/states';
import { StatusBadge } from '../../ui/status';
import { Time } from '../../ui/time';
import { GroupTable } from '../analytics/group-table';
import { customerOf } from '../shipments/columns';
import { FirstSteps } from './first-steps';
import classes from './overview.module.css';

/** The day at a glance: each number leads to exactly the shipments that it counts. */
export function Overview() {
  const { workspace } = useWorkspace();
  return (
    <Page title={t('nav.overview')}>
      {workspace.shipmentsCount === 0 && <FirstSteps />}
      <Today />
      <Panel title={t('overview.attention')} flush>
        <Attention />
      </Panel>
      <Performance />
      <Panel title={t('overview.series')}>
        <Flow />
      </Panel>
      <div className={classes.halves}>
        <Panel title={t('overview.carriers')} flush>
          <Comparison by="originCarrier" />
        </Panel>
        <Panel title={t('overview.lanes')} flush>
          <Comparison by="lane" />
        </Panel>
      </div>
      <WebhookHealth />
    </Page>
  );
}

type Tone = 'waiting' | 'moving' | 'attention' | 'ended';

function Today() {
  const now = useAnalytics<Figures>('summary', {});
  const today = useAnalytics<Figures>('summary', {
    date: 'deliveredAt',
    from: dayBefore(0),
    to: dayBefore(0),
  });
  const exceptions = useAnalytics<Exceptions>('exceptions', {});
  const atRisk = useAtRisk(exceptions.data);
  // what was read before stays: a failed refresh does not take it away
  const failed = [now, today, exceptions, atRisk].filter(({ data, error }) => error && data === undefined);
  if (failed[0])
    return (
      <Failure error={failed[0].error} onRetry={() => failed.forEach(({ refetch }) => void refetch())} />
    );
  const tiles: readonly (readonly [MessageKey, Tone, Count | undefined])[] = [
    ['overview.deliveredToday', 'ended', today.data?.delivered],
    ['overview.onTheWay', 'moving', now.data?.inTransit],
    ['overview.late', 'attention', exceptions.data?.late],
    ['overview.atRisk', 'attention', atRisk.data],
    ['overview.stuck', 'attention', exceptions.data?.stuck],
    ['overview.exceptions', 'attention', now.data?.exception],
    ['overview.returned', 'attention', exceptions.data?.returned],
    ['overview.waiting', 'waiting', now.data?.pending],
  ];
  return (
    <div className={classes.tiles}>
      {tiles.map(([label, tone, count]) => (
        <Tile key={label} label={t(label)} tone={tone} count={count} />
      ))}
    </div>
  );
}

/** What is not late yet and likely to be: `late` counts what is, and the two have none in common. */
function useAtRisk(exceptions: Exceptions | undefined) {
  const { iri } = useWorkspace();
  const begins = exceptions && textOf(searchOf(exceptions.late), 'expectedDeliveryDate[strictly_before]');
  const search: Search = {
    'trackingStatus[]': UNDER_WAY,
    'onTime[]': ['late', 'at_risk'],
    'expectedDeliveryDate[after]': begins ?? '',
  };
  const shipments = `${iri}/shipments?${toQuery(search)}`;
  return useQuery<Count>({
    queryKey: ['at-risk', shipments],
    enabled: begins !== undefined,
    queryFn: async ({ signal }) => {
      const { total } = await page<Shipment>(`${shipments}&itemsPerPage=1`, signal);
      return { value: total, shipments };
    },
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}

function Tile({
  label,
  tone,
  count,
}: {
  readonly label: string;
  readonly tone: Tone;
  readonly count: Count | undefined;
}) {
  const { id } = useWorkspace();
  const figure = (
    <>
      <span className={classes.label}>{label}</span>
      <span className={classes.figure}>
        {count ? number(count.value) : <Skeleton width={60} height={26} />}
      </span>
    </>
  );
  if (!count)
    return (
      <div className={classes.tile} data-group={tone} aria-busy>
        {figure}
      </div>
    );
  return (
    <Link
      className={classes.tile}
      data-group={tone}
      to="/w/$workspace/shipments"
      params={{ workspace: id }}
      search={searchOf(count)}
    >
      {figure}
    </Link>
  );
}

/** Days that figures are compared over. */
const SPAN = 30;

/** How well the last 30 days went, and whether better than the 30 before. */
function Performance() {
  const period = (from: number, to: number) => ({
    date: 'deliveredAt',
    from: dayBefore(from),
    to: dayBefore(to),
  });
  const query = useAnalytics<Figures>('summary', period(SPAN - 1, 0));
  const now = query.data;
  const before = useAnalytics<Figures>('summary', period(2 * SPAN - 1, SPAN)).data;
  if (query.error && !now)
    return (
      <Panel title={t('overview.performance')}>
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      </Panel>
    );
  const rates = [
    {
      label: 'figures.onTimeRate',
      value: now?.punctuality.onTimeRate.value,
      before: before?.punctuality.onTimeRate.value,
      isShare: true,
      isBetterHigh: true,
    },
    {
      label: 'figures.transitTime',
      value: now?.transitTime.median,
      before: before?.transitTime.median,
      isShare: false,
      isBetterHigh: false,
    },
    {
      label: 'figures.firstAttemptRate',
      value: now?.firstAttemptRate.value,
      before: before?.firstAttemptRate.value,
      isShare: true,
      isBetterHigh: true,
    },
    {
      label: 'figures.orderToDelivery',
      value: now?.orderToDelivery.median,
      before: before?.orderToDelivery.median,
      isShare: false,
      isBetterHigh: false,
    },
  ] as const;
  return (
    <div className={classes.tiles}>
      {rates.map(({ label, ...rate }) => (
        <div key={label} className={classes.rate} aria-busy={!now || undefined}>
          <span className={classes.label}>{t(label)}</span>
          <span className={classes.figure}>
            {now ? <Value value={rate.value} isShare={rate.isShare} /> : <Skeleton width={80} height={26} />}
          </span>
          <Trend {...rate} />
        </div>
      ))}
    </div>
  );
}

const Value = ({
  value,
  isShare,
}: {
  readonly value: number | null | undefined;
  readonly isShare: boolean;
}) => (
  <>
    {value === null || value === undefined
      ? '–'
      : isShare
        ? percent(value)
        : t('figures.days', { count: number(value) })}
  </>
);

interface TrendProps {
  readonly value: number | null | undefined;
  readonly before: number | null | undefined;
  readonly isShare: boolean;
  readonly isBetterHigh: boolean;
}

/** Against the 30 days before: by an arrow, a word and a number. */
function Trend({ value, before, isShare, isBetterHigh }: TrendProps) {
  if (typeof value !== 'number' || typeof before !== 'number')
    return <span className={classes.label}>{t('figures.noComparison')}</span>;
  const change = value - before;
  const isSame = Math.abs(change) < (isShare ? 0.0005 : 0.05);
  const isBetter = change > 0 === isBetterHigh;
  const shown = isShare
    ? number(Math.abs(change) * 100, { maximumFractionDigits: 1 })
    : number(Math.abs(change), { maximumFractionDigits: 1 });
  const tone = isSame ? 'same' : isBetter ? 'better' : 'worse';
  return (
    <span className={classes.trend} data-tone={tone}>
      {isSame ? '=' : change > 0 ? '▲' : '▼'}{' '}
      {t(`figures.${tone}`, { change: shown, unit: isShare ? t('figures.points') : t('figures.daysUnit') })}
    </span>
  );
}

function Flow() {
  const period = { from: dayBefore(SPAN - 1), to: dayBefore(0) };
  const shipped = useAnalytics<Series>('series', { ...period, date: 'shippedAt' });
  const delivered = useAnalytics<Series>('series', { ...period, date: 'deliveredAt' });
  if (!shipped.data || !delivered.data) {
    const error = shipped.error ?? delivered.error;
    const onRetry = (): void => [shipped, delivered].forEach(({ refetch }) => void refetch());
    return error ? <Failure error={error} onRetry={onRetry} /> : <Skeleton height={230} />;
  }
  return (
    <LineChart
      label={t('overview.series')}
      days={shipped.data.intervals.map(({ day }) => day)}
      lines={[
        {
          label: t('figures.shipped'),
          tone: 'accent',
          values: shipped.data.intervals.map((each) => each.created.value),
        },
        {
          label: t('figures.delivered'),
          tone: 'ended',
          values: delivered.data.intervals.map((each) => each.created.value),
        },
      ]}
    />
  );
}

const COMPARED = 90;
const SHOWN = 8;

function Comparison({ by }: { readonly by: 'originCarrier' | 'lane' }) {
  const query = useAnalytics<Breakdown>('breakdown', {
    by,
    date: 'deliveredAt',
    from: dayBefore(COMPARED - 1),
    to: dayBefore(0),
  });
  return (
    <Loaded query={query} rows={5}>
      {({ groups }) => <GroupTable by={by} groups={groups.slice(0, SHOWN)} />}
    </Loaded>
  );
}

/** Where a webhook fails nobody hears of changes: said only when there is one. */
function WebhookHealth() {
  const { id, iri } = useWorkspace();
  const { data } = useQuery({
    queryKey: ['webhook-health', iri],
    queryFn: async ({ signal }) => {
      const { members } = await page<Workflow>(`${iri}/workflows?itemsPerPage=50`, signal);
      const hooks = members.filter(({ type, enabled }) => type === 'webhook' && enabled);
      return Promise.all(
        hooks.slice(0, 10).map(async (hook) => {
          const runs = await page<WorkflowRun>(
            `${hook['@id']}/runs?order[createdAt]=desc&itemsPerPage=1`,
            signal,
          );
          return { hook, run: runs.members[0] };
        }),
      );
    },
    staleTime: 60_000,
  });
  if (!data || data.length === 0) return null;
  return (
    <Panel title={t('webhooks.title')} flush>
      <ul className={classes.hooks}>
        {data.map(({ hook, run }) => (
          <li key={hook['@id']}>
            <Link to="/w/$workspace/developers" params={{ workspace: id }} search={{ tab: 'webhooks' }}>
              {hook.title}
            </Link>
            <span className={classes.trend} data-tone={run && run.status !== 'success' ? 'worse' : 'same'}>
              {run ? tMaybe(`run.${run.status}`) : t('webhooks.noRuns')}{' '}
              {run && <Time value={run.createdAt} />}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const NO_SHIPMENTS: readonly Shipment[] = [];

/** What is late or likely to be, the most overdue first. */
function Attention() {
  const { id: workspace, iri } = useWorkspace();
  const carrier = useCarrierName();
  const query = useQuery({
    queryKey: ['attention', iri],
    queryFn: ({ signal }) =>
      page<Shipment>(`${iri}/shipments?${toQuery({ ...LATE_OR_AT_RISK, itemsPerPage: '10' })}`, signal),
    staleTime: 60_000,
  });
  const rows = query.data?.members ?? NO_SHIPMENTS;
  const predictions = usePredictions(iri, rows, true);
  return (
    <>
      <DataTable
        query={{ ...query, data: query.data?.members }}
        keyOf={(shipment) => shipment['@id'] ?? ''}
        none={t('overview.nothingLate')}
        minWidth={960}
        rows={5}
        columns={[
          {
            id: 'number',
            label: t('shipment.trackingNumber'),
            className: 'mono',
            cell: (shipment) => (
              <Link
                to="/w/$workspace/shipments/$shipment"
                params={{ workspace, shipment: shipment.id ?? '' }}
              >
                {shipment.trackingNumber ?? t('shipment.noNumber')}
              </Link>
            ),
          },
          {
            id: 'status',
            label: t('shipment.trackingStatus'),
            isMinor: true,
            cell: ({ trackingStatus }) => <StatusBadge status={trackingStatus} />,
          },
          {
            id: 'arrival',
            label: t('prediction.column'),
            cell: (shipment) => (
              <Arrival prediction={predictions.get(shipment['@id'] ?? '')} carrier={carrier} />
            ),
          },
          {
            id: 'expected',
            label: t('shipment.expected'),
            isMinor: true,
            cell: ({ expectedDeliveryDate: date }) => date && calendarDay(date.slice(0, 10)),
          },
          { id: 'customer', label: t('shipment.customer'), isMinor: true, cell: customerOf },
          {
            id: 'carrier',
            label: t('shipment.carrier'),
            isMinor: true,
            cell: ({ originCarrier }) => carrier(originCarrier),
          },
          {
            id: 'days',
            label: t('shipment.daysInTransit'),
            isNumber: true,
            isMinor: true,
            cell: ({ daysInTransit }) => daysInTransit ?? '–',
          },
          {
            id: 'changed',
            label: t('shipment.lastUpdate'),
            isMinor: true,
            cell: ({ lastStatusUpdate }) => <Time value={lastStatusUpdate} />,
          },
        ]}
      />
      {query.data && query.data.total > rows.length && (
        <Button
          variant="subtle"
          fullWidth
          renderRoot={(props: object) => (
            <Link {...props} to="/w/$workspace/shipments" params={{ workspace }} search={LATE_OR_AT_RISK} />
          )}
        >
          {t('overview.allOf', { count: number(query.data.total) })}
        </Button>
      )}
    </>
  );
}
