import { beforeAll, describe, expect, it } from '@jest/globals';
import { fold, foldValue } from '../../src/core/metadata/fold.js';
import { PlainLetters1795888065000 } from '../../src/migrations/1795888065000-plain-letters.js';
import { type Body, onEachApi, type TenantClient } from '../support/api.js';
import { dataSourceOf } from '../support/open-database.js';

describe('the form in which text is searched', () => {
  it.each([
    ['Łódź', 'LODZ'],
    ['Ørsted', 'ORSTED'],
    ['Długa', 'DLUGA'],
    ['Straße', 'STRASSE'],
    ['STRAẞE', 'STRASSE'],
    ['Ærø', 'AERO'],
    ['Œuvre', 'OEUVRE'],
    ['Đorđe', 'DORDE'],
    ['Diyarbakır', 'DIYARBAKIR'],
    ['İzmir', 'IZMIR'],
    ['Þórður', 'THORDUR'],
    ['Ħamrun', 'HAMRUN'],
    ['Ŧana', 'TANA'],
    ['Ŋamo', 'NAMO'],
    ['ĸ', 'Q'],
    ['Gəncə', 'GENCE'],
    ['ǾRSTED', 'ORSTED'],
    ['Ｌódz', 'LODZ'],
    ['Zürich', 'ZURICH'],
    ['Київ', 'КИІВ'],
  ])('of %s is %s', (text, form) => {
    expect(fold(text)).toBe(form);
    expect(fold(form)).toBe(form);
  });

  it('is cut at the length of its column, however it grows', () => {
    expect(foldValue('æ'.repeat(255), 255)).toBe('AE'.repeat(127) + 'A');
    expect(foldValue('þ'.repeat(10), 5)).toBe('THTHT');
  });
});

onEachApi((api) => {
  let tenant: TenantClient;
  beforeAll(async () => {
    tenant = await api.tenant();
  });

  const cities = async (query: string): Promise<unknown[]> => {
    const { body } = await tenant.get(`/orders?${query}`);
    return (body['hydra:member'] as Body[]).map(({ shippingAddress }) => shippingAddress.city as unknown);
  };

  it('letters with strokes are found by plain ones, and by themselves', async () => {
    for (const [city, street] of [
      ['Łódź', 'ul. Długa 1'],
      ['Ørsted', 'Ærøvej 2'],
      ['Þórshöfn', 'Straße 3'],
    ])
      await tenant.make('/orders', {
        workspace: tenant.workspace,
        orderNumber: city,
        shippingAddress: { city, addressLine1: street },
      });
    for (const [query, city] of [
      ['shippingAddress.city=lodz', 'Łódź'],
      ['shippingAddress.city=%C5%81%C3%93D', 'Łódź'],
      ['shippingAddress.addressLine1=dluga', 'Łódź'],
      ['shippingAddress.city=orsted', 'Ørsted'],
      ['shippingAddress.addressLine1=aerovej', 'Ørsted'],
      ['shippingAddress.city=thors', 'Þórshöfn'],
      ['shippingAddress.addressLine1=strasse', 'Þórshöfn'],
    ])
      expect([query, await cities(query as string)]).toEqual([query, [city]]);
    expect(await cities('order[shippingAddress.city]=asc&shippingAddress.city=o')).toEqual([
      'Łódź',
      'Ørsted',
      'Þórshöfn',
    ]);
  });

  it('what was written before is found after the migration, which may be done again', async () => {
    const made: Body[] = [];
    for (let index = 0; index < 3; index++)
      made.push(
        await tenant.make('/shipments', {
          workspace: tenant.workspace,
          address: { city: `Kołobrzeg ${index}`, state: 'Zachodniopomorskie' },
        }),
      );
    const long = await tenant.make('/shipments', {
      workspace: tenant.workspace,
      address: { company: 'æ'.repeat(255) },
    });
    const found = async (query: string): Promise<unknown[]> =>
      ((await tenant.get(`/shipments?${query}`)).body['hydra:member'] as Body[]).map(
        ({ id }) => id as unknown,
      );
    await api.db().transaction(async (transaction) => {
      await transaction.run(
        "UPDATE shipments SET addressCityfolded = REPLACE(addressCityfolded, 'KOL', 'KOŁ')",
        [],
      );
      await transaction.run(
        'UPDATE shipments SET addressCompanyfolded = ? WHERE addressCompany IS NOT NULL',
        ['Æ'.repeat(255)],
      );
    });
    expect(await found('address.city=kolobrzeg')).toEqual([]);
    const dataSource = await dataSourceOf(api.database.url()).initialize();
    try {
      const runner = dataSource.createQueryRunner();
      const migration = new PlainLetters1795888065000();
      for (let round = 0; round < 2; round++) {
        await migration.up(runner);
        expect(new Set(await found('address.city=kolobrzeg'))).toEqual(new Set(made.map(({ id }) => id)));
        expect(await found(`address.company=${'ae'.repeat(50)}`)).toEqual([long.id]);
      }
      await runner.release();
    } finally {
      await dataSource.destroy();
    }
  });
});
