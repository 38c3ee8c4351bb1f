import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { toStored } from '../../../src/core/metadata/datetime.js';
import { onEachApi } from '../../support/api.js';
import { eventually } from '../../support/receiver.js';
import { partsOf, Postbox } from '../../support/postbox.js';
import { startWorker, type WorkerProcess } from '../../support/worker-process.js';

const MESSAGES = 1000;
/** Mails after which a worker is killed. */
const KILLS = [120, 400, 700];
/** For a machine that has much else to do; only what hangs takes so long. */
const PATIENCE_MS = 300_000;

const postbox = new Postbox();
// the port has to be known before the workers start
await postbox.open();
afterAll(() => postbox.close());

onEachApi(
  (api) => {
    const workers: WorkerProcess[] = [];
    const worker = (): WorkerProcess => {
      const started = startWorker({
        DATABASE_URL: api.database.url(),
        SMTP_URL: postbox.url(),
        PUBLIC_URL: 'https://waybill.example',
        LOG_LEVEL: 'info',
      });
      workers.push(started);
      return started;
    };
    afterAll(async () => {
      for (const each of workers) each.kill('SIGKILL');
      await Promise.all(workers.map(({ ended }) => ended));
    });

    /** As if the time had passed for which a killed worker's mails are still its own. */
    const endLeases = (): Promise<unknown> =>
      api
        .db()
        .transaction((transaction) =>
          transaction.run('UPDATE mails SET dueAt = ?', [toStored(Date.now() - 1000)]),
        );

    /** Mails, events and messages that somebody still has to look at. */
    const rest = async (): Promise<number> => {
      const [row] = await api
        .db()
        .read(
          "SELECT (SELECT COUNT(*) FROM mails) + (SELECT COUNT(*) FROM message_queue) + (SELECT COUNT(*) FROM messages WHERE status IN ('waiting', 'queued'))",
          [],
        );
      return Number(row?.[0]);
    };

    describe('a worker in a process of its own', () => {
      it('that is killed again and again neither loses nor doubles one of 1,000 messages', async () => {
        postbox.received.length = 0;
        const operator = await api.operator();
        const tenant = await api.tenant();
        const { workspace } = tenant;
        await tenant.make('/message_rules', { workspace, event: 'shipped' });
        await tenant.make('/message_settings', { workspace, quietFrom: null, quietTo: null });
        const run = randomUUID().slice(0, 8).toUpperCase();
        const numbers = Array.from({ length: MESSAGES }, (_, at) => `WB${run.replaceAll('-', '')}X${at}`);
        const lines = numbers.map((trackingNumber) =>
          JSON.stringify({
            workspace,
            trackingNumber,
            originCarrier: 'gls',
            email: `${trackingNumber.toLowerCase()}@example.com`,
          }),
        );
        const made = await tenant.post('/shipments', lines.join('\n'), {
          'content-type': 'application/x-ndjson',
        });
        expect(made.status).toBe(200);
        for (let at = 0; at < MESSAGES; at += 100) {
          const updates = numbers.slice(at, at + 100).map((trackingNumber) => ({
            trackingNumber,
            checkpoints: [{ date: new Date().toISOString(), status: 'in_transit', info: 'Seen' }],
          }));
          expect((await operator.post('/tracking_updates', updates)).body.accepted).toBe(100);
        }
        for (const kill of KILLS) {
          const doomed = worker();
          await eventually(`${kill} mails have gone out`, () => postbox.received.length >= kill, PATIENCE_MS);
          doomed.kill('SIGKILL');
          expect(await doomed.ended).toBe('SIGKILL');
          expect(postbox.received.length).toBeGreaterThanOrEqual(kill);
          await endLeases();
        }
        worker();
        worker();
        const ids = (): Set<string> => new Set(postbox.received.map(({ raw }) => partsOf(raw).messageId));
        // until nothing is left that could go out once more
        await eventually(
          'all messages have gone out',
          async () => (await rest()) === 0 && ids().size >= MESSAGES,
          PATIENCE_MS,
        );
        const receivers = new Map<string, Set<string>>();
        for (const { to, raw } of postbox.received) {
          const known = receivers.get(to[0] ?? '') ?? new Set();
          receivers.set(to[0] ?? '', known.add(partsOf(raw).messageId));
        }
        expect(receivers.size).toBe(MESSAGES);
        expect([...receivers.values()].filter((each) => each.size !== 1)).toEqual([]);
        // the mail that a worker had just handed over when it was killed comes again, with its id
        expect(postbox.received.length - MESSAGES).toBeLessThanOrEqual(KILLS.length);
        const [row] = await api
          .db()
          .read("SELECT COUNT(*), SUM(CASE WHEN status = 'sent' THEN 1 ELSE 0 END) FROM messages", []);
        expect(row?.map(Number)).toEqual([MESSAGES, MESSAGES]);
      }, 900_000);
    });
  },
  { PUBLIC_URL: 'https://waybill.example', SMTP_URL: postbox.url(), WORKER: '0' },
);
