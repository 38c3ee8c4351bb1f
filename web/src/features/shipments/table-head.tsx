import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo, type PointerEvent } from 'react';
import { t } from '../../i18n';
import { glyph } from '../../lib/glyphs';
import type { ShipmentColumn } from './columns';
import classes from './table.module.css';

/** Pixels of a column. */
const NARROWEST = 60;
const WIDEST = 600;

const GLYPHS = { none: undefined, some: glyph('minus'), all: glyph('check') };

export interface Order {
  readonly by: string;
  readonly isDescending: boolean;
}

interface TableHeadProps {
  readonly columns: readonly ShipmentColumn[];
  readonly isCards: boolean;
  readonly order: Order;
  readonly onOrder: (by: string) => void;
  readonly onResize: (id: string, width: number) => void;
  readonly canSelect: boolean;
  /** Which of the loaded rows are selected. */
  readonly selected: 'none' | 'some' | 'all';
  readonly onSelectLoaded: (isSelected: boolean) => void;
}

export const TableHead = memo(function TableHead(props: TableHeadProps) {
  const { columns, isCards, canSelect, selected } = props;
  return (
    <div className={classes.head} role="row" aria-rowindex={1}>
      {canSelect && (
        <div role="columnheader" className={classes.check}>
          <input
            type="checkbox"
            className={classes.tick}
            data-glyph={GLYPHS[selected]}
            aria-label={t('table.selectLoaded')}
            checked={selected === 'all'}
            ref={(box) => {
              if (box) box.indeterminate = selected === 'some';
            }}
            onChange={(event) => props.onSelectLoaded(event.currentTarget.checked)}
          />
        </div>
      )}
      {isCards ? (
        <div role="columnheader">{t('nav.shipments')}</div>
      ) : (
        columns.map((column) => (
          <HeaderCell
            key={column.id}
            column={column}
            order={props.order}
            onOrder={props.onOrder}
            onResize={props.onResize}
          />
        ))
      )}
    </div>
  );
});

type HeaderCellProps = Pick<TableHeadProps, 'order' | 'onOrder' | 'onResize'> & {
  readonly column: ShipmentColumn;
};

function HeaderCell({ column, order, onOrder, onResize }: HeaderCellProps) {
  const { id, order: by, label, isNumber } = column;
  const isSorted = by !== undefined && order.by === by;
  const sorted = order.isDescending ? 'descending' : 'ascending';
  const Arrow = order.isDescending ? IconArrowDown : IconArrowUp;
  const onPointerDown = (event: PointerEvent<HTMLSpanElement>): void => {
    const handle = event.currentTarget;
    const width = handle.parentElement?.offsetWidth ?? 0;
    const from = event.clientX;
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = ({ clientX }) =>
      onResize(id, Math.max(NARROWEST, Math.min(WIDEST, Math.round(width + clientX - from))));
    handle.onlostpointercapture = () => (handle.onpointermove = null);
  };
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
      <span className={classes.resizer} onPointerDown={onPointerDown} aria-hidden />
    </div>
  );
}
