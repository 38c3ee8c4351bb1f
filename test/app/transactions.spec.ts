import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { Transaction } from '../../src/core/metadata/transaction.js';
import { onEachApi, type Answer, type Api, type TenantClient } from '../support/api.js';

const TABLES = [
  'orders',
  'order_items',
  'shipments',
  'shipment_items',
  'shipment_orders',
  'shipment_order_numbers',
  'statuses',
  'workspaces',
  'teams',
  'memberships',
  'tracking_pages',
  'workflows',
];

/** How many rows each table has. */
async function sizes(api: Api): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const table of TABLES) {
    const [row] = await api.db().read(`SELECT COUNT(*) FROM ${table}`, []);
    found[table] = Number(row?.[0]);
  }
  return found;
}

/** An order with one item of this quantity. */
async function orderOf(tenant: TenantClient, qty: number): Promise<{ order: string; item: string }> {
  const { workspace } = tenant;
  const order = (await tenant.make('/orders', { workspace, orderNumber: 'T-1' }))['@id'];
  return { order, item: (await tenant.make('/order_items', { order, qty }))['@id'] };
}

const statuses = (answers: readonly Answer[]): number[] => answers.map((answer) => answer.status);

/** A promise that someone else fulfils. */
function gate(): { open: () => void; passed: Promise<void> } {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
}

