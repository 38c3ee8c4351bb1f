import { carrierByCode } from '../reference-data/carriers/carriers.js';
import { postalItem } from '../reference-data/carriers/postal-item.js';
import { areRelated } from '../reference-data/carriers/related-carriers.js';
import type { Shipment } from '../shipments/shipment.entity.js';
import { countryColumns } from './country-columns.js';
import type { TrackingUpdate } from './tracking-update.js';

/** The carriers that an update names. */
type ReportedCarrier = Pick<TrackingUpdate, 'originCarrier' | 'sameCarriers'>;
type ShipmentCarrier = Pick<Shipment, 'trackingNumber' | 'originCarrier' | 'carrierIsDetected'>;

/**
 * Whether an update is about this shipment. It is not when a client has chosen a carrier that is unrelated to the update's:
 * then another parcel has the same number. A detected carrier is a guess and gives way, unless one of `all` updates of the
 * number confirms it.
 */
export function isAboutShipment(
  told: ReportedCarrier,
  parcel: ShipmentCarrier,
  all: readonly ReportedCarrier[],
): boolean {
  const { originCarrier: own, carrierIsDetected, trackingNumber } = parcel;
  const { originCarrier, sameCarriers = [] } = told;
  if (originCarrier === undefined || own === null || originCarrier === own) return true;
  if ([originCarrier, ...sameCarriers].some((code) => areRelated(code, own, trackingNumber ?? '')))
    return true;
  return carrierIsDetected === 1 && !isConfirmed(own, all);
}

/**
 * The columns that change because an update names a carrier: it becomes the shipment's, unless one of `all` updates of the
 * number confirms the present one. `carrierIsDetected` stays as it is.
 */
export function reportedCarrierColumns(
  { originCarrier, sameCarriers = [] }: ReportedCarrier,
  parcel: ShipmentCarrier & Pick<Shipment, 'originCountryIso2'>,
  all: readonly ReportedCarrier[],
): Partial<Shipment> {
  const { originCarrier: own, originCountryIso2, carrierIsDetected } = parcel;
  const trackingNumber = parcel.trackingNumber ?? '';
  if (originCarrier === undefined || own === originCarrier) return {};
  if (own === null) return { originCarrier, carrierIsDetected: 1 };
  if (sameCarriers.includes(own) || isConfirmed(own, all)) return {};
  const isWrong = carrierIsDetected === 1 && !areRelated(own, originCarrier, trackingNumber);
  const isGuessed = isWrong && originCountryIso2 !== null && originCountryIso2 === onlyCountryOf(own);
  return { originCarrier, ...(isGuessed && originOf(originCarrier, trackingNumber)) };
}

const isConfirmed = (own: string, all: readonly ReportedCarrier[]): boolean =>
  all.some(({ originCarrier }) => originCarrier === own);

/** A country that only the carrier suggested goes with it; but a number of UPU S10 says by itself where it is from. */
const originOf = (carrier: string, trackingNumber: string): Partial<Shipment> =>
  postalItem(trackingNumber) ? {} : countryColumns('origin', onlyCountryOf(carrier) ?? null);

const onlyCountryOf = (code: string): string | undefined => {
  const [home, ...others] = carrierByCode(code)?.countryIso2Codes ?? [];
  return others.length === 0 ? home : undefined;
};
