import { Button, SegmentedControl, Select, Skeleton, Table } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { request } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { type MessageKey, t } from '../../i18n';
import {
  analyticsPath,
  type Breakdown,
  type Count,
  dayBefore,
  type Figures,
  searchOf,
  type Series,
  useAnalytics,
} from '../../lib/analytics';
import { decimal, number, percent } from '../../lib/format';
import { useAction } from '../../lib/mutation';
import { textOf, withValues } from '../../lib/search';
import { LineChart } from '../../ui/chart';
import { Page, Panel } from '../../ui/page';
import { Failure, Lines } from '../../ui/states';
import classes from './analytics.module.css';
import { GroupTable, type GroupedBy } from './group-table';

const PERIODS = ['7', '30', '90', '365'] as const;
const GROUPS: readonly GroupedBy[] = [
  'originCarrier',
  'lane',
  'destinationCountryIso2',
  'trackingStatus',
  'weekday',
];
const DATES = ['createdAt', 'shippedAt', 'deliveredAt'] as const;

const COUNTS = [
  'created',
  'shipped',
  'delivered',
  'inTransit',
  'pending',
  'exception',
  'returned',
  'cancelled',
] as const;
const RATES = ['deliveryRate', 'firstAttemptRate', 'exceptionRate', 'returnRate'] as const;
const TIMES = ['orderToShip', 'shipToFirstScan', 'transitTime', 'orderToDelivery'] as const;

/** The figures of a period beside those of the period before. The address says which. */
export function Analytics() {
  const { iri } = useWorkspace();
  const search = useSearch({ from: '/inside/w/$workspace/analytics' });
  const navigate = useNavigate();
  const days = Number(textOf(search, 'days') || 30);
  const by = (textOf(search, 'by') || 'originCarrier') as GroupedBy;
  const date = textOf(search, 'date') || 'createdAt';
  const set = (changes: Readonly<Record<string, string>>): void =>
    void navigate({ to: '.', search: withValues(search, changes), replace: true });
  const period = { date, from: dayBefore(days - 1), to: dayBefore(0) };
  const before = { date, from: dayBefore(2 * days - 1), to: dayBefore(days) };
  const interval = days > 180 ? 'month' : days > 60 ? 'week' : 'day';
  const now = useAnalytics<Figures>('summary', period);
  const then = useAnalytics<Figures>('summary', before);
  const series = useAnalytics<Series>('series', { ...period, interval });
  const breakdown = useAnalytics<Breakdown>('breakdown', { ...period, by });
  const download = useAction({
    run: async () => {
      const text = await request<string>(analyticsPath(iri, 'breakdown', { ...period, by }), {
        headers: { Accept: 'text/csv' },
      });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
      link.download = `${by}-${period.from}-${period.to}.csv`;
      link.click();
      URL.revokeObjectURL(link.href);
    },
  });
  const failed = [now, series, breakdown].filter(({ error }) => error);
  return (
    <Page
      title={t('nav.analytics')}
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          {t('bulk.export')}
        </Button>
      }
    >
      <div className={classes.controls}>
        <SegmentedControl
          size="xs"
          aria-label={t('analytics.period')}
          value={String(days)}
          onChange={(value) => set({ days: value })}
          data={PERIODS.map((each) => ({ value: each, label: t('analytics.lastDays', { count: each }) }))}
        />
        <Select
          size="xs"
          w={190}
          aria-label={t('analytics.date')}
          data={DATES.map((each) => ({ value: each, label: t(`analytics.${each}`) }))}
          value={date}
          onChange={(value) => value && set({ date: value })}
          allowDeselect={false}
        />
        <Select
          size="xs"
          w={190}
          aria-label={t('analytics.by')}
          data={GROUPS.map((each) => ({ value: each, label: t(`by.${each}`) }))}
          value={by}
          onChange={(value) => value && set({ by: value })}
          allowDeselect={false}
        />
      </div>
      {failed[0] ? (
        <Failure error={failed[0].error} onRetry={() => failed.forEach(({ refetch }) => void refetch())} />
      ) : (
        <>
          <Panel title={t('analytics.series')}>
            {series.data ? (
              <LineChart
                label={t('analytics.series')}
                days={series.data.intervals.map(({ day }) => day)}
                lines={[
                  {
                    label: t('figures.created'),
                    tone: 'accent',
                    values: series.data.intervals.map(({ created }) => created.value),
                  },
                  {
                    label: t('figures.delivered'),
                    tone: 'ended',
                    values: series.data.intervals.map(({ delivered }) => delivered.value),
                  },
                  {
                    label: t('figures.exception'),
                    tone: 'attention',
                    values: series.data.intervals.map(({ exception }) => exception.value),
                  },
                ]}
              />
            ) : (
              <Skeleton height={230} />
            )}
          </Panel>
          <div className={classes.columns}>
            <Panel title={t('analytics.summary')} flush>
              {now.data ? <Summary now={now.data} then={then.data} /> : <Lines rows={7} />}
            </Panel>
            <Panel title={t(`by.${by}`)} flush>
              {breakdown.data ? <GroupTable by={by} groups={breakdown.data.groups} /> : <Lines rows={7} />}
            </Panel>
          </div>
        </>
      )}
    </Page>
  );
}

const orDash = (value: number | null | undefined, shown: (value: number) => string): string =>
  typeof value === 'number' ? shown(value) : '–';

function Summary({ now, then }: { readonly now: Figures; readonly then: Figures | undefined }) {
  const { id: workspace } = useWorkspace();
  const link = (count: Count) => (
    <Link to="/w/$workspace/shipments" params={{ workspace }} search={searchOf(count)}>
      {number(count.value)}
    </Link>
  );
  const row = (label: MessageKey, value: React.ReactNode, before: React.ReactNode) => (
    <Table.Tr key={label}>
      <Table.Td>{t(label)}</Table.Td>
      <Table.Td className="number">{value}</Table.Td>
      <Table.Td className="number" c="dimmed">
        {before}
      </Table.Td>
    </Table.Tr>
  );
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('analytics.figure')}</Table.Th>
            <Table.Th className="number">{t('analytics.now')}</Table.Th>
            <Table.Th className="number">{t('analytics.before')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {COUNTS.map((name) => row(`figures.${name}`, link(now[name]), orDash(then?.[name].value, number)))}
          {row(
            'figures.onTimeRate',
            orDash(now.punctuality.onTimeRate.value, percent),
            orDash(then?.punctuality.onTimeRate.value, percent),
          )}
          {RATES.map((name) =>
            row(`figures.${name}`, orDash(now[name].value, percent), orDash(then?.[name].value, percent)),
          )}
          {TIMES.map((name) =>
            row(
              `figures.${name}`,
              t('analytics.times', {
                median: orDash(now[name].median, decimal),
                p90: orDash(now[name].p90, decimal),
              }),
              orDash(then?.[name].median, decimal),
            ),
          )}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
