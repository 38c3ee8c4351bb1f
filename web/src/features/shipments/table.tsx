import { Skeleton } from '@mantine/core';
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  type RefObject,
  useCallback,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Shipment } from '../../api/client';
import { t } from '../../i18n';
import { useRowWindow } from '../../lib/row-window';
import { useStored } from '../../lib/stored';
import { COLUMNS, type Names, shownColumn, type ShownColumn } from './columns';
import { type Order, TableHead } from './table-head';
import { useRowPredictions } from './predicted';
import { CARD_HEIGHT, Row, ROW_HEIGHT, type RowActions } from './table-row';
import classes from './table.module.css';

/** Rows before the end at which the next page is fetched. */
const AHEAD = 60;

/** Pixels of the head, which the stylesheet has as well. */
const HEAD_HEIGHT = 34;

/** Rows that PageDown goes on. */
const LEAP = 15;

const WIDTHS = 'waybill-shipments-widths';
const NO_WIDTHS: Readonly<Record<string, number>> = {};

export type Visibility = Readonly<Record<string, boolean>>;

export const FIRST_VISIBILITY: Visibility = Object.fromEntries(
  COLUMNS.map(({ id, isOptional = false }) => [id, !isOptional]),
);

export interface ShipmentTableProps extends RowActions {
  /** What the rows are the answer to: another one begins at the top. */
  readonly query: string;
  readonly rows: readonly Shipment[];
  readonly total: number | undefined;
  readonly names: Names;
  readonly visibility: Visibility;
  readonly isCards: boolean;
  readonly isDimmed: boolean;
  readonly isPending: boolean;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly gone: ReadonlySet<string>;
  readonly selected: ReadonlySet<string>;
  readonly canSelect: boolean;
  readonly onSelectLoaded: (isSelected: boolean) => void;
  readonly order: Order;
  readonly onOrder: (by: string) => void;
}

export function ShipmentTable(props: ShipmentTableProps) {
  const { query, rows, isCards, visibility, selected, canSelect } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const drawn = useRef<RowsHandle>(null);
  const [active, setActive] = useState(-1);
  const [widths, setWidths] = useStored(WIDTHS, NO_WIDTHS);
  const sizes = useMemo(
    () =>
      COLUMNS.filter(({ id }) => visibility[id]).map(
        (column) => [column, widths[column.id] ?? column.size] as const,
      ),
    [visibility, widths],
  );
  const columns = useMemo(() => sizes.map(([column, width]) => shownColumn(column, width)), [sizes]);
  const style = useMemo(() => {
    const cells = [...(canSelect ? [38] : []), ...sizes.map(([, width]) => width)];
    return {
      '--cols': [...cells.map((width) => `${width}px`), '1fr'].join(' '),
      '--width': isCards ? '0' : `${cells.reduce((sum, width) => sum + width, 0)}px`,
    } as CSSProperties;
  }, [sizes, canSelect, isCards]);
  const onResize = useCallback(
    (id: string, width: number) => setWidths({ ...widths, [id]: width }),
    [widths, setWidths],
  );

  const shownQuery = useRef(query);
  useEffect(() => {
    if (shownQuery.current === query) return;
    shownQuery.current = query;
    setActive(-1);
    scroller.current?.scrollTo({ top: 0 });
  }, [query]);

  const move = (to: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setActive(next);
    drawn.current?.reveal(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[active];
    const select = (isRange: boolean): void => {
      if (row?.['@id'] && canSelect) props.onSelect(row['@id'], isRange);
    };
    const actions: Readonly<Record<string, () => void>> = {
      j: () => move(active + 1),
      ArrowDown: () => move(active + 1),
      k: () => move(active - 1),
      ArrowUp: () => move(active - 1),
      PageDown: () => move(active + LEAP),
      PageUp: () => move(active - LEAP),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      Enter: () => row && props.onOpen(row),
      x: () => select(false),
      X: () => select(true),
      ' ': () => select(false),
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

  const loaded = useMemo(
    () => (selected.size === 0 ? 0 : rows.filter((row) => selected.has(row['@id'] ?? '')).length),
    [rows, selected],
  );
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
      <TableHead
        columns={columns}
        isCards={isCards}
        order={props.order}
        onOrder={props.onOrder}
        onResize={onResize}
        canSelect={canSelect}
        selected={loaded === 0 ? 'none' : loaded === rows.length ? 'all' : 'some'}
        onSelectLoaded={props.onSelectLoaded}
      />
      {props.isPending ? (
        <SkeletonRows height={isCards ? CARD_HEIGHT : ROW_HEIGHT} />
      ) : (
        <Rows
          ref={drawn}
          scroller={scroller}
          rows={rows}
          columns={columns}
          names={props.names}
          isCards={isCards}
          hasMore={props.hasMore}
          loadMore={props.loadMore}
          active={active}
          gone={props.gone}
          selected={selected}
          canSelect={canSelect}
          onSelect={props.onSelect}
          onOpen={props.onOpen}
        />
      )}
    </div>
  );
}

interface RowsHandle {
  readonly reveal: (index: number) => void;
}

type RowsProps = Pick<
  ShipmentTableProps,
  | 'rows'
  | 'names'
  | 'isCards'
  | 'hasMore'
  | 'loadMore'
  | 'gone'
  | 'selected'
  | 'canSelect'
  | 'onSelect'
  | 'onOpen'
> & {
  readonly ref: RefObject<RowsHandle | null>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly columns: readonly ShownColumn[];
  /** Index of the row that the keyboard is at. */
  readonly active: number;
};

/**
 * The rows that are seen, and some around them. Scrolling draws this part alone, and changes little more than texts.
 */
const Rows = memo(function Rows(props: RowsProps) {
  const { ref, scroller, rows, isCards, hasMore, loadMore, selected } = props;
  const height = isCards ? CARD_HEIGHT : ROW_HEIGHT;
  const count = rows.length + (hasMore ? 1 : 0);
  const { end, places, reveal } = useRowWindow(scroller, { count, height, head: HEAD_HEIGHT });
  const predictions = useRowPredictions();
  useImperativeHandle(ref, () => ({ reveal }), [reveal]);
  const isNearEnd = end >= rows.length - AHEAD;
  useEffect(() => {
    if (hasMore && isNearEnd) loadMore();
    // a request that failed is sent again when somebody scrolls on
  }, [hasMore, isNearEnd, end, rows, loadMore]);
  return (
    <div className={classes.body} style={{ height: count * height }} role="rowgroup">
      {places.map(({ key, index }) => {
        const shipment = rows[index];
        if (!shipment)
          return (
            <div key={key} className={classes.row} style={{ top: index * height }} role="row">
              <div role="gridcell">
                <Skeleton height={12} width={220} />
              </div>
            </div>
          );
        const iri = shipment['@id'] ?? '';
        return (
          <Row
            key={key}
            index={index}
            shipment={shipment}
            prediction={predictions.get(iri)}
            columns={props.columns}
            names={props.names}
            isCard={isCards}
            isActive={index === props.active}
            isSelected={selected.has(iri)}
            isGone={props.gone.has(iri)}
            canSelect={props.canSelect}
            onSelect={props.onSelect}
            onOpen={props.onOpen}
          />
        );
      })}
    </div>
  );
});

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
