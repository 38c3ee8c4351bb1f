import { ActionIcon, Anchor, Button, Group, Menu, Table, Text, Tooltip } from '@mantine/core';
import {
  IconArrowLeft,
  IconDots,
  IconExternalLink,
  IconPencil,
  IconRadar,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useCanGoBack, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import {
  all,
  idOf,
  request,
  type Order,
  type OrderItem,
  type Shipment,
  type ShipmentItem,
} from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t, tMaybe, tn } from '../../i18n';
import { copy } from '../../ui/copy';
import { countryName, day, exactTime } from '../../lib/format';
import { type Change, useChanges } from '../../lib/live';
import { useAction } from '../../lib/mutation';
import { useCarrierName } from '../../lib/reference';
import { lookOf } from '../../lib/statuses';
import { modalConfirm } from '../../ui/confirm';
import { Notes } from '../../ui/notes';
import { Page, Panel } from '../../ui/page';
import { Failure, Lines } from '../../ui/states';
import { Time } from '../../ui/time';
import { customerOf } from '../shipments/columns';
import { trackAgain } from '../shipments/bulk';
import { EditShipment } from './edit-shipment';
import { MergeShipment } from './merge-shipment';
import { Timeline } from './timeline';
import classes from './shipment.module.css';

/** One parcel: first how it stands, then how it came there, then what is in it and who waits for it. */
export function ShipmentPage() {
  const { id: workspaceId, mayWrite } = useWorkspace();
  const { shipment: id } = useParams({ from: '/inside/w/$workspace/shipments/$shipment' });
  const iri = `/shipments/${id}`;
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['shipment', iri],
    queryFn: ({ signal }) => request<Shipment>(iri, { signal }),
  });
  const [isGone, setGone] = useState(false);
  const [dialog, setDialog] = useState<'edit' | 'merge'>();
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();

  useChanges(
    useCallback(
      (change: Change) => {
        if (change['@id'] !== iri) return;
        if (change['@type'] === undefined) return setGone(true);
        client.setQueryData(['shipment', iri], change);
        void client.invalidateQueries({ queryKey: ['checkpoints', iri] });
      },
      [client, iri],
    ),
  );

  const toList = (): void =>
    canGoBack
      ? router.history.back()
      : void navigate({ to: '/w/$workspace/shipments', params: { workspace: workspaceId } });
  const remove = useAction({
    run: () => request(iri, { method: 'DELETE' }),
    done: t('shipment.deleted'),
    onDone: () => navigate({ to: '/w/$workspace/shipments', params: { workspace: workspaceId } }),
  });
  const track = useAction({
    run: (shipment: Shipment) => trackAgain(workspaceId, [shipment], () => undefined),
    done: t('shipment.trackingAsked'),
  });

  const lead = (
    <ActionIcon onClick={toList} aria-label={t('nav.back')}>
      <IconArrowLeft size={18} />
    </ActionIcon>
  );
  const shipment = query.data;
  if (query.error && !shipment)
    return (
      <Page title={t('nav.shipments')} lead={lead}>
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  if (!shipment)
    return (
      <Page title={t('state.loading')} lead={lead}>
        <Lines rows={6} />
      </Page>
    );
  const title = shipment.trackingNumber ?? t('shipment.noNumber');
  return (
    <Page
      title={title}
      lead={lead}
      actions={
        <>
          <CarrierLink shipment={shipment} />
          {mayWrite && (
            <>
              {shipment.trackingNumber && (
                <Button
                  variant="default"
                  leftSection={<IconRadar size={15} aria-hidden />}
                  loading={track.isPending}
                  onClick={() => track.mutate(shipment)}
                >
                  {t('bulk.track')}
                </Button>
              )}
              <Button
                variant="default"
                leftSection={<IconPencil size={15} aria-hidden />}
                onClick={() => setDialog('edit')}
              >
                {t('form.edit')}
              </Button>
              <Menu position="bottom-end">
                <Menu.Target>
                  <Tooltip label={t('form.more')}>
                    <ActionIcon variant="default" size={30} aria-label={t('form.more')}>
                      <IconDots size={16} />
                    </ActionIcon>
                  </Tooltip>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => void copy(title)}>{t('shipment.copyNumber')}</Menu.Item>
                  <Menu.Item onClick={() => setDialog('merge')}>{t('shipment.merge')}</Menu.Item>
                  <Menu.Item
                    c="red"
                    leftSection={<IconTrash size={15} aria-hidden />}
                    onClick={() =>
                      void modalConfirm(t('shipment.delete'), t('shipment.deleteText')).then(
                        (yes) => yes && remove.mutate(),
                      )
                    }
                  >
                    {t('shipment.delete')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </>
          )}
        </>
      }
    >
      {isGone && (
        <div className={classes.gone} role="alert">
          {t('shipment.goneElsewhere')}
        </div>
      )}
      <StatusHead shipment={shipment} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel title={t('shipment.timeline')}>
            <Timeline iri={iri} />
          </Panel>
          <Panel title={t('shipment.items')} flush>
            <Items iri={iri} shipment={shipment} />
          </Panel>
        </div>
        <div className={classes.column}>
          <Panel title={t('shipment.details')}>
            <Details shipment={shipment} />
          </Panel>
          <Panel title={t('shipment.orders')} flush>
            <Orders shipment={shipment} />
          </Panel>
          <Panel title={t('notes.title')}>
            <Notes entity="shipments" entityId={id} />
          </Panel>
        </div>
      </div>
      {dialog === 'edit' && <EditShipment shipment={shipment} onClose={() => setDialog(undefined)} />}
      {dialog === 'merge' && <MergeShipment shipment={shipment} onClose={() => setDialog(undefined)} />}
    </Page>
  );
}

