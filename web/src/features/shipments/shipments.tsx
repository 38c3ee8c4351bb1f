import { ActionIcon, Button, Menu, Popover, Skeleton, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconColumns3, IconCopy, IconRefresh, IconTerminal2 } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { memo, useCallback, useMemo, useRef, useState } from 'react';
import type { Shipment } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t, tn } from '../../i18n';
import { useCarrierName } from '../../lib/reference';
import { type Search, toQuery, withValues } from '../../lib/search';
import { useStored } from '../../lib/stored';
import { copy } from '../../ui/copy';
import { lazyPart } from '../../ui/lazy-part';
import { Page } from '../../ui/page';
import { Empty, Failure } from '../../ui/states';
import type { ColumnsProps } from './columns-panel';
import { useStatusCounts } from './counts';
import { PredictedRows } from './predicted';
import { ActiveFilters, FilterBar, StatusChips } from './filters';
import { apiSearch, useShipments } from './query';
import { FIRST_VISIBILITY, ShipmentTable, type Visibility } from './table';
import { ViewsMenu } from './views';

const BulkBar = lazyPart(async () => (await import('./bulk-bar')).default, { isOverlay: true });
const ColumnsPanel = lazyPart(async () => (await import('./columns-panel')).default, {
  fallback: <Skeleton height={60} width={140} />,
});

const NOTHING: ReadonlySet<string> = new Set();

