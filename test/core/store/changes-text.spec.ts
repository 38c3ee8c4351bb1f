import { describe, expect, it } from '@jest/globals';
import { changesIn, changesText, madeRows } from '../../../src/core/store/changes-text.js';

const COLUMNS = [
  ['pk', 'pk'],
  ['workspacePk', 'workspacePk'],
  ['address.city', 'addressCity'],
  ['email', 'email'],
] as const;
const made = [
  { pk: 1, workspacePk: 7, 'address.city': 'Köln', email: null, unfiltered: 'a' },
  { pk: 2, workspacePk: 7, 'address.city': 'Köln', email: 'jane@example.com', unfiltered: 'b' },
];
const images = [
  [null, { pk: 1, workspacePk: 7, addressCity: 'Köln' }],
  [null, { pk: 2, workspacePk: 7, addressCity: 'Köln', email: 'jane@example.com' }],
];

describe('the text of what a unit of work has changed', () => {
  const others = { shipments: [[{ pk: 3, email: 'a@example.com' }, null] as const], statuses: null };

  it('has the changes of single rows', () => {
    expect(changesIn(changesText(others, {})).content).toEqual(others);
  });

  it('has rows that were made together as if each were told by itself', () => {
    const text = changesText(others, { shipments: madeRows(made, COLUMNS), orders: madeRows(made, COLUMNS) });
    expect(changesIn(text).content).toEqual({
      shipments: [...others.shipments, ...images],
      statuses: null,
      orders: images,
    });
  });

  it('says what is the same in all rows once', () => {
    expect(madeRows(made, COLUMNS)).toEqual({
      same: { workspacePk: 7, addressCity: 'Köln' },
      columns: ['pk', 'email'],
      rows: [
        [1, null],
        [2, 'jane@example.com'],
      ],
    });
  });

  it('tells an older version of the server, which does not read it, that anything may have changed', () => {
    const text = changesText({}, { orders: madeRows(made, COLUMNS) });
    expect(JSON.parse(text)).toHaveProperty('*', null);
    expect(changesIn(text).content).not.toHaveProperty('*');
  });

  it('counts rows with the columns that each of them has when it is read', () => {
    const text = changesText({}, { orders: madeRows(made, COLUMNS) });
    const apart = changesText({ orders: images.map(([, row]) => [null, row ?? null] as const) }, {});
    expect(changesIn(text).length).toBeGreaterThanOrEqual(apart.length);
  });
});
