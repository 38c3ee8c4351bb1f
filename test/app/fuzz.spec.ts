import { describe, expect, it, jest } from '@jest/globals';
import { apis } from '../../src/app/api-document.js';
import { onEachApi, type Answer, type Body, type Client } from '../support/api.js';
import { shop } from '../support/api2.js';
import { Fuzzer } from '../support/fuzz.js';
import { makeOneOfEach } from '../support/one-of-each.js';
import { storeOf } from '../support/stores.js';

// some thousand requests
jest.setTimeout(180_000);

/** Requests of each operation: the surfaces have few. */
const EACH = { TrackMage: 5, BigCommerce: 15, api2: 60 };

/** What answers may not tell: the database's words, and where in the sources something happened. */
const INSIDE = /SQLITE_|ER_[A-Z_]{4,}|\bSELECT .* FROM\b|\bat .*\.[jt]s:\d+/;

/** Operations after which the caller is nobody any more, or waits for others. */
const ENDS =
  /^(DELETE \/(users|workspaces|teams|oauth)|POST \/oauth\/v2\/revoke|POST \/users\/change|DELETE \/stores\/\{[^}]+\}\/v2\/orders$)/;

onEachApi((api) => {
  /** Sends random requests by the document of a path. @returns those whose answer is a mistake of the server. */
  async function mistakes(
    title: keyof typeof EACH,
    client: Client,
    known: readonly (string | number)[],
  ): Promise<string[]> {
    const described = apis.find((each) => each.title === title);
    if (!described) throw new Error(`There is no document of ${title}.`);
    const found: string[] = [];
    const statuses = new Map<number, number>();
    for (const sent of new Fuzzer(described.make(api.url()), known, 20_261_129).requests(EACH[title])) {
      const { method, pattern, path, headers, body } = sent;
      if (ENDS.test(`${method} ${pattern}`)) continue;
      const answer: Answer | undefined = await client
        .send(method, path, {
          headers,
          signal: AbortSignal.timeout(20_000),
          ...(body !== undefined && { body }),
        })
        .catch(() => undefined);
      const status = answer?.status ?? 0;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const said = JSON.stringify(answer?.body ?? '');
      if (status === 0 || status >= 500 || (status >= 400 && INSIDE.test(said)))
        found.push(
          `${status} ${method} ${path.slice(0, 300)} ${JSON.stringify(headers)} ${body?.slice(0, 500) ?? ''}`,
        );
    }
    // requests that are all refused would find nothing
    const good = [...statuses].reduce(
      (sum, [status, count]) => sum + (status >= 200 && status < 400 ? count : 0),
      0,
    );
    expect(good).toBeGreaterThan(20);
    return found;
  }

  describe('random requests', () => {
    it("by TrackMage's document are answered, and no answer is a mistake of the server", async () => {
      const tenant = await api.tenant();
      const items: Body[] = Object.values(await makeOneOfEach(api, tenant));
      const known = items.flatMap(
        (each) => [each['@id'], each.id, each.trackingNumber].filter(Boolean) as string[],
      );
      expect(await mistakes('TrackMage', tenant, known)).toEqual([]);
    });

    it("by BigCommerce's document as well", async () => {
      const tenant = await api.tenant();
      const store = await storeOf(api, tenant);
      const { id } = (
        await store.post('/orders', {
          billing_address: { first_name: 'Ada' },
          products: [{ name: 'Mug', quantity: 3, price_inc_tax: 1, price_ex_tax: 1 }],
        })
      ).body;
      const root: Client = {
        ...store,
        send: (method, path, init = {}) => store.send(method, path.replace(/^\/stores\/[^/]+\/v2/, ''), init),
      };
      const products: Body[] = (await store.get(`/orders/${id as number}/products`)).body;
      expect(
        await mistakes('BigCommerce', root, [
          id as number,
          ...products.map((each) => each.id as number),
          store.hash,
        ]),
      ).toEqual([]);
    });

    it('by the document of /api2 as well', async () => {
      const { store, order } = await shop(api);
      const { pk, number, items } = await order({}, { qty: 5 });
      expect(await mistakes('api2', store, [pk, number, ...items.map((each) => each.pk)])).toEqual([]);
    });
  });
});
