import { Checkbox, Skeleton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Shipment } from '../../api/client';
import { t } from '../../i18n';
import { countryName } from '../../lib/format';
import { useStored } from '../../lib/stored';
import { StatusBadge } from '../../ui/status';
import { Time } from '../../ui/time';
import { PredictedArrival } from './predicted';
import { COLUMNS, customerOf, type Names, type ShipmentColumn } from './columns';
import classes from './table.module.css';

const ROW_HEIGHT = 36;
const CARD_HEIGHT = 82;

/** Rows before the end at which the next page is fetched. */
const AHEAD = 30;

const features = tableFeatures({ columnVisibilityFeature, columnSizingFeature, columnResizingFeature });
const helper = createColumnHelper<typeof features, Shipment>();
const definitions = helper.columns(
  COLUMNS.map(({ id, size }) => helper.display({ id, size, minSize: 60, maxSize: 600 })),
);
const byId = new Map(COLUMNS.map((column) => [column.id, column]));
const NO_ROWS: Shipment[] = [];

export type Visibility = Readonly<Record<string, boolean>>;

export const FIRST_VISIBILITY: Visibility = Object.fromEntries(
  COLUMNS.map(({ id, isOptional = false }) => [id, !isOptional]),
);

export interface ShipmentTableProps {
  readonly rows: readonly Shipment[];
  readonly total: number | undefined;
  readonly names: Names;
  readonly visibility: Visibility;
  readonly isCards: boolean;
  readonly isDimmed: boolean;
  readonly isPending: boolean;
  readonly isFetchingMore: boolean;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly gone: ReadonlySet<string>;
  readonly selected: ReadonlySet<string>;
  readonly canSelect: boolean;
  readonly onSelect: (iri: string, isRange: boolean) => void;
  readonly onSelectLoaded: (isSelected: boolean) => void;
  readonly onOpen: (shipment: Shipment) => void;
  readonly order: { readonly by: string; readonly isDescending: boolean };
  readonly onOrder: (by: string) => void;
}

