import { beforeAll, describe, expect, it } from '@jest/globals';
import { resources } from '../../src/app/resources.js';
import { allRows } from '../support/all-rows.js';
import { onEachApi, type TenantClient } from '../support/api.js';
import { bodies, makeOneOfEach, type OneOfEach, resourceNamed, unique } from '../support/one-of-each.js';
import { bodyOf, orderOf, storeOf } from '../support/stores.js';

/** Which totals hold: whoever reads next counts again. */
const OF_TOTALS = 'change_marks';

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
    return Object.fromEntries(tables.filter(([name]) => name !== OF_TOTALS));
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

  describe('a sync worker that runs again with the same lines', () => {
    const MERGE = { prefer: 'resolution=merge-duplicates' };
    it.each(['Order', 'OrderItem', 'Shipment', 'Product', 'ProductVariant'])('of %s', async (name) => {
      const body = JSON.stringify(bodies(have)[name]);
      const { path } = resourceNamed(name);
      const run = async (type: string): Promise<string> => {
        const headers = { ...MERGE, 'content-type': type };
        const answer = await tenant.send('POST', `/${path}`, { headers, body });
        return `${answer.status} ${JSON.stringify(answer.body)}`;
      };
      expect(await run('application/x-ndjson')).toMatch(/^200 .*\\"status\\":201/);
      const before = await rows();
      expect(await run('application/x-ndjson')).toMatch(/^200 .*\\"status\\":200/);
      expect(await run('application/json')).toMatch(/^200 /);
      expect(await rows()).toEqual(before);
    });
  });

  it('is the same for a client of a BigCommerce store', async () => {
    const store = await storeOf(api, tenant);
    const order = await orderOf(store);
    const shipment = await store.post(order.path, bodyOf(order, 1, { tracking_number: unique() }));
    for (const each of [`/orders/${order.id}`, `${order.path}/${shipment.body.id}`]) {
      // whoever sends items ships them
      const { items, ...item } = (await store.get(each)).body;
      const before = await rows();
      const answer = await store.put(each, item);
      expect([answer.status, answer.body]).toEqual([200, { ...item, ...(items && { items }) }]);
      expect(await rows()).toEqual(before);
    }
  });
});
