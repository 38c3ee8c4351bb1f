import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CSV,
  JSON_LD,
  JSON_PLAIN,
  negotiate,
  NotAcceptable,
  OFFERED,
} from '../../../src/core/http/media-type.js';
import { QueryString } from '../../../src/core/query/query-string.js';
import { parseDatetime, toMilliseconds, toStored, toWire } from '../../../src/core/metadata/datetime.js';
import { BadInput } from '../../../src/core/metadata/errors.js';
import { fold, foldValue } from '../../../src/core/metadata/fold.js';
import { formatMoney, parseMoney } from '../../../src/core/metadata/money.js';

/** Any well-formed text. */
const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('fold', () => {
  it.each([
    ['Zürich', 'ZURICH'],
    ['ZÜRICH', 'ZURICH'],
    ['Zu\u0308rich', 'ZURICH'],
    ['Straße', 'STRASSE'],
    ['STRAẞE', 'STRASSE'],
    ['Łódź', 'LODZ'],
    ['Ａｂｃ１２', 'ABC12'],
    ['ﬁne', 'FINE'],
    ['Ἀθῆναι', 'ΑΘΗΝΑΙ'],
    ['Привет', 'ПРИВЕТ'],
    ['İstanbul', 'ISTANBUL'],
    ['東京', '東京'],
    ['a\t\n b\u00A0\u2003c', 'A B C'],
    ['50%_\\\'"', '50%_\\\'"'],
    ['😀é', '😀E'],
    ['a  b c', 'A B C'],
    [' a b ', ' A B '],
    ['', ''],
  ])('%j is compared as %j', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(anyText, (text) => expect(fold(fold(text))).toBe(fold(text))));
  });

  it('does not see case, accents and composition', () => {
    // the small iota below ancient Greek vowels is an accent, and a letter of its own in capitals
    const text = anyText.filter((each) => !each.normalize('NFD').includes('\u0345'));
    fc.assert(
      fc.property(text, (one) => {
        const others = [one.toUpperCase(), one.toLowerCase(), one.normalize('NFC'), one.normalize('NFD')];
        for (const other of others) expect(fold(other)).toBe(fold(one));
      }),
    );
  });

  it('finds a part wherever it is', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, part, after) => {
        expect(fold(`${before}|${part}|${after}`)).toContain(fold(part));
      }),
    );
  });

  it('of a value has no blanks around it and fits into its column', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const value = foldValue(` ${text}\t`, limit);
        expect([...value].length).toBeLessThanOrEqual(limit);
        expect(value.isWellFormed()).toBe(true);
        expect(value.trimStart()).toBe(value);
        expect(foldValue(text, limit)).toBe(value);
      }),
    );
    expect(foldValue('😀'.repeat(5), 3)).toBe('😀😀😀');
    expect(foldValue('ß'.repeat(3), 5)).toBe('SSSSS');
  });
});

describe('money', () => {
  it.each([
    ['12.5', 125_000, '12.50'],
    ['0', 0, '0.00'],
    ['-0.00', 0, '0.00'],
    ['-3', -30_000, '-3.00'],
    ['+7.', 70_000, '7.00'],
    ['0.0001', 1, '0.0001'],
    ['19.990', 199_900, '19.99'],
    ['1.2345000000', 12_345, '1.2345'],
    [' 1.10 ', 11_000, '1.10'],
    ['99999999999.9999', 999_999_999_999_999, '99999999999.9999'],
  ])('%j is kept as %d and shown as %j', (text, kept, shown) => {
    expect(parseMoney(text)).toBe(kept);
    expect(formatMoney(kept)).toBe(shown);
  });

  it.each(['', ' ', '.', '.5', '1,50', '1e3', '0x10', 'NaN', '1.23456', '100000000000', '--1', '1 000', '١'])(
    '%j is no amount',
    (text) => {
      expect(parseMoney(text)).toBeUndefined();
    },
  );

  it('is exact: what is shown is read as the same amount', () => {
    const limit = 10 ** 15 - 1;
    fc.assert(
      fc.property(fc.integer({ min: -limit, max: limit }), (kept) => {
        const shown = formatMoney(kept);
        expect(shown).toMatch(/^-?\d+\.\d{2,4}$/);
        expect(parseMoney(shown)).toBe(kept);
      }),
    );
  });

  it('compares as the amounts do', () => {
    const amount = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 99 }));
    const textOf = ([whole, cents]: readonly number[]): string =>
      `${whole}.${String(cents).padStart(2, '0')}`;
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        const [a, b] = [textOf(one), textOf(other)];
        expect(Math.sign((parseMoney(a) ?? 0) - (parseMoney(b) ?? 0))).toBe(Math.sign(Number(a) - Number(b)));
      }),
    );
  });
});