export function ShipmentTable(props: ShipmentTableProps) {
  const { rows, isCards, visibility, hasMore, isFetchingMore, loadMore, selected, canSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(-1);
  const [sizes, setSizes] = useStored<Record<string, number>>('waybill-shipments-widths', {});
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    columnResizeMode: 'onChange',
    state: { columnVisibility: { ...visibility }, columnSizing: sizes },
    onColumnSizingChange: (update) => setSizes(typeof update === 'function' ? update(sizes) : update),
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const columns = headers.flatMap(({ id }) => byId.get(id) ?? []);
  const template = useMemo(
    () =>
      [...(canSelect ? ['38px'] : []), ...headers.map((header) => `${header.getSize()}px`), '1fr'].join(' '),
    [headers, canSelect],
  );
  const shown = useMemo(() => columns, [columns.map(({ id }) => id).join()]);

  const virtualizer = useVirtualizer({
    count: rows.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => (isCards ? CARD_HEIGHT : ROW_HEIGHT),
    overscan: 12,
  });
  useEffect(() => virtualizer.measure(), [isCards, virtualizer]);
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isFetchingMore && last >= rows.length - AHEAD) loadMore();
  }, [hasMore, isFetchingMore, last, rows.length, loadMore]);

  const move = (to: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setActive(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[active];
    const actions: Readonly<Record<string, () => void>> = {
      j: () => move(active + 1),
      ArrowDown: () => move(active + 1),
      k: () => move(active - 1),
      ArrowUp: () => move(active - 1),
      PageDown: () => move(active + 15),
      PageUp: () => move(active - 15),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      Enter: () => row && props.onOpen(row),
      x: () => row?.['@id'] && canSelect && props.onSelect(row['@id'], false),
      X: () => row?.['@id'] && canSelect && props.onSelect(row['@id'], true),
      ' ': () => row?.['@id'] && canSelect && props.onSelect(row['@id'], false),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };
  // j and k work without a click into the table first, wherever nobody writes
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey || !['j', 'k'].includes(event.key)) return;
      if (target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu]')) return;
      if (document.activeElement !== scroller.current) {
        scroller.current?.focus();
        move(active < 0 ? 0 : active);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  const loaded = rows.filter((row) => selected.has(row['@id'] ?? '')).length;
  const style = { '--cols': template } as CSSProperties;
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      data-cards={isCards || undefined}
      data-dimmed={props.isDimmed || undefined}
      style={style}
      role="grid"
      aria-label={t('nav.shipments')}
      aria-rowcount={(props.total ?? rows.length) + 1}
      aria-multiselectable={canSelect || undefined}
      aria-activedescendant={active >= 0 ? `row-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={classes.head} role="row" aria-rowindex={1}>
        {canSelect && (
          <div role="columnheader" className={classes.check}>
            <Checkbox
              size="xs"
              aria-label={t('table.selectLoaded')}
              checked={loaded > 0 && loaded === rows.length}
              indeterminate={loaded > 0 && loaded < rows.length}
              onChange={(event) => props.onSelectLoaded(event.currentTarget.checked)}
            />
          </div>
        )}
        {!isCards &&
          headers.map((header) => {
            const column = byId.get(header.id);
            if (!column) return null;
            return (
              <HeaderCell
                key={header.id}
                column={column}
                order={props.order}
                onOrder={props.onOrder}
                onResize={header.getResizeHandler()}
              />
            );
          })}
        {isCards && <div role="columnheader">{t('nav.shipments')}</div>}
      </div>
      {props.isPending ? (
        <SkeletonRows height={isCards ? CARD_HEIGHT : ROW_HEIGHT} />
      ) : (
        <div className={classes.body} style={{ height: virtualizer.getTotalSize() }} role="rowgroup">
          {items.map(({ index, start, size }) => {
            const shipment = rows[index];
            const position: CSSProperties = { transform: `translateY(${start}px)`, height: size };
            if (!shipment)
              return (
                <div key="more" className={classes.row} style={position} role="row">
                  <div role="gridcell">
                    <Skeleton height={12} width={220} />
                  </div>
                </div>
              );
            const iri = shipment['@id'] ?? '';
            return (
              <Row
                key={iri}
                index={index}
                start={start}
                size={size}
                shipment={shipment}
                columns={shown}
                names={props.names}
                isCard={isCards}
                isActive={index === active}
                isSelected={selected.has(iri)}
                isGone={props.gone.has(iri)}
                canSelect={canSelect}
                onSelect={props.onSelect}
                onOpen={props.onOpen}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

interface HeaderCellProps {
  readonly column: ShipmentColumn;
  readonly order: ShipmentTableProps['order'];
  readonly onOrder: (by: string) => void;
  readonly onResize: (event: unknown) => void;
}

function HeaderCell({ column, order, onOrder, onResize }: HeaderCellProps) {
  const { order: by, label, isNumber } = column;
  const isSorted = by !== undefined && order.by === by;
  const sorted = order.isDescending ? 'descending' : 'ascending';
  const Arrow = order.isDescending ? IconArrowDown : IconArrowUp;
  return (
    <div
      role="columnheader"
      aria-sort={isSorted ? sorted : undefined}
      className={classes.headCell}
      data-number={isNumber || undefined}
    >
      {by === undefined ? (
        <span>{t(label)}</span>
      ) : (
        <button type="button" onClick={() => onOrder(by)}>
          <span>{t(label)}</span>
          {isSorted && <Arrow size={13} aria-hidden />}
        </button>
      )}
      <span className={classes.resizer} onMouseDown={onResize} onTouchStart={onResize} aria-hidden />
    </div>
  );
}

interface RowProps {
  readonly index: number;
  readonly start: number;
  readonly size: number;
  readonly shipment: Shipment;
  readonly columns: readonly ShipmentColumn[];
  readonly names: Names;
  readonly isCard: boolean;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isGone: boolean;
  readonly canSelect: boolean;
  readonly onSelect: (iri: string, isRange: boolean) => void;
  readonly onOpen: (shipment: Shipment) => void;
}

/** Rows are drawn again only when something of them has changed: scrolling stays smooth on slow machines. */
const Row = memo(function Row(props: RowProps) {
  const { index, start, size, shipment, columns, names, isCard, isGone, canSelect } = props;
  const iri = shipment['@id'] ?? '';
  return (
    <div
      id={`row-${index}`}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={canSelect ? props.isSelected : undefined}
      className={classes.row}
      data-active={props.isActive || undefined}
      data-selected={props.isSelected || undefined}
      data-gone={isGone || undefined}
      style={{ transform: `translateY(${start}px)`, height: size }}
      onClick={() => !isGone && props.onOpen(shipment)}
    >
      {canSelect && (
        <div
          role="gridcell"
          className={classes.check}
          onClick={(event) => {
            event.stopPropagation();
            props.onSelect(iri, event.shiftKey);
          }}
        >
          <Checkbox
            size="xs"
            tabIndex={-1}
            readOnly
            checked={props.isSelected}
            aria-label={t('table.select', { name: shipment.trackingNumber ?? t('shipment.noNumber') })}
          />
        </div>
      )}
      {isCard ? (
        <Card shipment={shipment} names={names} />
      ) : (
        columns.map(({ id, cell, isNumber }) => (
          <div key={id} role="gridcell" className={classes.cell} data-number={isNumber || undefined}>
            {cell(shipment, names)}
          </div>
        ))
      )}
    </div>
  );
});

/** A row on a phone. */
function Card({ shipment, names }: { readonly shipment: Shipment; readonly names: Names }) {
  const { trackingNumber, trackingStatus, daysInTransit, lastStatusUpdate, originCarrier } = shipment;
  const country = countryName(shipment.destinationCountryIso2);
  return (
    <div role="gridcell" className={classes.card}>
      <span className="mono">{trackingNumber ?? t('shipment.noNumber')}</span>
      <StatusBadge status={trackingStatus} />
      <span className={classes.cardText} data-wide>
        {[customerOf(shipment), country, names.carrier(originCarrier)].filter(Boolean).join(' · ')}
      </span>
      <PredictedArrival shipment={shipment} />
      <span className={classes.cardText}>
        {typeof daysInTransit === 'number' ? `${t('unit.days', { count: daysInTransit })} · ` : ''}
        <Time value={lastStatusUpdate ?? shipment.createdAt} />
      </span>
    </div>
  );
}

const SkeletonRows = ({ height }: { readonly height: number }) => (
  <div role="rowgroup" aria-busy>
    {Array.from({ length: 14 }, (_, index) => (
      <div key={index} className={classes.skeleton} style={{ height }} role="row">
        <div role="gridcell">
          <Skeleton height={12} width={`${85 - ((index * 13) % 40)}%`} />
        </div>
      </div>
    ))}
  </div>
);
