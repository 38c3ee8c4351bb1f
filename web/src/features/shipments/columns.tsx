import type { ReactNode } from 'react';
import type { DeliveryPrediction, Shipment } from '../../api/client';
import { t, type MessageKey } from '../../i18n';
import { countryName, day as exactDay } from '../../lib/format';
import { textWidth } from '../../lib/text-width';
import { Arrival, arrivalWidth } from '../../ui/arrival';
import { badgeWidth, StatusBadge } from '../../ui/status';
import { Time, timeWidth } from '../../ui/time';

export interface ShipmentColumn {
  readonly id: string;
  readonly label: MessageKey;
  /** Pixels at first. */
  readonly size: number;
  /** What the API sorts it by. */
  readonly order?: string;
  readonly isNumber?: boolean;
  readonly isMono?: boolean;
  /** Whether it is shown until somebody says otherwise. */
  readonly isOptional?: boolean;
  readonly cell: (shipment: Shipment, names: Names, prediction: DeliveryPrediction | undefined) => ReactNode;
  /** Where a cell is more than a text: pixels that it takes at most. */
  readonly widest?: () => number;
}

/** Pixels at the left and the right of a cell's content, which the stylesheet has as well. */
const PADDING = 20;

export interface ShownColumn extends ShipmentColumn {
  /** Pixels for the content of a cell. */
  readonly room: number;
  /** Whether cells that are more than a text may not have room. */
  readonly isNarrow: boolean;
}

const widest = new Map<string, number>();

/** A column as wide as somebody has made it. */
export function shownColumn(column: ShipmentColumn, width: number): ShownColumn {
  const needed = widest.get(column.id) ?? column.widest?.() ?? 0;
  widest.set(column.id, needed);
  const room = width - PADDING;
  return { ...column, room, isNarrow: needed > room };
}

/** Whether the content of a cell has to be cut off. */
export const isTooWide = (content: ReactNode, { room, isNarrow, isMono }: ShownColumn): boolean =>
  typeof content === 'string' ? textWidth(content, isMono) > room : isNarrow;

/** What codes are called. */
export interface Names {
  readonly carrier: (code: string | null | undefined) => string;
}

export const customerOf = ({ address, email }: Shipment): string =>
  [address?.firstName, address?.lastName].filter(Boolean).join(' ') || address?.company || email || '';

const days = (count: number | null | undefined): ReactNode => count ?? '–';

export const COLUMNS: readonly ShipmentColumn[] = [
  {
    id: 'trackingNumber',
    label: 'shipment.trackingNumber',
    size: 190,
    order: 'trackingNumber',
    isMono: true,
    cell: ({ trackingNumber }) => trackingNumber ?? <em>{t('shipment.noNumber')}</em>,
    widest: () => textWidth(t('shipment.noNumber')),
  },
  {
    id: 'trackingStatus',
    label: 'shipment.trackingStatus',
    size: 178,
    order: 'trackingStatus',
    cell: ({ trackingStatus }) => <StatusBadge status={trackingStatus} />,
    widest: badgeWidth,
  },
  {
    id: 'arrival',
    label: 'prediction.column',
    size: 212,
    cell: (_, { carrier }, prediction) => <Arrival prediction={prediction} carrier={carrier} />,
    widest: arrivalWidth,
  },
  {
    id: 'orderNumbers',
    label: 'shipment.orderNumbers',
    size: 120,
    order: 'orderNumbers',
    cell: ({ orderNumbers }) => orderNumbers?.join(', '),
  },
  { id: 'customer', label: 'shipment.customer', size: 160, order: 'address.lastName', cell: customerOf },
  {
    id: 'destination',
    label: 'shipment.destination',
    size: 170,
    order: 'destinationCountryIso2',
    cell: ({ destinationCountryIso2, address }) => {
      const country = countryName(destinationCountryIso2 ?? address?.countryIso2);
      return [address?.city, country].filter(Boolean).join(', ');
    },
  },
  {
    id: 'carrier',
    label: 'shipment.carrier',
    size: 130,
    order: 'originCarrier',
    cell: ({ originCarrier }, { carrier }) => carrier(originCarrier),
  },
  {
    id: 'daysInTransit',
    label: 'shipment.daysInTransit',
    size: 118,
    order: 'daysInTransit',
    isNumber: true,
    cell: ({ daysInTransit }) => days(daysInTransit),
  },
  {
    id: 'daysInIdle',
    label: 'shipment.daysInIdle',
    size: 92,
    order: 'daysInIdle',
    isNumber: true,
    cell: ({ daysInIdle }) => days(daysInIdle),
  },
  {
    id: 'expectedDeliveryDate',
    label: 'shipment.expected',
    size: 120,
    order: 'expectedDeliveryDate',
    cell: ({ expectedDeliveryDate }) => expectedDeliveryDate && exactDay(expectedDeliveryDate),
  },
  {
    id: 'lastStatusUpdate',
    label: 'shipment.lastUpdate',
    size: 120,
    order: 'lastStatusUpdate',
    cell: ({ lastStatusUpdate }) => <Time value={lastStatusUpdate} />,
    widest: timeWidth,
  },
  {
    id: 'createdAt',
    label: 'shipment.createdAt',
    size: 120,
    order: 'createdAt',
    isOptional: true,
    cell: ({ createdAt }) => <Time value={createdAt} />,
    widest: timeWidth,
  },
  {
    id: 'shipmentStatus',
    label: 'shipment.shipmentStatus',
    size: 130,
    order: 'shipmentStatus.code',
    isOptional: true,
    cell: ({ shipmentStatus }) => (shipmentStatus as { title?: string } | null)?.title,
  },
  {
    id: 'email',
    label: 'shipment.email',
    size: 200,
    order: 'email',
    isOptional: true,
    cell: ({ email }) => email,
  },
  {
    id: 'phoneNumber',
    label: 'shipment.phone',
    size: 140,
    order: 'phoneNumber',
    isOptional: true,
    cell: ({ phoneNumber }) => phoneNumber,
  },
  {
    id: 'origin',
    label: 'shipment.origin',
    size: 130,
    order: 'originCountryIso2',
    isOptional: true,
    cell: ({ originCountryIso2 }) => countryName(originCountryIso2),
  },
  {
    id: 'destinationCarrier',
    label: 'shipment.destinationCarrier',
    size: 130,
    order: 'destinationCarrier',
    isOptional: true,
    cell: ({ destinationCarrier }, { carrier }) => carrier(destinationCarrier),
  },
  {
    id: 'shippedAt',
    label: 'shipment.shippedAt',
    size: 120,
    order: 'shippedAt',
    isOptional: true,
    cell: ({ shippedAt }) => <Time value={shippedAt} />,
    widest: timeWidth,
  },
  {
    id: 'reviewTotalScore',
    label: 'shipment.review',
    size: 90,
    order: 'reviewTotalScore',
    isNumber: true,
    isOptional: true,
    cell: ({ reviewTotalScore }) => reviewTotalScore,
  },
];
