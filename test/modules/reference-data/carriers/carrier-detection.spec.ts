import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CARRIERS,
  carrierByCode,
  carrierTrackingUrl,
} from '../../../../src/modules/reference-data/carriers/carriers.js';
import { POSTAL_OPERATORS } from '../../../../src/modules/reference-data/carriers/postal-item.js';
import {
  gs1,
  luhn,
  mod10,
  mod11,
  mod37and36,
  mod7,
  s10,
} from '../../../../src/modules/reference-data/carriers/check-digits.js';
import {
  detectCarriers,
  detectOriginCarrier,
} from '../../../../src/modules/reference-data/carriers/detect-carriers.js';
import { normalizeTrackingNumber } from '../../../../src/modules/reference-data/carriers/normalize-tracking-number.js';
import * as table from './tracking-numbers.js';

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const codes = (number: string): string[] => detectCarriers(number).map(({ code }) => code);

describe('a check digit', () => {
  it('of UPS counts letters and weighs every other position twice', () => {
    expect(mod10('5R8939035756712', 1, 2)).toBe(7);
    expect(mod10('410E7W039275159', 1, 2)).toBe(1);
  });

  it('of GS1 weighs from the right, whatever the length', () => {
    expect(gs1('940011120620640626078')).toBe(7);
    expect(gs1('56828361001200')).toBe(0);
    expect(gs1('0')).toBe(0);
  });

  it('of DHL Express is the rest of a division by seven, exact for any length', () => {
    expect(mod7('331881002')).toBe(5);
    expect(mod7('12345678901234567890')).toBe(Number(12345678901234567890n % 7n));
  });

  it('of Luhn is that of credit cards', () => {
    expect(luhn('7992739871')).toBe(3);
    expect(luhn('32059546393')).toBe(8);
  });

  it('of FedEx is a rest of eleven, where ten is zero', () => {
    expect(mod11('98657878885', [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1])).toBe(5);
    expect(mod11('5', [2])).toBe(0);
  });

  it('of ISO 7064 MOD 37,36 is a digit or a letter', () => {
    expect(mod37and36('09980000020033')).toBe('F');
    expect(mod37and36('09980000098682')).toBe('4');
  });

  it('of UPU S10 is five where eleven is left, and zero where ten is', () => {
    expect(s10('12345678')).toBe(5);
    expect(s10('00000000')).toBe(5);
    expect(s10('00000008')).toBe(0);
    expect(s10('47312482')).toBe(9);
  });
});

describe('a normal tracking number', () => {
  it.each([
    [' 1z5r8939\u00A00357567127\t', '1Z5R89390357567127'],
    ['rb 123 456\u2003785\u202Fgb\n', 'RB123456785GB'],
    ['\uFEFFTN\u200B1', 'TN1'],
    ['TN-1', 'TN1'],
    ['9361\u00A02898\u20117772\u2013412.342\u00AD3129', '9361289877724123423129'],
    ['(00)340434292135100124', '00340434292135100124'],
    ['１Ｚ９９９ＡＡ１－０１２３４５６７８４', '1Z999AA10123456784'],
    ['99.00.123456.12345678', '990012345612345678'],
    [' \u00A0 ', ''],
  ])('of %j is %j', (text, normal) => {
    expect(normalizeTrackingNumber(text)).toBe(normal);
  });

  it('has a hundred characters at most, blanks not counted', () => {
    expect(normalizeTrackingNumber('a '.repeat(150))).toBe('A'.repeat(100));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const normal = normalizeTrackingNumber(text);
        expect(normalizeTrackingNumber(normal)).toBe(normal);
      }),
    );
  });
});