describe('datetimes', () => {
  const moment = fc
    .date({
      min: new Date('0001-01-02T00:00:00Z'),
      max: new Date('9999-12-30T23:59:59.999Z'),
      noInvalidDate: true,
    })
    .map((date) => date.getTime());

  it('are kept to the millisecond', () => {
    fc.assert(
      fc.property(moment, (now) => {
        expect(toStored(now)).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/);
        expect(toMilliseconds(toStored(now))).toBe(now);
      }),
    );
  });

  it('are read as they are shown', () => {
    fc.assert(
      fc.property(moment, (now) => {
        const whole = toStored(now - (now % 1000));
        expect(parseDatetime(toWire(whole))).toBe(whole);
        expect(parseDatetime(new Date(now).toISOString())).toBe(toStored(now));
      }),
    );
  });

  it('sort as text as they do in time', () => {
    fc.assert(fc.property(moment, moment, (a, b) => expect(toStored(a) < toStored(b)).toBe(a < b)));
  });

  it('are moved to UTC from any offset, also where its plus arrived as a blank', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -1439, max: 1439 }), (now, minutes) => {
        const local = new Date(now + minutes * 60_000).toISOString();
        fc.pre(/^\d{4}-/.test(local));
        const two = (value: number): string => String(value).padStart(2, '0');
        const clock = `${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
        for (const sign of minutes < 0 ? ['-'] : ['+', ' ']) {
          expect(parseDatetime(local.replace('Z', `${sign}${clock}`))).toBe(toStored(now));
          expect(parseDatetime(local.replace('Z', `${sign}${clock.replace(':', '')}`))).toBe(toStored(now));
        }
      }),
    );
  });

  it.each([
    ['2026-01-02', '2026-01-02 00:00:00.000000'],
    ['2026-01-02T10:01', '2026-01-02 10:01:00.000000'],
    ['2026-01-02 10:01:02', '2026-01-02 10:01:02.000000'],
    ['2026-01-02T10:01:02.5Z', '2026-01-02 10:01:02.500000'],
    ['2026-01-02T10:01:02,123456789Z', '2026-01-02 10:01:02.123456'],
    ['2026-01-01T00:30:00+02:00', '2025-12-31 22:30:00.000000'],
    ['2024-02-29', '2024-02-29 00:00:00.000000'],
    ['0001-01-01', '0001-01-01 00:00:00.000000'],
    [' 2026-01-02z ', '2026-01-02 00:00:00.000000'],
  ])('%j is %j', (text, stored) => {
    expect(parseDatetime(text)).toBe(stored);
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
    '2026-01-02T24:00:00Z',
    '2026-01-02T10:60:00Z',
    '2026-01-02T10:00:60Z',
    '2026-01-02T10:00:00+24:00',
    '2026-01-02T10:00:00+02:60',
    '0000-01-01',
    '0001-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-01:00',
    '10000-01-01',
    '2026-1-2',
    '02.01.2026',
    '1767312000',
    'tomorrow',
    '',
  ])('%j is none', (text) => {
    expect(parseDatetime(text)).toBeUndefined();
  });
});

describe('a query string', () => {
  it('has the last one of several values, a list where brackets say so, and keys', () => {
    const query = new QueryString('f=a&f=b&g[]=1&g[7]=2&g[]=3&h[gte]=5&h[x.y]=6');
    expect(query.scalar('f')).toBe('b');
    expect(query.list('f')).toEqual(['b']);
    expect(query.list('g')).toEqual(['1', '2', '3']);
    expect(query.scalar('g')).toBeUndefined();
    expect(query.keyed('h', 'gte')).toBe('5');
    expect(query.keyed('h', 'lte')).toBeUndefined();
    expect(query.list('h')).toBeUndefined();
    expect(query.entries('h')).toEqual([
      ['gte', '5'],
      ['x.y', '6'],
    ]);
    expect(query.list('none')).toBeUndefined();
  });

  it('keeps more list values than others do, in their order', () => {
    const ids = Array.from({ length: 500 }, (_, index) => `id-${index}`);
    expect(new QueryString(ids.map((id) => `id[]=${id}`).join('&')).list('id')).toEqual(ids);
  });

  it('knows which parameters had no effect', () => {
    const query = new QueryString('a=1&b[]=2&c[gte]=3&c[foo]=4&d=5&order[x]=up');
    query.scalar('a');
    query.list('b');
    query.keyed('c', 'gte');
    query.unusable('d');
    query.unusable('order', 'x');
    expect(query.ignored()).toEqual([
      { parameter: 'c[foo]', reason: 'unknown' },
      { parameter: 'd', reason: 'unusable' },
      { parameter: 'order[x]', reason: 'unusable' },
    ]);
  });

  it('is written again with another page', () => {
    const query = new QueryString(
      'trackingStatus[]=in%20transit&page=3&order%5BcreatedAt%5D=desc&cursor=abc',
    );
    expect(query.withPage(4)).toBe('trackingStatus%5B%5D=in%20transit&order%5BcreatedAt%5D=desc&page=4');
    expect(new QueryString('').withPage(2)).toBe('page=2');
    expect(new QueryString('page=1').withPage({ cursor: 'x-y_z' })).toBe('cursor=x-y_z');
  });

  it('of any names and values is read as it was written, and written as it was read', () => {
    const text = anyText.filter((each) => !each.includes('\0'));
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), (pairs) => {
        const raw = pairs
          .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
          .join('&');
        const query = new QueryString(raw);
        expect(query.pairs).toEqual(pairs);
        expect(query.without()).toBe(raw);
        for (const [name, value] of query.pairs) {
          if (!/[[\]]/.test(name)) {
            const last = query.pairs.findLast(([other]) => other.split('[')[0] === name);
            if (last?.[0] === name) expect(query.scalar(name)).toBe(last[1]);
          }
          expect(typeof value).toBe('string');
        }
      }),
    );
  });

  it('is nothing but what it says, whatever the names are', () => {
    const query = new QueryString('__proto__[x]=1&constructor=2&toString[]=3&[]=4&a[b][c]=5&=6');
    expect(query.keyed('__proto__', 'x')).toBe('1');
    expect(query.scalar('constructor')).toBe('2');
    expect(query.list('toString')).toEqual(['3']);
    expect(query.scalar('hasOwnProperty')).toBeUndefined();
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('takes a plus for a blank, a name without a value for an empty one, and no notice of empty parts', () => {
    expect(new QueryString('&a=b+c%2B&d&&e==f').pairs).toEqual([
      ['a', 'b c+'],
      ['d', ''],
      ['e', '=f'],
    ]);
  });

  it.each(['a=%', 'a=%zz', '%ff=1', 'a=%C3', 'a=%00', 'a%00=1'])('%j is a 400', (raw) => {
    expect(() => new QueryString(raw)).toThrow(BadInput);
  });

  it('never throws anything else, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 80 }), (raw) => {
        try {
          const query = new QueryString(raw);
          expect(query.ignored().length).toBeLessThanOrEqual(query.pairs.length);
        } catch (error) {
          expect(error).toBeInstanceOf(BadInput);
        }
      }),
    );
  });

  it('of ten thousand parameters is a 400', () => {
    const raw = Array.from({ length: 10_000 }, (_, index) => `id[]=${index}`).join('&');
    expect(() => new QueryString(raw)).toThrow('1000 or less');
  });
});

describe('the media type for Accept', () => {
  it.each([
    [undefined, JSON_LD],
    ['', JSON_LD],
    ['*/*', JSON_LD],
    ['application/json, text/plain, */*', JSON_LD],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8', JSON_LD],
    ['application/ld+json', JSON_LD],
    ['application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted"', JSON_LD],
    ['application/*', JSON_LD],
    ['application/json', JSON_PLAIN],
    ['Application/JSON; charset=utf-8', JSON_PLAIN],
    ['application/json, */*;q=0.1', JSON_PLAIN],
    ['application/ld+json;q=0.5, application/json', JSON_PLAIN],
    ['application/ld+json;q=0, */*', JSON_PLAIN],
    ['application/json;q=0.9, application/ld+json;q=0.9', JSON_LD],
    ['application/json,', JSON_PLAIN],
    [', application/json ,, ', JSON_PLAIN],
    ['text/csv', CSV],
    ['text/*', CSV],
    ['text/csv;q=0.9, application/json;q=0.8', CSV],
  ])('%j is %s', (accept, type) => {
    expect(negotiate(accept)).toBe(type);
    expect(negotiate(accept)).toBe(type);
  });

  it.each([
    'json',
    'application',
    'application/json;q=0',
    'text/html',
    'image/*',
    ';;',
    ',',
    'a b/c',
    '/',
    '*',
  ])('there is none for %j', (accept) => {
    expect(() => negotiate(accept)).toThrow(NotAcceptable);
  });

  it('is one of those offered, or it is a 406, whatever is sent', () => {
    const range = fc.constantFrom(
      ...OFFERED,
      'application/*',
      '*/*',
      'text/html',
      ';q=0.5',
      ';q=0',
      ';q=x',
      ',',
      ' ',
    );
    const header = fc.oneof(
      fc.string(),
      fc.array(range).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(header, (accept) => {
        try {
          expect(OFFERED).toContain(negotiate(accept));
        } catch (error) {
          expect(error).toBeInstanceOf(NotAcceptable);
        }
      }),
    );
  });
});
