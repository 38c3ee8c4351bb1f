import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from '@jest/globals';
import { onEachApi } from '../../support/api.js';
import { eventually, receiverOfThisBlock } from '../../support/receiver.js';
import { startWorker, type WorkerProcess } from '../../support/worker-process.js';

const ORDERS = 50;
const UPDATES = 39;
const EVENTS = ORDERS * (UPDATES + 1);

onEachApi(
  (api) => {
    const receiver = receiverOfThisBlock();
    const workers: WorkerProcess[] = [];
    const worker = (): WorkerProcess => {
      const started = startWorker({
        DATABASE_URL: api.database.url(),
        WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8',
        LOG_LEVEL: 'info',
      });
      workers.push(started);
      return started;
    };
    afterAll(async () => {
      for (const each of workers) each.kill('SIGKILL');
      await Promise.all(workers.map(({ ended }) => ended));
    });

    /** As if the time had passed for which a killed worker's webhooks are still its own. */
    const endLeases = (): Promise<unknown> =>
      api
        .db()
        .transaction((transaction) =>
          transaction.run(
            "UPDATE outbox_subscriptions SET leasedUntil = '2026-01-01 00:00:00' WHERE lease IS NOT NULL",
          ),
        );

    describe('a worker in a process of its own', () => {
      it.each([1, 8])(
        'that is killed again and again loses none of 2,000 deliveries, with concurrency %d',
        async (concurrency) => {
          const tenant = await api.tenant();
          const { workspace } = tenant;
          const hook = await tenant.make('/workflows', {
            type: 'webhook',
            title: 'Shop',
            workspace,
            url: receiver.url(),
            concurrency,
          });
          const write = async (number: number): Promise<void> => {
            const { '@id': order } = await tenant.make('/orders', { workspace, orderNumber: `O-${number}` });
            for (let at = 1; at <= UPDATES; at++) await tenant.put(order, { email: `u${at}@example.com` });
          };
          const lanes = Array.from({ length: 5 }, async (_, lane) => {
            for (let number = lane; number < ORDERS; number += 5) await write(number);
          });
          await Promise.all(lanes);
          expect(receiver.received).toEqual([]);

          for (const kill of [300, 900]) {
            const doomed = worker();
            await receiver.until(kill, 60_000);
            doomed.kill('SIGKILL');
            expect(await doomed.ended).toBe('SIGKILL');
            // once in real time is enough: 20 seconds each
            if (concurrency > 1 || kill > 300) await endLeases();
          }
          const last = worker();
          const ids = (): Set<unknown> =>
            new Set(receiver.received.map(({ headers }) => headers['webhook-id']));
          for (let waited = 0; ids().size < EVENTS && waited < 120; waited++) await pause(500);
          expect(ids().size).toBe(EVENTS);
          await eventually('every delivery is written down', async () => {
            const [row] = await api.db().read(
              `SELECT COUNT(*) FROM outbox_deliveries d JOIN outbox_subscriptions s ON s.pk = d.subscriptionPk
                WHERE s.id = ? AND d.state <> 1`,
              [hook.id as string],
            );
            return Number(row?.[0]) === 0;
          });
          last.kill('SIGTERM');
          expect(await last.ended).toBe(0);

          // repeats are known by their ids, and come before anything newer of the same item
          const seen = new Set<unknown>();
          const told = new Map<string, string[]>();
          for (const { headers, data } of receiver.received) {
            if (seen.has(headers['webhook-id'])) continue;
            seen.add(headers['webhook-id']);
            const { id, email } = data[0].data as { id: string; email: string | null };
            told.set(id, [...(told.get(id) ?? []), email ?? 'made']);
          }
          expect(told.size).toBe(ORDERS);
          const expected = ['made', ...Array.from({ length: UPDATES }, (_, at) => `u${at + 1}@example.com`)];
          for (const emails of told.values()) expect(emails).toEqual(expected);
        },
        180_000,
      );

      it('shares the work with others, and none is told twice while all live', async () => {
        const tenant = await api.tenant();
        const { workspace } = tenant;
        for (let at = 0; at < 4; at++)
          await tenant.make('/workflows', {
            type: 'webhook',
            title: 'Shop',
            workspace,
            url: receiver.url(String(at)),
          });
        const some = [worker(), worker()];
        await eventually('both wait', () =>
          some.every((each) => each.output().includes('waiting for changes')),
        );
        for (let at = 0; at < 40; at++) await tenant.make('/orders', { workspace, orderNumber: `P-${at}` });
        await receiver.until(160);
        await pause(500);
        const keys = receiver.received.map(({ path, headers }) => `${path} ${String(headers['webhook-id'])}`);
        expect(new Set(keys).size).toBe(160);
        expect(keys).toHaveLength(160);
        for (const each of some) each.kill('SIGTERM');
        expect(await Promise.all(some.map(({ ended }) => ended))).toEqual([0, 0]);
      });
    });
  },
  { WORKER: '0', WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8' },
);