describe('a tracking number', () => {
  it.each(table.OF_ONE_CARRIER)('of the format %s is of %s, %s', (format, carrier, confidence, numbers) => {
    for (const number of numbers) {
      const matches = detectCarriers(number);
      expect(matches).toEqual([
        {
          code: carrier,
          name: carrierByCode(carrier)?.name,
          confidence,
          certainty: { 1: 'checked', 0.9: 'marked', 0.6: 'checked', 0.4: 'marked', 0.2: 'shaped' }[
            confidence
          ],
          countryIso2: carrierByCode(carrier)?.countryIso2Codes[0] ?? null,
          format,
          trackingUrl: carrierTrackingUrl(carrier, normalizeTrackingNumber(number)),
        },
      ]);
      expect(detectOriginCarrier(number)).toEqual(
        confidence >= 0.9 ? { kind: 'certain', match: matches[0] } : { kind: 'none', guesses: matches },
      );
    }
  });

  it.each(table.WITH_ZIP_CODE)('%s, with a ZIP code, is of USPS', (number, format) => {
    expect(detectCarriers(number)).toMatchObject([{ code: 'usps', format, confidence: 1 }]);
  });

  it.each(table.OF_SEVERAL_CARRIERS)('%s may be of %j', (number, carriers) => {
    expect(codes(number)).toEqual(carriers);
    const matches = detectCarriers(number);
    expect(new Set(matches.map(({ confidence }) => confidence)).size).toBe(1);
    expect(matches[0]?.confidence).toBeLessThan(1);
    expect(detectOriginCarrier(number)).toEqual({ kind: 'several', matches });
  });

  it.each(table.WRONGLY_CHECKED)('%s has a wrong check digit, so it is of nobody', (number) => {
    expect(codes(number)).toEqual([]);
    expect(detectOriginCarrier(number)).toEqual({ kind: 'none', guesses: [] });
  });

  it.each(table.OF_NOBODY)('%j is of nobody', (number) => {
    expect(codes(number)).toEqual([]);
    expect(detectOriginCarrier(number)).toEqual({ kind: 'none', guesses: [] });
  });

  it('is read whatever its case and blanks are', () => {
    expect(detectCarriers('rb123456785gb')).toEqual(detectCarriers(' RB 123\u00A0456 785 GB '));
    expect(codes('1z\u00A0999aa10123456784')).toEqual(['ups']);
  });

  it('is certain where its check digit holds, whoever else has such letters', () => {
    const number = `CN12345678${s10('12345678')}SG`;
    expect(detectCarriers(number)).toMatchObject([
      { code: 'singapore-post', certainty: 'checked', confidence: 1, countryIso2: 'SG' },
      { code: 'dhl', certainty: 'shaped', confidence: 0.2 },
    ]);
    expect(detectOriginCarrier(number)).toMatchObject({ kind: 'certain', match: { code: 'singapore-post' } });
  });

  it('of UPU S10 is of the post of its country', () => {
    expect(POSTAL_OPERATORS.size).toBeGreaterThanOrEqual(191);
    for (const [country, operator] of POSTAL_OPERATORS) {
      expect(detectCarriers(`RR123456785${country}`)).toMatchObject([
        { code: operator, countryIso2: country, format: 'UPU S10', certainty: 'checked', confidence: 1 },
      ]);
      expect(carrierByCode(operator)?.countryIso2Codes).toEqual([country]);
      expect(codes(`RR123456784${country}`)).toEqual([]);
    }
  });

  it.each(['TM404000000000001TM', 'TM2020002TM', 'TM123456789TM', 'tm200abcTM', 'TM1230TM'])(
    '%s is of the test carrier and of nobody else',
    (number) => {
      expect(detectCarriers(number)).toMatchObject([{ code: 'tm-test', confidence: 1, countryIso2: null }]);
      expect(detectOriginCarrier(number)).toMatchObject({ kind: 'certain', match: { code: 'tm-test' } });
    },
  );

  it.each(['TM404TM', 'TM40XTM', 'TM40A1TM', 'XTM404000001TM'])('%s is no test number', (number) => {
    expect(codes(number)).toEqual([]);
  });

  /** How many of 10,000 random numbers are certain, by form: A is a letter, 9 a digit, * either. */
  const CERTAIN_BY_CHANCE: readonly (readonly [form: string, most: number])[] = [
    ...[8, 9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21].map((length) => ['9'.repeat(length), 0] as const),
    // a prefix of three digits of Old Dominion, and its check digit
    ['9'.repeat(11), 20],
    // the application identifiers 91 to 96 of USPS and FedEx Ground, and the check digit
    ['9'.repeat(22), 80],
    ['A9999999999', 0],
    ['A99999999999999', 0],
    [`A${'9'.repeat(21)}`, 0],
    ['AA99999999', 0],
    ['AAA999999999', 0],
    ['99999999999999A', 0],
    // letters that are a carrier's own, as SP, YT and GM are
    ['AA9999999999999999', 60],
    ['AA999999999999999999', 60],
    // a country of the Universal Postal Union, and the check digit
    ['AA999999999AA', 320],
    ['*'.repeat(12), 0],
    ['*'.repeat(18), 3],
  ];

  it.each(CERTAIN_BY_CHANCE)('of the form %s is certain by chance in at most %i of 10,000', (form, most) => {
    const random = randomFrom(20_261_128);
    const pick = (characters: string): string => characters.charAt(Math.floor(random() * characters.length));
    const numbers = Array.from({ length: 10_000 }, () =>
      [...form]
        .map((each) => pick(each === '9' ? DIGITS : each === 'A' ? LETTERS : DIGITS + LETTERS))
        .join(''),
    );
    const certain = numbers.filter((number) => detectOriginCarrier(number).kind === 'certain');
    expect(certain.length).toBeLessThanOrEqual(most);
    expect(numbers.filter((number) => (detectCarriers(number)[0]?.confidence ?? 0) >= 0.9)).toEqual(certain);
  });

  it('that passes a check digit which anybody may pass is a candidate, and nobody is chosen', () => {
    for (const number of [
      '986578788855',
      '3318810025',
      '568283610012000',
      '0073938000549297',
      '000123450000000027',
    ]) {
      expect(detectCarriers(number)[0]).toMatchObject({ certainty: 'checked', confidence: 0.6 });
      expect(detectOriginCarrier(number).kind).toBe('none');
    }
  });

  it('of any characters is judged in no time', () => {
    const characters = ['0', '1', '9', 'A', 'J', 'L', '4', '2', ' ', '-', '\u00A0'];
    const starts = ['', '420', '42094', '1LS', 'GM', 'LX1', 'TM123', 'JJD', '94', '1Z', 'SP', 'C', 'RR'];
    const texts = starts.flatMap((start) =>
      characters.map((each) => (start + each.repeat(100)).slice(0, 100) + (each === '0' ? '!' : '')),
    );
    const began = performance.now();
    for (let round = 0; round < 20; round++) for (const text of texts) detectOriginCarrier(text);
    // about 3,000 of them; a pattern that backtracks takes seconds for a single one
    expect(performance.now() - began).toBeLessThan(3000);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789ABCJLT'), maxLength: 100 }), (text) => {
        const matches = detectCarriers(text);
        expect(new Set(matches.map(({ code }) => code)).size).toBe(matches.length);
        const order = matches.map(({ confidence }) => confidence);
        expect(order).toEqual(order.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe('the catalogue', () => {
  it('has many carriers, each with a code and a name of its own', () => {
    expect(CARRIERS.length).toBeGreaterThanOrEqual(600);
    expect(new Set(CARRIERS.map(({ code }) => code)).size).toBe(CARRIERS.length);
    for (const { code, name } of CARRIERS) {
      expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(name).toMatch(/\S/);
    }
  });

  it('has well-formed facts', () => {
    const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    for (const carrier of CARRIERS) {
      for (const country of carrier.countryIso2Codes) expect(regions.of(country)).toBeDefined();
      if (carrier.url !== null) expect(new URL(carrier.url).protocol).toBe('https:');
      if (carrier.phone !== null) expect(carrier.phone).toMatch(/^\+[0-9 ]{7,20}$/);
      const { trackingUrlTemplate: template } = carrier;
      if (template === null) continue;
      expect(new URL(template).protocol).toBe('https:');
      expect(template.split('{}')).toHaveLength(2);
    }
  });

  it.each([
    ['ups', '1Z999AA10123456784', 'https://www.ups.com/track?tracknum=1Z999AA10123456784'],
    ['usps', 'A&b=/?#$1', 'https://tools.usps.com/go/TrackConfirmAction?tLabels=A%26b%3D%2F%3F%23%241'],
    [
      'royal-mail',
      'RB123456785GB',
      'https://www.royalmail.com/track-your-item#/tracking-results/RB123456785GB',
    ],
    ['tm-test', 'TM200000000000001TM', null],
    ['nobody', '1', null],
    ['constructor', '1', null],
  ])('%s shows %s at %s', (code, number, link) => {
    expect(carrierTrackingUrl(code, number)).toBe(link);
  });

  it('finds carriers by their code', () => {
    expect(carrierByCode('dhl')?.name).toBe('DHL Express');
    expect(carrierByCode('DHL')).toBeUndefined();
    expect(carrierByCode('__proto__')).toBeUndefined();
  });
});