/** The list of a workspace's shipments. All of its state that somebody may want to share is in the address. */
export function Shipments() {
  const workspace = useWorkspace();
  const search = useSearch({ from: '/inside/w/$workspace/shipments' });
  const navigate = useNavigate();
  const isCards = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const [chosen, setVisibility] = useStored<Visibility>('waybill-shipments-columns', FIRST_VISIBILITY);
  // a column that is newer than what somebody has chosen is as it is at first
  const visibility = useMemo(() => ({ ...FIRST_VISIBILITY, ...chosen }), [chosen]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(NOTHING);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(NOTHING);
  const anchor = useRef<string | undefined>(undefined);
  const carrier = useCarrierName();
  const names = useMemo(() => ({ carrier }), [carrier]);
  const list = useShipments(workspace.iri, search);
  const counts = useStatusCounts(search, !list.isPending);
  const rows = useMemo(
    () => (hidden.size === 0 ? list.rows : list.rows.filter((row) => !hidden.has(row['@id'] ?? ''))),
    [list.rows, hidden],
  );

  const onChange = useCallback(
    (next: Search) => {
      setSelected(NOTHING);
      void navigate({ to: '.', search: next, replace: true });
    },
    [navigate],
  );
  const [, by = 'createdAt', direction = 'desc'] =
    /order\[([^\]]+)\]=(asc|desc)/.exec(toQuery(apiSearch(search))) ?? [];
  const order = useMemo(() => ({ by, isDescending: direction === 'desc' }), [by, direction]);
  const onOrder = useCallback(
    (name: string): void => {
      const others = Object.fromEntries(Object.entries(search).filter(([key]) => !key.startsWith('order[')));
      const next = name === by && direction === 'desc' ? 'asc' : 'desc';
      onChange(withValues(others, { [`order[${name}]`]: next }));
    },
    [search, by, direction, onChange],
  );
  const onOpen = useCallback(
    (shipment: Shipment) =>
      void navigate({
        to: '/w/$workspace/shipments/$shipment',
        params: { workspace: workspace.id, shipment: shipment.id ?? '' },
      }),
    [navigate, workspace.id],
  );
  const current = useRef(rows);
  current.current = rows;
  const onSelect = useCallback((iri: string, isRange: boolean) => {
    const from = current.current.findIndex((row) => row['@id'] === anchor.current);
    const to = current.current.findIndex((row) => row['@id'] === iri);
    anchor.current = iri;
    setSelected((before) => {
      const next = new Set(before);
      if (isRange && from >= 0 && to >= 0)
        for (const row of current.current.slice(Math.min(from, to), Math.max(from, to) + 1))
          next.add(row['@id'] ?? '');
      else if (!next.delete(iri)) next.add(iri);
      return next;
    });
  }, []);
  const onSelectLoaded = useCallback(
    (isAll: boolean) =>
      setSelected(isAll ? new Set(current.current.map((row) => row['@id'] ?? '')) : NOTHING),
    [],
  );
  const isFiltered = Object.keys(search).some((name) => !name.startsWith('order['));

  return (
    <Page
      isFull
      title={t('nav.shipments')}
      actions={
        <>
          {list.total !== undefined && (
            <Text size="sm" c="dimmed" mr="xs" role="status">
              {tn('shipments.count', list.total)}
            </Text>
          )}
          <ViewsMenu search={search} onChange={onChange} />
          {!isCards && <ColumnsMenu visibility={visibility} onChange={setVisibility} />}
          <CopyMenu search={search} />
        </>
      }
    >
      <StatusChips search={search} onChange={onChange} {...counts} />
      <FilterBar search={search} onChange={onChange} />
      <ActiveFilters search={search} onChange={onChange} />
      {list.fresh > 0 && (
        <Button
          variant="light"
          size="compact-sm"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={list.reload}
          style={{ alignSelf: 'flex-start' }}
        >
          {tn('shipments.fresh', list.fresh)}
        </Button>
      )}
      {list.error && rows.length === 0 ? (
        <Failure error={list.error} onRetry={list.reload} />
      ) : !list.isPending && rows.length === 0 ? (
        <Empty
          title={t(isFiltered ? 'shipments.noMatch' : 'shipments.empty')}
          text={t(isFiltered ? 'shipments.noMatchText' : 'shipments.emptyText')}
        >
          {isFiltered && (
            <Button variant="default" mt="xs" onClick={() => onChange({})}>
              {t('filter.clearAll')}
            </Button>
          )}
        </Empty>
      ) : (
        <PredictedRows
          workspace={workspace.iri}
          rows={list.rows}
          isWanted={!list.isPending && (isCards || (visibility.arrival ?? false))}
        >
          <ShipmentTable
            query={toQuery(search)}
            rows={rows}
            total={list.total}
            names={names}
            visibility={visibility}
            isCards={isCards}
            isDimmed={list.isPlaceholder}
            isPending={list.isPending}
            hasMore={list.hasMore}
            loadMore={list.loadMore}
            gone={list.gone}
            selected={selected}
            canSelect={workspace.mayWrite}
            onSelect={onSelect}
            onSelectLoaded={onSelectLoaded}
            onOpen={onOpen}
            order={order}
            onOrder={onOrder}
          />
        </PredictedRows>
      )}
      {selected.size > 0 && (
        <BulkBar
          search={search}
          total={list.total ?? 0}
          rows={rows}
          selected={selected}
          onClear={() => setSelected(NOTHING)}
          onHide={setHidden}
          onDone={list.reload}
        />
      )}
    </Page>
  );
}

/** Columns are chosen seldom: what opens is loaded then. */
const ColumnsMenu = memo(function ColumnsMenu(props: ColumnsProps) {
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('table.columns')}
          data-hint={t('table.columns')}
        >
          <IconColumns3 size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('table.columns')}>
        <ColumnsPanel {...props} />
      </Popover.Dropdown>
    </Popover>
  );
});

/** A request as a shell takes it: the token is a variable, and nothing else is secret. */
export const curlFor = (path: string): string =>
  `curl -sg -H "Authorization: Bearer $TOKEN" '${window.location.origin}${path.replaceAll("'", "'\\''")}'`;

const CopyMenu = memo(function CopyMenu({ search }: { readonly search: Search }) {
  const { iri } = useWorkspace();
  const path = `${iri}/shipments?${toQuery(apiSearch(search))}`;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('shipments.share')}
          data-hint={t('shipments.share')}
        >
          <IconCopy size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconTerminal2 size={15} aria-hidden />}
          onClick={() => void copy(curlFor(path))}
        >
          {t('shipments.copyCurl')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={15} aria-hidden />}
          onClick={() => void copy(window.location.href)}
        >
          {t('shipments.copyLink')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
});
