import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { toStored } from '../../../src/core/metadata/datetime.js';
import { Unavailable } from '../../../src/core/metadata/errors.js';
import { client, onEachApi, startServer, type TenantClient } from '../../support/api.js';

onEachApi((api) => {
  let tenant: TenantClient;
  let count = 0;
  const key = (): Record<string, string> => ({ 'idempotency-key': `key-${(count += 1)}` });
  const body = (trackingNumber: string) => ({ workspace: tenant.workspace, trackingNumber });
  const total = async (number: string): Promise<number> =>
    (await tenant.get(`/shipments?trackingNumber=${number}`)).body['hydra:totalItems'];

  beforeAll(async () => {
    tenant = await api.tenant();
  });

  it('answers the first answer again to the same key and body', async () => {
    const headers = key();
    const first = await tenant.post('/shipments', body('IDEM1'), headers);
    const again = await tenant.post('/shipments', body('IDEM1'), headers);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(again.body).toEqual(first.body);
    await tenant.put(first.body['@id'], { email: 'later@example.com' });
    expect((await tenant.post('/shipments', body('IDEM1'), headers)).body).toEqual(first.body);
    expect(await total('IDEM1')).toBe(1);
  });

  it('holds on every process, and for a cursor as well', async () => {
    const headers = key();
    const first = await tenant.post('/shipments', body('IDEM1B'), headers);
    const list = await tenant.get('/shipments?itemsPerPage=1&order[id]=asc', { prefer: 'paging=cursor' });
    const other = await startServer(api.database.url());
    try {
      const there = client(other.url, tenant.token);
      const again = await there.post('/shipments', body('IDEM1B'), headers);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect(again.body).toEqual(first.body);
      expect((await there.get(list.body['hydra:view']['hydra:next'])).status).toBe(200);
    } finally {
      await other.app.close();
    }
  });

  it('answers a refusal again, too', async () => {
    const headers = key();
    const first = await tenant.post('/shipments', { ...body('IDEM#2'), email: 'no' }, headers);
    const again = await tenant.post('/shipments', { ...body('IDEM#2'), email: 'no' }, headers);
    expect(first.status).toBe(400);
    expect(first.body.violations).toHaveLength(2);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('refuses the key with another body or path', async () => {
    const headers = key();
    await tenant.post('/shipments', body('IDEM3'), headers);
    const other = await tenant.post('/shipments', body('IDEM4'), headers);
    expect(other.status).toBe(422);
    expect(other.body['hydra:description']).toBe(
      'The Idempotency-Key was used for another request within the last 24 hours.',
    );
    expect((await tenant.post('/orders', body('IDEM3'), headers)).status).toBe(422);
    expect(await total('IDEM4')).toBe(0);
  });

  it('is a key of one client alone', async () => {
    const other = await api.tenant();
    const headers = key();
    await tenant.post('/shipments', body('IDEM5'), headers);
    const theirs = await other.post('/shipments', { ...body('IDEM5'), workspace: other.workspace }, headers);
    expect(theirs.status).toBe(201);
    expect(theirs.headers.get('idempotency-replayed')).toBeNull();
  });

  it('makes one item of twenty requests at once: the others wait their turn or get its answer', async () => {
    const headers = key();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => tenant.post('/shipments', body('IDEM6'), headers)),
    );
    expect(await total('IDEM6')).toBe(1);
    const made = answers.filter((answer) => answer.status === 201);
    expect(made.filter((answer) => answer.headers.get('idempotency-replayed') === null)).toHaveLength(1);
    for (const answer of answers.filter((each) => each.status !== 201)) {
      expect(answer.status).toBe(409);
      expect(answer.headers.get('retry-after')).toBe('1');
    }
    expect((await tenant.post('/shipments', body('IDEM6'), headers)).status).toBe(201);
  });

  it('is taken over when the process that was at it has died, and never done twice', async () => {
    const headers = key();
    const name = headers['idempotency-key'] ?? '';
    await tenant.post('/shipments', body('IDEM7'), headers);
    const forget = (until: string) =>
      api
        .db()
        .transaction((transaction) =>
          transaction.run(
            'UPDATE idempotency_keys SET status = NULL, answer = NULL, claimedUntil = ? WHERE name = ?',
            [until, name],
          ),
        );
    await forget(toStored(Date.now() + 30_000));
    expect((await tenant.post('/shipments', body('IDEM7'), headers)).status).toBe(409);
    await forget('2000-01-01 00:00:00.000000');
    const again = await tenant.post('/shipments', body('IDEM7'), headers);
    expect(again.body.violations).toMatchObject([{ propertyPath: 'trackingNumber' }]);
    expect(await total('IDEM7')).toBe(1);
  });

  it('is taken over from a process whose clock was ahead', async () => {
    const headers = key();
    const name = headers['idempotency-key'] ?? '';
    await tenant.post('/shipments', body('IDEM7B'), headers);
    await api
      .db()
      .transaction((transaction) =>
        transaction.run(
          'UPDATE idempotency_keys SET status = NULL, answer = NULL, claimedUntil = ? WHERE name = ?',
          [toStored(Date.now() + 5 * 3_600_000), name],
        ),
      );
    const again = await tenant.post('/shipments', body('IDEM7B'), headers);
    expect(again.body.violations).toMatchObject([{ propertyPath: 'trackingNumber' }]);
  });

  describe('after a 503 because the database went away in the middle', () => {
    /** The database is there for a request's claim, and for nothing more until it is back. */
    function goAway(): { back: () => void } {
      const database = api.db();
      const transaction = database.transaction.bind(database);
      let calls = 0;
      database.transaction = (work, request) =>
        calls++ === 0 ? transaction(work, request) : Promise.reject(new Unavailable());
      return { back: () => (database.transaction = transaction) };
    }

    it('the same request is done at once, and once', async () => {
      await tenant.post('/shipments', body('IDEM11'), key());
      const headers = key();
      const away = goAway();
      expect((await tenant.post('/shipments', body('IDEM12'), headers)).status).toBe(503);
      away.back();
      const answers = await Promise.all([1, 2].map(() => tenant.post('/shipments', body('IDEM12'), headers)));
      expect(answers.map(({ status }) => status)).toContain(201);
      expect((await tenant.post('/shipments', body('IDEM12'), headers)).status).toBe(201);
      expect(await total('IDEM12')).toBe(1);
    });

    it('the key is given back, so that other processes do it as well', async () => {
      const headers = key();
      const name = headers['idempotency-key'] ?? '';
      const away = goAway();
      expect((await tenant.post('/shipments', body('IDEM13'), headers)).status).toBe(503);
      away.back();
      const isKept = async (): Promise<boolean> =>
        (await api.db().read('SELECT pk FROM idempotency_keys WHERE name = ?', [name])).length > 0;
      for (let tries = 0; tries < 200 && (await isKept()); tries++) await pause(50);
      expect(await isKept()).toBe(false);
    });
  });

  it('is free again after 24 hours', async () => {
    const headers = key();
    const now = Date.now();
    await tenant.post('/shipments', body('IDEM8'), headers);
    api.setTime(now + 86_400_000 + 60_000);
    const late = await api.as(tenant);
    const answer = await late.post('/shipments', body('IDEM9'), headers);
    api.setTime(undefined);
    expect(answer.status).toBe(201);
  });

  it('wants a sane key', async () => {
    expect(
      (await tenant.post('/shipments', body('IDEM10'), { 'idempotency-key': 'x'.repeat(256) })).status,
    ).toBe(400);
    expect(await total('IDEM10')).toBe(0);
  });
});
