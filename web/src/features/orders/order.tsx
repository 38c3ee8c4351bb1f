import { ActionIcon, Button, Group, NumberInput, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconArrowLeft, IconTruckDelivery } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useCallback, useMemo, useState } from 'react';
import {
  all,
  ApiError,
  idOf,
  request,
  type Order,
  type OrderItem,
  type Shipment,
  type ShipmentItem,
} from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { countryName, exactTime, money } from '../../lib/format';
import { type Change, useChanges } from '../../lib/live';
import { useAction, violationAt } from '../../lib/mutation';
import { useCarrierChoices } from '../../lib/reference';
import { Notes } from '../../ui/notes';
import { Page, Panel } from '../../ui/page';
import { Failure, Lines } from '../../ui/states';
import { StatusBadge } from '../../ui/status';
import { Time } from '../../ui/time';
import details from '../shipment/shipment.module.css';
import { FulfilmentBadge } from './orders';
import classes from './orders.module.css';

interface Line {
  readonly item: OrderItem;
  readonly ordered: number;
  readonly shipped: number;
  readonly refunded: number;
  readonly left: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** What of each item has been ordered, is in shipments, and is left. */
function useLines(iri: string, order: Order | undefined) {
  const shipments = (order?.shipments ?? []) as readonly string[];
  return useQuery({
    queryKey: ['order-lines', iri, order?.updatedAt, shipments],
    enabled: order !== undefined,
    queryFn: async () => {
      const [items, parcels] = await Promise.all([
        all<OrderItem>(`${iri}/items?itemsPerPage=200`),
        Promise.all(shipments.map((shipment) => request<Shipment>(shipment))),
      ]);
      const contents = await Promise.all(
        shipments.map((shipment) => all<ShipmentItem>(`${shipment}/shipment_items?itemsPerPage=200`)),
      );
      const packed = contents.flat();
      const lines: Line[] = items.map((item) => {
        const ordered = Number(item.qty ?? 0);
        const refunded = Number(item.refundedQty ?? 0);
        const shipped = sum(
          packed.filter(({ orderItem }) => orderItem === item['@id']).map(({ qty }) => Number(qty ?? 0)),
        );
        return { item, ordered, shipped, refunded, left: Math.max(0, ordered - refunded - shipped) };
      });
      return { lines, parcels };
    },
  });
}

export function OrderPage() {
  const { id: workspace, mayWrite } = useWorkspace();
  const { order: id } = useParams({ from: '/inside/w/$workspace/orders/$order' });
  const iri = `/orders/${id}`;
  const client = useQueryClient();
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: ['order', iri],
    queryFn: ({ signal }) => request<Order>(iri, { signal }),
  });
  const order = query.data;
  const lines = useLines(iri, order);
  useChanges(
    useCallback(
      (change: Change) => {
        if (change['@id'] === iri || change['@id'].startsWith('/shipments/')) {
          void client.invalidateQueries({ queryKey: ['order', iri] });
          void client.invalidateQueries({ queryKey: ['order-lines', iri] });
        }
      },
      [client, iri],
    ),
  );
  const lead = (
    <ActionIcon
      onClick={() => void navigate({ to: '/w/$workspace/orders', params: { workspace } })}
      aria-label={t('nav.back')}
    >
      <IconArrowLeft size={18} />
    </ActionIcon>
  );
  if (query.error && !order)
    return (
      <Page title={t('nav.orders')} lead={lead}>
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  if (!order)
    return (
      <Page title={t('state.loading')} lead={lead}>
        <Lines rows={6} />
      </Page>
    );
  const left = sum(lines.data?.lines.map((line) => line.left) ?? []);
  const { shippingAddress: address } = order;
  return (
    <Page
      title={order.orderNumber ?? t('order.noNumber')}
      lead={lead}
      actions={<FulfilmentBadge status={order.fulfillmentStatus} />}
    >
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel title={t('order.items')} flush>
            {lines.error && !lines.data ? (
              <Failure error={lines.error} onRetry={() => void lines.refetch()} />
            ) : !lines.data ? (
              <Lines rows={3} />
            ) : (
              <ItemTable lines={lines.data.lines} currency={order.currency ?? null} />
            )}
          </Panel>
          {mayWrite && lines.data && left > 0 && (
            <ShipWhatIsLeft key={`${order.updatedAt}-${left}`} order={order} lines={lines.data.lines} />
          )}
          <Panel title={t('nav.shipments')} flush>
            {lines.error && !lines.data ? (
              <Failure error={lines.error} onRetry={() => void lines.refetch()} />
            ) : !lines.data ? (
              <Lines rows={1} />
            ) : lines.data.parcels.length === 0 ? (
              <Text size="sm" c="dimmed" px={14} py="md">
                {t('order.noShipments')}
              </Text>
            ) : (
              <Table.ScrollContainer className="no-wider-on-phones" minWidth={420}>
                <Table>
                  <Table.Tbody>
                    {lines.data.parcels.map((parcel) => (
                      <Table.Tr key={parcel['@id']}>
                        <Table.Td className="mono">
                          <Link
                            to="/w/$workspace/shipments/$shipment"
                            params={{ workspace, shipment: idOf(parcel['@id'] ?? '') }}
                          >
                            {parcel.trackingNumber ?? t('shipment.noNumber')}
                          </Link>
                        </Table.Td>
                        <Table.Td>
                          <StatusBadge status={parcel.trackingStatus} />
                        </Table.Td>
                        <Table.Td className="number">
                          <Time value={parcel.createdAt} />
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
            )}
          </Panel>
        </div>
        <div className={classes.column}>
          <Panel title={t('shipment.details')}>
            <dl className={details.details}>
              {(
                [
                  [t('shipment.customer'), [address?.firstName, address?.lastName].filter(Boolean).join(' ')],
                  [t('shipment.email'), order.email],
                  [t('shipment.phone'), order.phoneNumber],
                  [
                    t('shipment.address'),
                    [
                      address?.addressLine1,
                      address?.postcode,
                      address?.city,
                      countryName(address?.countryIso2),
                    ]
                      .filter(Boolean)
                      .join(', '),
                  ],
                  [t('order.total'), order.total ? money(order.total, order.currency ?? null) : ''],
                  [t('order.status'), (order.orderStatus as { title?: string } | null)?.title],
                  [t('shipment.createdAt'), order.createdAt && exactTime(order.createdAt)],
                ] as const
              )
                .filter(([, value]) => value)
                .map(([label, value]) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
            </dl>
          </Panel>
          <Panel title={t('notes.title')}>
            <Notes entity="orders" entityId={id} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

const ItemTable = ({
  lines,
  currency,
}: {
  readonly lines: readonly Line[];
  readonly currency: string | null;
}) => (
  <Table.ScrollContainer className="no-wider-on-phones" minWidth={520}>
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('order.product')}</Table.Th>
          <Table.Th className="not-on-phones">{t('order.sku')}</Table.Th>
          <Table.Th className="number not-on-phones">{t('order.price')}</Table.Th>
          <Table.Th className="number">{t('order.ordered')}</Table.Th>
          <Table.Th className="number">{t('order.shipped')}</Table.Th>
          <Table.Th className="number">{t('order.left')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ item, ordered, shipped, left }) => (
          <Table.Tr key={item['@id']}>
            <Table.Td>{item.productName}</Table.Td>
            <Table.Td className="mono not-on-phones">{item.productSku}</Table.Td>
            <Table.Td className="number not-on-phones">
              {item.price ? money(item.price, currency) : '–'}
            </Table.Td>
            <Table.Td className="number">{ordered}</Table.Td>
            <Table.Td className="number">{shipped}</Table.Td>
            <Table.Td className="number" fw={left > 0 ? 650 : undefined}>
              {left}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Table.ScrollContainer>
);

/**
 * A new shipment of what no shipment has yet. A quantity may be typed that is too large: the server has the last word, as
 * somebody else may have shipped meanwhile, and its answer is shown at the field.
 */
function ShipWhatIsLeft({ order, lines }: { readonly order: Order; readonly lines: readonly Line[] }) {
  const { iri: workspace } = useWorkspace();
  const open = useMemo(() => lines.filter(({ left }) => left > 0), [lines]);
  const [quantities, setQuantities] = useState<Readonly<Record<string, number | string>>>(() =>
    Object.fromEntries(open.map(({ item, left }) => [item['@id'] ?? '', left])),
  );
  const [trackingNumber, setTrackingNumber] = useState('');
  const [carrier, setCarrier] = useState<string | null>(null);
  const carriers = useCarrierChoices();
  const client = useQueryClient();
  const sent = open
    .map(({ item }) => ({ orderItem: item['@id'] ?? '', qty: Number(quantities[item['@id'] ?? ''] ?? 0) }))
    .filter(({ qty }) => qty > 0);
  const ship = useAction({
    fields: [
      'trackingNumber',
      'originCarrier',
      ...sent.flatMap((_, index) => [`shipmentItems[${index}].qty`, `shipmentItems[${index}]`]),
    ],
    run: () =>
      request<Shipment>('/shipments', {
        method: 'POST',
        json: {
          workspace,
          trackingNumber: trackingNumber.trim() || null,
          ...(carrier ? { originCarrier: carrier } : {}),
          orders: [order['@id']],
          ...(order.email ? { email: order.email } : {}),
          ...(order.phoneNumber ? { phoneNumber: order.phoneNumber } : {}),
          shipmentItems: sent,
        },
      }),
    done: t('order.shippedNow'),
    onDone: async () => {
      await Promise.all(
        [['order'], ['order-lines'], ['shipments'], ['orders']].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
  const problemOf = (iri: string): string | undefined => {
    const index = sent.findIndex(({ orderItem }) => orderItem === iri);
    if (index < 0 || !(ship.error instanceof ApiError)) return undefined;
    return violationAt(ship.error, `shipmentItems[${index}].qty`, `shipmentItems[${index}]`);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ship.mutate();
  };
  return (
    <Panel title={t('order.shipLeft')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {open.map(({ item, left }) => {
            const iri = item['@id'] ?? '';
            return (
              <Group key={iri} justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
                <Text size="sm" pt={6}>
                  {item.productName}
                </Text>
                <NumberInput
                  w={190}
                  aria-label={t('order.quantityOf', { product: item.productName ?? '' })}
                  value={quantities[iri] ?? 0}
                  onChange={(value) => setQuantities((before) => ({ ...before, [iri]: value }))}
                  min={0}
                  allowDecimal={false}
                  clampBehavior="none"
                  suffix={` / ${left}`}
                  error={problemOf(iri)}
                />
              </Group>
            );
          })}
          <Group grow align="flex-start" gap="sm">
            <TextInput
              label={t('shipment.trackingNumber')}
              value={trackingNumber}
              onChange={(event) => setTrackingNumber(event.currentTarget.value)}
              error={violationAt(ship.error, 'trackingNumber')}
            />
            <Select
              label={t('shipment.carrier')}
              placeholder={t('order.carrierDetected')}
              data={[...carriers]}
              value={carrier}
              onChange={setCarrier}
              searchable
              clearable
              limit={60}
              error={violationAt(ship.error, 'originCarrier')}
            />
          </Group>
          <Group justify="flex-end">
            <Button
              type="submit"
              leftSection={<IconTruckDelivery size={15} aria-hidden />}
              loading={ship.isPending}
              disabled={sent.length === 0}
            >
              {t('order.ship')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}
