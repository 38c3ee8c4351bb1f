import { Button, Skeleton, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { page, type Shipment } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { number } from '../../lib/format';
import { useCarrierName } from '../../lib/reference';
import { type Search, toQuery } from '../../lib/search';
import { statusesIn } from '../../lib/statuses';
import { Page, Panel } from '../../ui/page';
import { Failure } from '../../ui/states';
import { StatusBadge } from '../../ui/status';
import { Time } from '../../ui/time';
import { customerOf } from '../shipments/columns';
import { FirstSteps } from './first-steps';
import classes from './overview.module.css';

const DAY = 86_400_000;

const today = (): string => {
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  return midnight.toISOString().replace('.000Z', 'Z');
};

const before = (days: number): string => new Date(Date.now() - days * DAY).toISOString().replace(/\.\d+Z/, 'Z');

/** The numbers of the day, each with exactly the shipments that it counts. */
function tiles() {
  const onTheWay = [...statusesIn('moving'), 'available_for_pickup', 'unsuccessful_delivery', 'exception'];
  return [
    {
      label: 'overview.deliveredToday',
      group: 'ended',
      search: { 'trackingStatus[]': ['delivered'], 'lastStatusUpdate[after]': today() },
    },
    { label: 'overview.onTheWay', group: 'moving', search: { 'trackingStatus[]': [...statusesIn('moving')] } },
    {
      label: 'overview.late',
      group: 'attention',
      search: {
        'trackingStatus[]': onTheWay,
        'expectedDeliveryDate[strictly_before]': today(),
        'order[expectedDeliveryDate]': 'asc',
      },
    },
    {
      label: 'overview.stuck',
      group: 'attention',
      search: {
        'trackingStatus[]': onTheWay,
        'lastStatusUpdate[before]': before(5),
        'order[lastStatusUpdate]': 'asc',
      },
    },
    {
      label: 'overview.notPickedUp',
      group: 'waiting',
      search: { 'trackingStatus[]': [...statusesIn('waiting')], 'daysInIdle[gte]': '3', 'order[daysInIdle]': 'desc' },
    },
    {
      label: 'overview.exceptions',
      group: 'attention',
      search: { 'trackingStatus[]': ['exception', 'unsuccessful_delivery', 'error', 'return_to_sender'] },
    },
  ] as const satisfies readonly { readonly label: string; readonly group: string; readonly search: Search }[];
}

/** The day at a glance. */
export function Overview() {
  const { workspace } = useWorkspace();
  const isEmpty = workspace.shipmentsCount === 0;
  return (
    <Page title={t('nav.overview')}>
      {isEmpty && <FirstSteps />}
      <div className={classes.tiles}>
        {tiles().map(({ label, group, search }) => (
          <Tile key={label} label={t(label)} group={group} search={search} />
        ))}
      </div>
      <Panel title={t('overview.oldest')} flush>
        <Oldest />
      </Panel>
    </Page>
  );
}

function Tile({ label, group, search }: { readonly label: string; readonly group: string; readonly search: Search }) {
  const { id, iri } = useWorkspace();
  const query = toQuery({ ...search, itemsPerPage: '1' });
  const { data, error } = useQuery({
    queryKey: ['count', iri, label, query],
    queryFn: ({ signal }) => page<Shipment>(`${iri}/shipments?${query}`, signal),
    staleTime: 60_000,
  });
  return (
    <Link
      className={classes.tile}
      data-group={group}
      to="/w/$workspace/shipments"
      params={{ workspace: id }}
      search={search}
    >
      <span className={classes.label}>{label}</span>
      <span className={classes.figure}>
        {data ? number(data.total) : error ? '–' : <Skeleton width={60} height={26} />}
      </span>
    </Link>
  );
}

/** What has been on its way for the longest time. */
function Oldest(): ReactNode {
  const { id, iri } = useWorkspace();
  const search: Search = {
    'trackingStatus[]': [...statusesIn('moving'), ...statusesIn('attention')],
    'order[daysInTransit]': 'desc',
  };
  const { data, error, refetch } = useQuery({
    queryKey: ['oldest', iri],
    queryFn: ({ signal }) => page<Shipment>(`${iri}/shipments?${toQuery({ ...search, itemsPerPage: '8' })}`, signal),
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height={160} m="md" />;
  if (data.members.length === 0)
    return (
      <Text size="sm" c="dimmed" p="md">
        {t('overview.nothingOld')}
      </Text>
    );
  return (
    <>
      <ShipmentLines shipments={data.members} />
      <Button
        variant="subtle"
        fullWidth
        renderRoot={(props: object) => (
          <Link {...props} to="/w/$workspace/shipments" params={{ workspace: id }} search={search} />
        )}
      >
        {t('overview.all')}
      </Button>
    </>
  );
}


function ShipmentLines({ shipments }: { readonly shipments: readonly Shipment[] }) {
  const { id: workspace } = useWorkspace();
  const carrier = useCarrierName();
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('shipment.trackingNumber')}</Table.Th>
            <Table.Th>{t('shipment.trackingStatus')}</Table.Th>
            <Table.Th>{t('shipment.customer')}</Table.Th>
            <Table.Th>{t('shipment.carrier')}</Table.Th>
            <Table.Th className="number">{t('shipment.daysInTransit')}</Table.Th>
            <Table.Th>{t('shipment.lastUpdate')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shipments.map((shipment) => (
            <Table.Tr key={shipment['@id']}>
              <Table.Td className="mono">
                <Link
                  to="/w/$workspace/shipments/$shipment"
                  params={{ workspace, shipment: shipment.id ?? '' }}
                >
                  {shipment.trackingNumber ?? t('shipment.noNumber')}
                </Link>
              </Table.Td>
              <Table.Td>
                <StatusBadge status={shipment.trackingStatus} />
              </Table.Td>
              <Table.Td>{customerOf(shipment)}</Table.Td>
              <Table.Td>{carrier(shipment.originCarrier)}</Table.Td>
              <Table.Td className="number">{shipment.daysInTransit ?? '–'}</Table.Td>
              <Table.Td>
                <Time value={shipment.lastStatusUpdate} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
