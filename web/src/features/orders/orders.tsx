import { Badge, Button, SegmentedControl, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { page, type Order, type Page as ListPage } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t, tMaybe, tn } from '../../i18n';
import { countryName, money } from '../../lib/format';
import { useRowLinks } from '../../lib/row-links';
import { type Search, textOf, toQuery, withValues } from '../../lib/search';
import { Page } from '../../ui/page';
import { Empty, Failure, Lines } from '../../ui/states';
import { Time } from '../../ui/time';
import classes from './orders.module.css';

const FULFILMENTS = ['not_fulfilled', 'partial', 'fulfilled'] as const;

export const FulfilmentBadge = ({ status }: { readonly status: string | null | undefined }) => (
  <Badge
    variant="light"
    tt="none"
    fw={550}
    className={classes.badge}
    data-status={status ?? 'not_fulfilled'}
    radius="xl"
  >
    {tMaybe(`fulfilment.${status ?? 'not_fulfilled'}`)}
  </Badge>
);

/** The orders of a workspace, and what of them is left to ship. */
export function Orders() {
  const { id: workspace, iri } = useWorkspace();
  const search = useSearch({ from: '/inside/w/$workspace/orders' });
  const navigate = useNavigate();
  const set = (next: Search): void => void navigate({ to: '.', search: next, replace: true });
  const query = toQuery({ 'order[createdAt]': 'desc', ...search, itemsPerPage: '60' });
  const list = useInfiniteQuery({
    queryKey: ['orders', iri, query],
    queryFn: ({ pageParam, signal }) => page<Order>(pageParam, signal),
    initialPageParam: `${iri}/orders?${query}`,
    getNextPageParam: ({ next }: ListPage<Order>) => next,
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.pages.flatMap(({ members }) => members) ?? [];
  const total = list.data?.pages[0]?.total;
  const status = textOf(search, 'fulfillmentStatus');
  const [text, setText] = useState(textOf(search, 'orderNumber'));
  const apply = useDebouncedCallback(
    (value: string) => set(withValues(search, { orderNumber: value.trim() })),
    250,
  );
  const isFiltered = Object.keys(search).length > 0;
  useRowLinks();
  return (
    <Page
      title={t('nav.orders')}
      actions={
        total !== undefined && (
          <Text size="sm" c="dimmed" role="status">
            {tn('orders.count', total)}
          </Text>
        )
      }
    >
      <div className={classes.filters}>
        <SegmentedControl
          size="xs"
          aria-label={t('order.fulfilment')}
          value={status}
          onChange={(value) => set(withValues(search, { fulfillmentStatus: value || undefined }))}
          data={[
            { value: '', label: t('orders.all') },
            ...FULFILMENTS.map((each) => ({ value: each, label: tMaybe(`fulfilment.${each}`) })),
          ]}
        />
        <TextInput
          size="xs"
          w={240}
          leftSection={<IconSearch size={15} aria-hidden />}
          placeholder={t('orders.search')}
          aria-label={t('orders.search')}
          value={text}
          onChange={({ currentTarget: { value } }) => {
            setText(value);
            apply(value);
          }}
        />
      </div>
      {list.error && rows.length === 0 ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Lines rows={10} />
      ) : rows.length === 0 ? (
        <Empty
          title={t(isFiltered ? 'orders.noMatch' : 'orders.empty')}
          text={t(isFiltered ? 'shipments.noMatchText' : 'orders.emptyText')}
        >
          {isFiltered && (
            <Button
              variant="default"
              mt="xs"
              onClick={() => {
                setText('');
                set({});
              }}
            >
              {t('filter.clearAll')}
            </Button>
          )}
        </Empty>
      ) : (
        <div className={classes.frame}>
          <Table.ScrollContainer className="no-wider-on-phones" minWidth={760}>
            <Table highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('order.number')}</Table.Th>
                  <Table.Th>{t('order.fulfilment')}</Table.Th>
                  <Table.Th>{t('shipment.customer')}</Table.Th>
                  <Table.Th className="not-on-phones">{t('address.country')}</Table.Th>
                  <Table.Th className="number not-on-phones">{t('order.total')}</Table.Th>
                  <Table.Th className="not-on-phones">{t('order.status')}</Table.Th>
                  <Table.Th className="not-on-phones">{t('shipment.createdAt')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((order) => (
                  <Table.Tr key={order['@id']}>
                    <Table.Td>
                      <Link
                        data-row
                        to="/w/$workspace/orders/$order"
                        params={{ workspace, order: order.id ?? '' }}
                      >
                        {order.orderNumber ?? t('order.noNumber')}
                      </Link>
                    </Table.Td>
                    <Table.Td>
                      <FulfilmentBadge status={order.fulfillmentStatus} />
                    </Table.Td>
                    <Table.Td>
                      {[order.shippingAddress?.firstName, order.shippingAddress?.lastName]
                        .filter(Boolean)
                        .join(' ') || order.email}
                    </Table.Td>
                    <Table.Td className="not-on-phones">
                      {countryName(order.shippingAddress?.countryIso2)}
                    </Table.Td>
                    <Table.Td className="number not-on-phones">
                      {order.total === null || order.total === undefined
                        ? '–'
                        : money(order.total, order.currency ?? null)}
                    </Table.Td>
                    <Table.Td className="not-on-phones">
                      {(order.orderStatus as { title?: string } | null)?.title}
                    </Table.Td>
                    <Table.Td className="not-on-phones">
                      <Time value={order.createdAt} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {list.hasNextPage && (
            <Button
              variant="subtle"
              fullWidth
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('table.more')}
            </Button>
          )}
        </div>
      )}
    </Page>
  );
}
