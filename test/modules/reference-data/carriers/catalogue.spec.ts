import { describe, expect, it } from '@jest/globals';
import { resolveCarrierOrService } from '../../../../src/modules/reference-data/carriers/carrier-names.js';
import { carrierByCode } from '../../../../src/modules/reference-data/carriers/carriers.js';
import { CARRIER_ROWS } from '../../../../src/modules/reference-data/carriers/catalogue/catalogue.js';
import { detectCarriers } from '../../../../src/modules/reference-data/carriers/detect-carriers.js';
import { normalizeTrackingNumber } from '../../../../src/modules/reference-data/carriers/normalize-tracking-number.js';
import { CERTAINTIES, numberFormats } from '../../../../src/modules/reference-data/carriers/number-format.js';
import { isCountryCode } from '../../../../src/modules/reference-data/countries/countries.js';

const rows = new Map(CARRIER_ROWS);

const repeated = (values: readonly unknown[]): unknown[] =>
  values.filter((value, at) => values.indexOf(value) !== at);

describe('the catalogue of carriers', () => {
  it('has one row for each code', () => {
    expect(repeated(CARRIER_ROWS.map(([code]) => code))).toEqual([]);
    expect(rows.size).toBeGreaterThan(650);
  });

  it('has one national post for each country', () => {
    expect(repeated(CARRIER_ROWS.flatMap(([, { postOf }]) => postOf ?? []))).toEqual([]);
  });

  it('gives an alias, and a slug of AfterShip, to one carrier', () => {
    const names = CARRIER_ROWS.flatMap(([code]) => carrierByCode(code)?.aliases ?? []);
    expect(repeated(names)).toEqual([]);
  });

  it.each(CARRIER_ROWS)('has a valid row for %s', (code, { name, family, tracking, aliases = [] }) => {
    const carrier = carrierByCode(code);
    expect(code).toMatch(/^[a-z\d._-]+$/);
    expect(name).toMatch(/\S/);
    expect(carrier?.countryIso2Codes.filter((country) => !isCountryCode(country))).toEqual([]);
    for (const url of [carrier?.url, carrier?.trackingUrlTemplate])
      if (url) expect(new URL(url).protocol).toBe('https:');
    if (tracking !== undefined) expect(tracking).toContain('{}');
    // the head of a family is in no other
    if (family !== undefined) expect([rows.has(family), rows.get(family)?.family]).toEqual([true, undefined]);
    for (const alias of aliases) expect([alias, resolveCarrierOrService(alias)]).toEqual([alias, code]);
  });

  const formats = CARRIER_ROWS.flatMap(([code, row]) =>
    (row.formats ?? []).map((format) => [code, format.name, format] as const),
  );

  it.each(formats)('detects %s by the example of its format %s', (code, _, format) => {
    const { example } = format;
    expect(normalizeTrackingNumber(example)).toBe(example);
    const [bare, withZipCode] = numberFormats(code, format);
    expect(bare?.fits(example)).toBe(true);
    if (withZipCode) expect(withZipCode.fits(`42010023${example}`)).toBe(true);
    const certainties = CERTAINTIES.slice(0, CERTAINTIES.indexOf(bare?.certainty ?? 'shaped') + 1);
    expect(certainties).toContain(detectCarriers(example).find((match) => match.code === code)?.certainty);
  });
});
