import { countryName } from '../reference-data/countries/countries.js';
import { foldValue } from '../../core/metadata/fold.js';
import type { Shipment } from '../shipments/shipment.entity.js';

/** What a shipment keeps of the country at one of its ends: code, name, and the name as it is searched. */
export function countryColumns(end: 'origin' | 'destination', iso2: string | null): Partial<Shipment> {
  const name = (iso2 === null ? undefined : countryName(iso2)) ?? null;
  return {
    [`${end}Country`]: name,
    [`${end}CountryFolded`]: name === null ? null : foldValue(name, 100),
    [`${end}CountryIso2`]: iso2,
  };
}
