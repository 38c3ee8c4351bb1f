import { memo, type ReactNode } from 'react';
import type { DeliveryPrediction, Shipment } from '../../api/client';
import { t } from '../../i18n';
import { countryName } from '../../lib/format';
import { glyph } from '../../lib/glyphs';
import { Arrival } from '../../ui/arrival';
import { StatusBadge } from '../../ui/status';
import { Time } from '../../ui/time';
import { customerOf, isTooWide, type Names, type ShownColumn } from './columns';
import classes from './table.module.css';

/** Pixels of a row, which the stylesheet has as well: as a line of a table, and as a card on a phone. */
export const ROW_HEIGHT = 36;
export const CARD_HEIGHT = 82;

const CHECK = glyph('check');

export interface RowActions {
  readonly onSelect: (iri: string, isRange: boolean) => void;
  readonly onOpen: (shipment: Shipment) => void;
}

interface RowProps extends RowActions {
  readonly index: number;
  readonly shipment: Shipment;
  readonly prediction: DeliveryPrediction | undefined;
  readonly columns: readonly ShownColumn[];
  readonly names: Names;
  readonly isCard: boolean;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isGone: boolean;
  readonly canSelect: boolean;
}

/**
 * A shipment of the table. It is drawn again only when something of it has changed, and of plain elements: hundreds of them pass
 * in a second of scrolling.
 */
export const Row = memo(function Row(props: RowProps) {
  const { index, shipment, prediction, columns, names, isCard, isGone, canSelect } = props;
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
      style={{ top: index * (isCard ? CARD_HEIGHT : ROW_HEIGHT) }}
      onClick={() => !isGone && props.onOpen(shipment)}
    >
      {canSelect && (
        <div
          role="gridcell"
          className={classes.check}
          // the keyboard stays at the table: the element soon shows another row
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => {
            event.stopPropagation();
            props.onSelect(iri, event.shiftKey);
          }}
        >
          <span
            role="checkbox"
            className={classes.tick}
            tabIndex={-1}
            data-glyph={props.isSelected ? CHECK : undefined}
            aria-checked={props.isSelected}
            aria-label={t('table.select', { name: shipment.trackingNumber ?? t('shipment.noNumber') })}
          />
        </div>
      )}
      {isCard ? (
        <Card shipment={shipment} names={names} prediction={prediction} />
      ) : (
        columns.map((column) => cellOf(column, column.cell(shipment, names, prediction)))
      )}
    </div>
  );
});

/** What has room is not cut off: hundreds of clips would take longer to draw than what is in them. */
const cellOf = (column: ShownColumn, content: ReactNode): ReactNode => (
  <div
    key={column.id}
    role="gridcell"
    className={column.isMono && typeof content === 'string' ? `${classes.cell} mono` : classes.cell}
    data-number={column.isNumber || undefined}
    data-cut={isTooWide(content, column) || undefined}
  >
    {content}
  </div>
);

/** A row on a phone. */
function Card({ shipment, names, prediction }: Pick<RowProps, 'shipment' | 'names' | 'prediction'>) {
  const { trackingNumber, trackingStatus, daysInTransit, lastStatusUpdate, originCarrier } = shipment;
  const country = countryName(shipment.destinationCountryIso2);
  return (
    <div role="gridcell" className={classes.card}>
      <span className="mono">{trackingNumber ?? t('shipment.noNumber')}</span>
      <StatusBadge status={trackingStatus} />
      <span className={classes.cardText} data-wide>
        {[customerOf(shipment), country, names.carrier(originCarrier)].filter(Boolean).join(' · ')}
      </span>
      <Arrival prediction={prediction} carrier={names.carrier} />
      <span className={classes.cardText}>
        {typeof daysInTransit === 'number' ? `${t('unit.days', { count: daysInTransit })} · ` : ''}
        <Time value={lastStatusUpdate ?? shipment.createdAt} />
      </span>
    </div>
  );
}
