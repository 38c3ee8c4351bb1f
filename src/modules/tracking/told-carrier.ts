import { carrierByCode } from '../reference-data/carriers/carriers.js';
import { postalItem } from '../reference-data/carriers/postal-item.js';
import { areRelated } from '../reference-data/carriers/related-carriers.js';
import type { Shipment } from '../shipments/shipment.entity.js';
import { countryColumns } from './country-columns.js';
import type { TrackingUpdate } from './tracking-update.js';

/** Whose news they are. */
type Told = Pick<TrackingUpdate, 'originCarrier' | 'sameCarriers'>;
type Carried = Pick<Shipment, 'trackingNumber' | 'originCarrier' | 'carrierIsDetected'>;

/**
 * Whether news are of this parcel. They are not where a client has chosen a carrier that has nothing to do with theirs:
 * then another parcel has the same number. A carrier that was detected is a guess and gives way, unless some of all that
 * is told of the number at the same time confirm it.
 */
export function concerns(told: Told, parcel: Carried, all: readonly Told[]): boolean {
  const { originCarrier: own, carrierIsDetected, trackingNumber } = parcel;
  const { originCarrier, sameCarriers = [] } = told;
  if (originCarrier === undefined || own === null || originCarrier === own) return true;
  if ([originCarrier, ...sameCarriers].some((code) => areRelated(code, own, trackingNumber ?? '')))
    return true;
  return carrierIsDetected === 1 && !isConfirmed(own, all);
}

/**
 * The columns of a parcel that change because news of it name a carrier: it becomes the parcel's, unless some of all that
 * is told at the same time confirm the one that it has. Whether a client has chosen stays as it is.
 */
export function toldCarrier(
  { originCarrier, sameCarriers = [] }: Told,
  parcel: Carried & Pick<Shipment, 'originCountryIso2'>,
  all: readonly Told[],
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

const isConfirmed = (own: string, all: readonly Told[]): boolean =>
  all.some(({ originCarrier }) => originCarrier === own);

/** A country that only the carrier suggested goes with it; but a number of UPU S10 says by itself where it is from. */
const originOf = (carrier: string, trackingNumber: string): Partial<Shipment> =>
  postalItem(trackingNumber) ? {} : countryColumns('origin', onlyCountryOf(carrier) ?? null);

const onlyCountryOf = (code: string): string | undefined => {
  const [home, ...others] = carrierByCode(code)?.countryIso2Codes ?? [];
  return others.length === 0 ? home : undefined;
};
