import { CARRIER_ROWS } from './catalogue/catalogue.js';
import type { CarrierRow } from './catalogue/carrier-row.js';

/** What a tracking provider calls carriers of the catalogue. */
export interface CarrierKeys<K> {
  /** Undefined for a carrier that the provider does not know. */
  readonly keyOf: (code: string | null) => K | undefined;
  /** The carriers behind a key, the likeliest first. */
  readonly codesOf: (key: unknown) => readonly string[];
  /** Each carrier that has a key. */
  readonly codes: readonly string[];
}

/** Takes the keys of a provider from the rows; where several carriers have one key, they come in the order of the rows. */
export function carrierKeys<K>(
  keyIn: (row: CarrierRow) => K | undefined,
  isSecond: (row: CarrierRow) => boolean = () => false,
): CarrierKeys<K> {
  const keys = new Map<string, K>();
  const codes = new Map<unknown, string[]>();
  const rows = [
    ...CARRIER_ROWS.filter(([, row]) => !isSecond(row)),
    ...CARRIER_ROWS.filter(([, row]) => isSecond(row)),
  ];
  for (const [code, row] of rows) {
    const key = keyIn(row);
    if (key === undefined) continue;
    keys.set(code, key);
    codes.set(key, [...(codes.get(key) ?? []), code]);
  }
  return {
    keyOf: (code) => keys.get(code ?? ''),
    codesOf: (key) => codes.get(key) ?? [],
    codes: [...keys.keys()],
  };
}
