import { beforeAll, describe, expect, it } from '@jest/globals';
import { resources } from '../../src/app/resources.js';
import { allRows } from '../support/all-rows.js';
import { onEachApi, type TenantClient } from '../support/api.js';
import { makeOneOfEach, type OneOfEach } from '../support/one-of-each.js';

/** Which totals hold: whoever reads next counts again. */
const OF_TOTALS = new Set(['change_marks', 'workspace_versions']);

/** A client that reads an item, looks at it and sends it back has changed nothing: no moment, no event, no log entry. */
onEachApi((api) => {
  let tenant: TenantClient;
  let have: OneOfEach;
  beforeAll(async () => {
    tenant = await api.tenant();
    have = await makeOneOfEach(api, tenant);
  });

  const rows = async (): Promise<Record<string, readonly unknown[]>> => {
    const tables = Object.entries(await allRows(api.db()));
    return Object.fromEntries(tables.filter(([name]) => !OF_TOTALS.has(name)));
  };

  const changeable = resources.filter(({ operations }) => operations.includes('put'));
  it('looks at resources at all', () => expect(changeable.length).toBeGreaterThan(10));

  it('is the same where an earlier version kept an empty object as a text', async () => {
    const iri = have.OrderItem['@id'] as string;
    await tenant.put(iri, { productOptions: {} });
    await api.db().transaction(async (transaction) => {
      await transaction.run("UPDATE order_items SET productOptions = '{}' WHERE id = ?", [iri.slice(-36)]);
    });
    const item = (await tenant.get(iri)).body;
    const before = await rows();
    expect((await tenant.put(iri, item)).body).toEqual(item);
    expect(await rows()).toEqual(before);
  });

  describe.each(changeable.map(({ name }) => [name]))('%s', (name) => {
    it('is the same once its answer was sent back', async () => {
      const iri = have[name]['@id'] as string;
      const item = (await tenant.get(iri)).body;
      const before = await rows();
      const answer = await tenant.put(iri, item);
      expect([answer.status, answer.body]).toEqual([200, item]);
      expect(await rows()).toEqual(before);
    });
  });
});