/** The steps that every parcel goes. */
const STEPS = ['pre_transit', 'in_transit', 'delivery_in_progress', 'delivered'] as const;
const STEP_OF: Readonly<Record<string, number>> = {
  no_info: 0,
  pre_transit: 0,
  in_transit: 1,
  customs_clearance: 1,
  exception: 1,
  error: 1,
  transit_limit_exceeded: 1,
  expired: 1,
  return_to_sender: 2,
  delivery_in_progress: 2,
  unsuccessful_delivery: 2,
  available_for_pickup: 2,
  delivered: 3,
};

function StatusHead({ shipment }: { readonly shipment: Shipment }) {
  const status = shipment.trackingStatus ?? 'no_info';
  const { group, icon: Icon } = lookOf(status);
  const step = STEP_OF[status] ?? 0;
  const { expectedDeliveryDate: expected, daysInTransit } = shipment;
  return (
    <section className={classes.head} data-group={group} aria-label={t('shipment.trackingStatus')}>
      <Group gap="sm" wrap="nowrap" align="center">
        <span className={classes.headIcon}>
          <Icon size={24} aria-hidden />
        </span>
        <div>
          <Text fw={650} fz="lg" component="p" m={0}>
            {tMaybe(`status.${status}`)}
          </Text>
          <Text size="sm" component="p" m={0}>
            {shipment.lastStatusUpdate ? <Time value={shipment.lastStatusUpdate} /> : t('shipment.noReport')}
            {typeof daysInTransit === 'number' && ` · ${tn('shipment.daysOnTheWay', daysInTransit)}`}
            {expected && status !== 'delivered' && ` · ${t('shipment.expectedOn', { date: day(expected) })}`}
          </Text>
        </div>
      </Group>
      {status !== 'cancelled' && (
        <ol className={classes.steps} aria-label={t('shipment.progress')}>
          {STEPS.map((each, index) => (
            <li
              key={each}
              data-done={index <= step || undefined}
              aria-current={index === step ? 'step' : undefined}
            >
              <span>{tMaybe(`status.${each}`)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

interface CarrierItem {
  readonly name?: string | null;
  readonly trackingUrlTemplate?: string | null;
}

function CarrierLink({ shipment: { originCarrier, trackingNumber } }: { readonly shipment: Shipment }) {
  const { data } = useQuery({
    queryKey: ['carrier', originCarrier],
    enabled: Boolean(originCarrier),
    staleTime: Infinity,
    queryFn: () => request<CarrierItem>(`/public/carriers/${encodeURIComponent(originCarrier ?? '')}`),
  });
  if (!data?.trackingUrlTemplate || !trackingNumber) return null;
  return (
    <Button
      component="a"
      variant="default"
      href={data.trackingUrlTemplate.replace('{}', encodeURIComponent(trackingNumber))}
      target="_blank"
      rel="noreferrer"
      rightSection={<IconExternalLink size={14} aria-hidden />}
    >
      {t('shipment.atCarrier', { carrier: data.name ?? '' })}
    </Button>
  );
}

function Details({ shipment }: { readonly shipment: Shipment }) {
  const carrier = useCarrierName();
  const { address } = shipment;
  const place = [
    address?.addressLine1,
    address?.addressLine2,
    [address?.postcode, address?.city].filter(Boolean).join(' '),
    address?.state,
    countryName(address?.countryIso2),
  ].filter(Boolean);
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [t('shipment.customer'), customerOf(shipment)],
    [
      t('shipment.email'),
      shipment.email && <Anchor href={`mailto:${shipment.email}`}>{shipment.email}</Anchor>,
    ],
    [t('shipment.phone'), shipment.phoneNumber],
    [t('shipment.address'), place.length > 0 && place.map((line) => <div key={String(line)}>{line}</div>)],
    [
      t('shipment.carrier'),
      [...new Set([shipment.originCarrier, shipment.destinationCarrier].filter(Boolean))]
        .map(carrier)
        .join(' → '),
    ],
    [
      t('shipment.route'),
      [shipment.originCountryIso2, shipment.destinationCountryIso2]
        .filter(Boolean)
        .map(countryName)
        .join(' → '),
    ],
    [t('shipment.shippedAt'), shipment.shippedAt && exactTime(shipment.shippedAt)],
    [t('shipment.expected'), shipment.expectedDeliveryDate && day(shipment.expectedDeliveryDate)],
    [t('shipment.createdAt'), shipment.createdAt && exactTime(shipment.createdAt)],
    [t('shipment.updatedAt'), shipment.updatedAt && <Time value={shipment.updatedAt} />],
    [t('shipment.shipmentStatus'), (shipment.shipmentStatus as { title?: string } | null)?.title],
    [t('shipment.source'), shipment.externalSourceIntegrationType],
  ];
  return (
    <dl className={classes.details}>
      {rows
        .filter(([, value]) => Boolean(value))
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Items({ iri, shipment }: { readonly iri: string; readonly shipment: Shipment }) {
  const { data, error } = useQuery({
    queryKey: ['shipment-items', iri, shipment.updatedAt],
    queryFn: async () => {
      const items = await all<ShipmentItem>(`${iri}/shipment_items?itemsPerPage=200`);
      return Promise.all(
        items.map(async (item) => ({
          item,
          orderItem: item.orderItem ? await request<OrderItem>(item.orderItem) : undefined,
        })),
      );
    },
  });
  if (error) return <Failure error={error} />;
  if (!data) return <Lines rows={2} />;
  if (data.length === 0)
    return (
      <Text size="sm" c="dimmed" p="md">
        {t('shipment.noItems')}
      </Text>
    );
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('order.product')}</Table.Th>
            <Table.Th>{t('order.sku')}</Table.Th>
            <Table.Th className="number">{t('order.quantity')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.map(({ item, orderItem }) => (
            <Table.Tr key={item['@id']}>
              <Table.Td>{orderItem?.productName}</Table.Td>
              <Table.Td className="mono">{orderItem?.productSku}</Table.Td>
              <Table.Td className="number">{item.qty}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Orders({ shipment }: { readonly shipment: Shipment }) {
  const { id: workspace } = useWorkspace();
  const iris = (shipment.orders ?? []) as readonly string[];
  const { data } = useQuery({
    queryKey: ['shipment-orders', shipment['@id'], iris],
    queryFn: () => Promise.all(iris.map((iri) => request<Order>(iri))),
  });
  if (iris.length === 0)
    return (
      <Text size="sm" c="dimmed" p="md">
        {t('shipment.noOrders')}
      </Text>
    );
  if (!data) return <Lines rows={1} />;
  return (
    <ul className={classes.orders}>
      {data.map((order) => (
        <li key={order['@id']}>
          <Link to="/w/$workspace/orders/$order" params={{ workspace, order: idOf(order['@id'] ?? '') }}>
            {order.orderNumber ?? t('order.noNumber')}
          </Link>
          <span>{tMaybe(`fulfilment.${order.fulfillmentStatus}`)}</span>
        </li>
      ))}
    </ul>
  );
}
