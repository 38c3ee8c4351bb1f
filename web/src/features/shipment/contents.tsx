import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
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
import { t, tMaybe } from '../../i18n';
import { useAction } from '../../lib/mutation';
import { modalConfirm } from '../../ui/confirm';
import { DataTable, Loaded, Nothing } from '../../ui/loaded';
import classes from './shipment.module.css';

interface Packed {
  readonly item: ShipmentItem;
  readonly orderItem: OrderItem | undefined;
}

/** What is in a parcel. */
export function Items({ iri, shipment }: { readonly iri: string; readonly shipment: Shipment }) {
  const query = useQuery({
    queryKey: ['shipment-items', iri, shipment.updatedAt],
    queryFn: async (): Promise<readonly Packed[]> => {
      const items = await all<ShipmentItem>(`${iri}/shipment_items?itemsPerPage=200`);
      return Promise.all(
        items.map(async (item) => ({
          item,
          orderItem: item.orderItem ? await request<OrderItem>(item.orderItem) : undefined,
        })),
      );
    },
    placeholderData: (before) => before,
  });
  return (
    <DataTable
      query={query}
      keyOf={({ item }) => item['@id'] ?? ''}
      none={t('shipment.noItems')}
      minWidth={320}
      rows={2}
      columns={[
        { id: 'product', label: t('order.product'), cell: ({ orderItem }) => orderItem?.productName },
        {
          id: 'sku',
          label: t('order.sku'),
          className: 'mono',
          cell: ({ orderItem }) => orderItem?.productSku,
        },
        { id: 'quantity', label: t('order.quantity'), isNumber: true, cell: ({ item }) => item.qty },
      ]}
    />
  );
}

/** The orders that a parcel is for. */
export function Orders({ shipment }: { readonly shipment: Shipment }) {
  const { id: workspace, mayWrite } = useWorkspace();
  const client = useQueryClient();
  const iris = (shipment.orders ?? []) as readonly string[];
  const query = useQuery({
    queryKey: ['shipment-orders', shipment['@id'], iris],
    queryFn: () => Promise.all(iris.map((iri) => request<Order>(iri))),
    placeholderData: (before) => before,
  });
  const unlink = useAction({
    run: (order: Order) =>
      request<Shipment>(shipment['@id'] ?? '', {
        method: 'PUT',
        json: { orders: iris.filter((iri) => iri !== order['@id']) },
      }),
    done: t('shipment.unlinked'),
    onDone: (saved) => {
      client.setQueryData(['shipment', shipment['@id']], saved);
      return client.invalidateQueries({ queryKey: ['shipment-items'] });
    },
  });
  const onUnlink = async (order: Order): Promise<void> => {
    const text = t('shipment.unlinkText', { order: order.orderNumber ?? t('order.noNumber') });
    if (await modalConfirm(t('shipment.unlink'), text)) unlink.mutate(order);
  };
  return (
    <Loaded query={query} rows={1}>
      {(orders) =>
        orders.length === 0 ? (
          <Nothing>{t('shipment.noOrders')}</Nothing>
        ) : (
          <ul className={classes.orders}>
            {orders.map((order) => (
              <li key={order['@id']}>
                <Link
                  to="/w/$workspace/orders/$order"
                  params={{ workspace, order: idOf(order['@id'] ?? '') }}
                >
                  {order.orderNumber ?? t('order.noNumber')}
                </Link>
                <span>{tMaybe(`fulfilment.${order.fulfillmentStatus}`)}</span>
                {mayWrite && (
                  <Button
                    variant="default"
                    size="compact-xs"
                    loading={unlink.isPending}
                    onClick={() => void onUnlink(order)}
                  >
                    {t('shipment.unlink')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