onEachApi((api) => {
  describe('a request that fails after it has written', () => {
    const unchanged = async (work: () => Promise<Answer>): Promise<Answer> => {
      const before = await sizes(api);
      const answer = await work();
      expect(answer.status).toBe(400);
      expect(await sizes(api)).toEqual(before);
      return answer;
    };

    it('leaves no shipment when its second item is not available', async () => {
      const tenant = await api.tenant();
      const { order, item } = await orderOf(tenant, 5);
      const { body } = await unchanged(() =>
        tenant.post('/shipments', {
          workspace: tenant.workspace,
          orders: [order],
          orderNumbers: ['free'],
          shipmentStatus: { code: 'new one' },
          shipmentItems: [
            { orderItem: item, qty: 3 },
            { orderItem: item, qty: 3 },
          ],
        }),
      );
      expect(body.violations).toMatchObject([
        { propertyPath: 'shipmentItems[1].qty', payload: { availableQty: 2 } },
      ]);
      expect((await tenant.get(item)).body.fulfilledQty).toBe(0);
      expect((await tenant.get(order)).body).toMatchObject({
        fulfillmentStatus: 'not_fulfilled',
        shipmentsWithoutTrackingCount: 0,
      });
    });

    it('leaves no embedded shipment when the shipment item is not available', async () => {
      const tenant = await api.tenant();
      const { order, item } = await orderOf(tenant, 5);
      const { workspace } = tenant;
      await unchanged(() =>
        tenant.post('/shipment_items', {
          orderItem: item,
          qty: 6,
          shipment: { workspace, trackingNumber: 'GONE1', orders: [order] },
        }),
      );
      await tenant.make('/shipments', { workspace, trackingNumber: 'GONE1' });
    });

    it('leaves nothing when the embedded shipment is not valid itself', async () => {
      const tenant = await api.tenant();
      const { order, item } = await orderOf(tenant, 5);
      const shipment = { workspace: tenant.workspace, orders: [order] };
      const notValid = await unchanged(() =>
        tenant.post('/shipment_items', {
          orderItem: item,
          qty: 1,
          shipment: { ...shipment, trackingNumber: 'no number!' },
        }),
      );
      expect(notValid.body.violations).toMatchObject([{ propertyPath: 'shipment.trackingNumber' }]);
      await tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber: 'USED1' });
      const used = await unchanged(() =>
        tenant.post('/shipment_items', {
          orderItem: item,
          qty: 1,
          shipment: { ...shipment, trackingNumber: 'used1', shipmentStatus: { code: 'another' } },
        }),
      );
      expect(used.body.violations).toMatchObject([
        {
          propertyPath: 'shipment.trackingNumber',
          message: 'Shipment with this tracking number already exists',
        },
      ]);
      expect((await tenant.get(item)).body.fulfilledQty).toBe(0);
    });

    it('leaves a shipment as it was when one of the items of its new list cannot be', async () => {
      const tenant = await api.tenant();
      const { order, item } = await orderOf(tenant, 5);
      const shipment = await tenant.make('/shipments', {
        workspace: tenant.workspace,
        orders: [order],
        shipmentItems: [
          { orderItem: item, qty: 1 },
          { orderItem: item, qty: 2 },
        ],
      });
      const [first, second] = shipment.shipmentItems as [string, string];
      const items = (await tenant.get(`${shipment['@id']}/shipment_items`)).body['hydra:member'];
      await unchanged(() =>
        tenant.put(shipment['@id'], {
          email: 'new@example.com',
          orderNumbers: [],
          shipmentItems: [
            { '@id': second, qty: 1 },
            { orderItem: item, qty: 4 },
            { orderItem: item, qty: 1 },
          ],
        }),
      );
      expect((await tenant.get(shipment['@id'])).body).toEqual({
        ...shipment,
        '@context': '/contexts/Shipment',
      });
      expect((await tenant.get(`${shipment['@id']}/shipment_items`)).body['hydra:member']).toEqual(items);
      expect((await tenant.get(first)).status).toBe(200);
      expect((await tenant.get(item)).body.fulfilledQty).toBe(3);
    });

    it('leaves no team and no tracking page of a workspace that cannot be', async () => {
      const tenant = await api.tenant();
      const page = { title: 'Page', subdomain: `taken${Date.now()}` };
      await tenant.make('/workspaces', {
        team: { name: 'First team' },
        title: 'One',
        defaultTrackingPage: page,
      });
      await unchanged(() =>
        tenant.post('/workspaces', { team: { name: 'Other team' }, title: 'Two', defaultTrackingPage: page }),
      );
    });
  });

  it('requests that roll back do not take the writes of others with them', async () => {
    const tenant = await api.tenant();
    const { workspace } = tenant;
    const { order, item } = await orderOf(tenant, 40);
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, index) => {
        const trackingNumber = `R${index}`;
        const shipmentItems =
          index % 3 === 0
            ? [{ orderItem: item, qty: 1 }]
            : [
                { orderItem: item, qty: 0 },
                { orderItem: item, qty: 41 },
              ];
        return tenant.post('/shipments', { workspace, trackingNumber, orders: [order], shipmentItems });
      }),
    );
    expect(statuses(answers)).toEqual(answers.map((_, index) => (index % 3 === 0 ? 201 : 400)));
    const kept = (await tenant.get(`${workspace}/shipments?itemsPerPage=500`)).body['hydra:member'];
    const made = answers.filter((answer) => answer.status === 201).map((answer) => answer.body['@id']);
    expect(kept.map((shipment: { '@id': string }) => shipment['@id']).sort()).toEqual(made.sort());
    const list = await tenant.get(`${item}/shipment_items?itemsPerPage=0`);
    expect(list.body['hydra:totalItems']).toBe(40);
    expect((await tenant.get(order)).body.fulfillmentStatus).toBe('fulfilled');
  });

  describe('a unit of work', () => {
    const insert = (transaction: Transaction, name: string): Promise<unknown> =>
      transaction.run('INSERT INTO settings (name, content) VALUES (?, ?)', [name, '0']);
    const settings = async (name: string): Promise<unknown[]> =>
      (await api.db().read('SELECT content FROM settings WHERE name = ?', [name])).map(
        ([content]) => content,
      );

    it('is seen by readers when it is committed, not before, and never when it is rolled back', async () => {
      const tenant = await api.tenant();
      const { order } = await orderOf(tenant, 5);
      const list = `/orders?email=hidden@example.com`;
      const hide = async (transaction: Transaction): Promise<void> => {
        await transaction.run('UPDATE orders SET email = ?, emailFolded = ? WHERE id = ?', [
          'hidden@example.com',
          'HIDDEN@EXAMPLE.COM',
          order.split('/').at(-1) ?? '',
        ]);
      };
      const lookAround = async (): Promise<unknown[]> => {
        const answers = await Promise.all([
          tenant.get(order),
          tenant.get(list),
          api.db().read('SELECT 1', []),
        ]);
        return [answers[0].body.email, answers[1].body['hydra:totalItems']];
      };
      for (const outcome of ['rolled back', 'committed']) {
        const written = gate();
        const looked = gate();
        const unit = api.db().transaction(async (transaction) => {
          await hide(transaction);
          written.open();
          await looked.passed;
          if (outcome === 'rolled back') throw new Error(outcome);
        });
        await written.passed;
        expect(await lookAround()).toEqual([null, 0]);
        looked.open();
        await unit.catch((error: Error) => expect(error.message).toBe('rolled back'));
        expect(await lookAround()).toEqual(outcome === 'committed' ? ['hidden@example.com', 1] : [null, 0]);
      }
    });

    it('is not part of another one that is open at the same time', async () => {
      const first = gate();
      const failing = api.db().transaction(async (transaction) => {
        await insert(transaction, 'isolated-failing');
        await first.passed;
        throw new Error('rolled back');
      });
      const succeeding = api.db().transaction((transaction) => insert(transaction, 'isolated-kept'));
      await pause(50);
      first.open();
      await expect(failing).rejects.toThrow('rolled back');
      await succeeding;
      expect(await settings('isolated-failing')).toEqual([]);
      expect(await settings('isolated-kept')).toEqual(['0']);
    });

    it('does what is put off once, at its end, and what that puts off too', async () => {
      const done: string[] = [];
      await api.db().transaction(async (transaction) => {
        const put = (key: string): void =>
          transaction.beforeCommit(key, async () => {
            done.push(key);
            if (key === 'b') put('c');
            await insert(transaction, `put-off-${key}`);
          });
        for (const key of ['a', 'b', 'a', 'b', 'a']) put(key);
        await insert(transaction, 'put-off');
        done.push('work');
      });
      expect(done).toEqual(['work', 'b', 'a', 'c']);
      expect(await settings('put-off-c')).toEqual(['0']);
    });

    it('that fails at what was put off is rolled back', async () => {
      const unit = api.db().transaction(async (transaction) => {
        await insert(transaction, 'failed-at-the-end');
        transaction.beforeCommit('fail', () => Promise.reject(new Error('at the end')));
      });
      await expect(unit).rejects.toThrow('at the end');
      expect(await settings('failed-at-the-end')).toEqual([]);
    });

    it('has one moment, with which its rows are stamped', async () => {
      const tenant = await api.tenant();
      const { item } = await orderOf(tenant, 5);
      api.setTime(Date.UTC(2026, 0, 2, 10, 1, 0, 123));
      const shipment = await tenant
        .make('/shipments', { workspace: tenant.workspace, shipmentItems: [{ orderItem: item, qty: 1 }] })
        .finally(() => api.setTime(undefined));
      const id = (shipment['@id'] as string).slice('/shipments/'.length);
      const rows = await api
        .db()
        .read(
          'SELECT s.createdAt, s.updatedAt, i.createdAt FROM shipments s JOIN shipment_items i ON i.shipmentPk = s.pk WHERE s.id = ?',
          [id],
        );
      expect(rows).toEqual([Array(3).fill('2026-01-02 10:01:00.123000')]);
    });

    if (api.database.kind === 'mariadb') {
      it('that the database gives up for another one is done again, from its beginning, and both are there', async () => {
        const one = (await orderOf(await api.tenant(), 1)).order.split('/').at(-1) ?? '';
        const two = (await orderOf(await api.tenant(), 1)).order.split('/').at(-1) ?? '';
        const raise = (transaction: Transaction, id: string): Promise<unknown> =>
          transaction.run(
            'UPDATE orders SET shipmentsWithoutTrackingCount = shipmentsWithoutTrackingCount + 1 WHERE id = ?',
            [id],
          );
        const attempts: string[] = [];
        const putOff: string[] = [];
        const holding = { first: gate(), second: gate() };
        const raiseBoth = (
          name: 'first' | 'second',
          other: 'first' | 'second',
          ids: readonly [string, string],
        ): Promise<void> =>
          api.db().transaction(async (transaction) => {
            attempts.push(name);
            transaction.beforeCommit('once', () => {
              putOff.push(name);
              return Promise.resolve();
            });
            await raise(transaction, ids[0]);
            holding[name].open();
            await holding[other].passed;
            await raise(transaction, ids[1]);
          });
        await Promise.all([
          raiseBoth('first', 'second', [one, two]),
          raiseBoth('second', 'first', [two, one]),
        ]);
        expect(attempts).toHaveLength(3);
        expect(putOff.sort()).toEqual(['first', 'second']);
        const rows = await api
          .db()
          .read('SELECT shipmentsWithoutTrackingCount FROM orders WHERE id IN (?, ?)', [one, two]);
        expect(rows).toEqual([[2], [2]]);
      });

      it('whose connection is lost once is done again on another', async () => {
        let attempts = 0;
        await api.db().transaction(async (transaction) => {
          await insert(transaction, 'again');
          const [own] = await transaction.rows<{ id: number }>('SELECT CONNECTION_ID() AS id');
          if (++attempts === 1) await api.db().read(`KILL ${own?.id}`, []);
          await pause(100);
          await insert(transaction, 'again too');
        });
        expect(attempts).toBe(2);
        expect([...(await settings('again')), ...(await settings('again too'))]).toHaveLength(2);
      });

      it('whose connection is lost at its end is a 503 and is not done again, for nobody knows what came of it', async () => {
        let attempts = 0;
        const unit = api.db().transaction(async (transaction) => {
          attempts++;
          await insert(transaction, 'unknown');
          const [own] = await transaction.rows<{ id: number }>('SELECT CONNECTION_ID() AS id');
          transaction.atTheEnd('kill', async () => void (await api.db().read(`KILL ${own?.id}`, [])));
        });
        await expect(unit).rejects.toMatchObject({ status: 503 });
        expect(attempts).toBe(1);
      });

      it.each(['now', 'later'])(
        'whose connection is lost %s each time is a 503 and leaves nothing',
        async (moment) => {
          const unit = api.db().transaction(async (transaction) => {
            await insert(transaction, 'lost');
            const [own] = await transaction.rows<{ id: number }>('SELECT CONNECTION_ID() AS id');
            await api.db().read(`KILL ${own?.id}`, []);
            // at once, or when the driver knows
            if (moment === 'later') await pause(100);
            await insert(transaction, 'lost too');
          });
          await expect(unit).rejects.toMatchObject({ status: 503 });
          expect(await settings('lost')).toEqual([]);
          const next = Array.from({ length: 20 }, (_, index) =>
            api.db().transaction((transaction) => insert(transaction, `after ${moment} ${index}`)),
          );
          await expect(Promise.all(next)).resolves.toHaveLength(20);
        },
      );
    }
  });
});

onEachApi(
  (api) => {
    it('50 parallel writes and 50 reads get through two connections', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const { order, item } = await orderOf(tenant, 50);
      const requests = Array.from({ length: 50 }, (_, index) => [
        tenant.post('/shipment_items', {
          orderItem: item,
          qty: 1,
          shipment: { workspace, orders: [order], trackingNumber: `POOL${index}` },
        }),
        tenant.get(`${workspace}/shipments?orderNumbers=T-1`),
      ]);
      const answers = await Promise.all(requests.flat());
      expect(new Set(statuses(answers))).toEqual(new Set([200, 201]));
      expect((await tenant.get(item)).body.fulfilledQty).toBe(50);
    });
  },
  { DATABASE_POOL_SIZE: '2' },
);
