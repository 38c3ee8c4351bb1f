import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { migrations } from '../../../src/migrations/index.js';
import { type Answer, client, type Client, signIn } from '../../support/api.js';
import { onEachDatabase } from '../../support/databases.js';
import { compileCommit, earlierCommit } from '../../support/earlier-version.js';
import { brokenPromises, emailOf, Ledger } from '../../support/invariants.js';
import { openDatabase } from '../../support/open-database.js';
import { eventually, receiverOfThisBlock } from '../../support/receiver.js';
import { run } from '../../support/run.js';
import { serverProcesses } from '../../support/server-process.js';

jest.setTimeout(240_000);

const commit = earlierCommit();
const WRITERS = 3;

/** Sends a write until it is done; what is in another's way, or waits too long for it, may be sent again. */
async function done(send: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await send();
    if (answer.status < 300) return answer;
    expect([409, 503]).toContain(answer.status);
  }
}

// rolling-update.spec.ts tries as much as can be tried without the code of an earlier version
if (!commit)
  it.skip('a server of an earlier commit beside one of this: this checkout has no history of git', () =>
    undefined);
else
  describe(`a server of commit ${commit.slice(0, 7)} beside one of this version`, () => {
    let earlier: Awaited<ReturnType<typeof compileCommit>>;
    beforeAll(async () => {
      earlier = await compileCommit(commit);
    });
    afterAll(() => earlier.remove());

    onEachDatabase((database) => {
      const start = serverProcesses();
      const receiver = receiverOfThisBlock();

      it('works on through the update; what each writes the other goes by, and nothing is lost', async () => {
        const env = { DATABASE_URL: database.url(), WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8', LOG_LEVEL: 'warn' };
        const old = await (await start({ ...env, ENTRY: earlier.main })).ready();
        const create = [
          'tenant:create',
          '--team',
          'Shop',
          '--email',
          'a@example.com',
          '--workspace',
          'Main',
          '--json',
        ];
        const made = await run(process.execPath, [earlier.cli, ...create], { DATABASE_URL: database.url() });
        expect(made.stderr).toBe('');
        const tenant = JSON.parse(made.stdout) as { clientId: string; clientSecret: string };
        const { token } = await signIn(old.url, tenant);
        const one = client(old.url, token);
        const workspace = ((await one.get('/workspaces')).body['hydra:member'][0] as { '@id': string })[
          '@id'
        ];
        const make = async (through: Client, path: string, body: object, key: string): Promise<string> => {
          const answer = await done(() => through.post(path, body, { 'idempotency-key': key }));
          return answer.body['@id'] as string;
        };
        const webhook = { type: 'webhook', title: 'All', period: 'immediately', enabled: true, workspace };
        await make(one, '/workflows', { ...webhook, url: receiver.url() }, 'webhook');
        const order = await make(one, '/orders', { workspace, orderNumber: 'ONE' }, 'order');
        const vase = { order, productName: 'Vase', qty: 1_000_000 };
        const orderItem = await make(one, '/order_items', vase, 'vase');

        const ledger = new Ledger();
        let servers = [one];
        let [parcels, isOver] = [0, false];
        /** Each request of a parcel goes through the next server. */
        const parcel = async (writer: number, count: number): Promise<void> => {
          const [marker, at] = [`+49 ${writer} ${count}`, writer + count];
          const through = (step: number): Client => servers[(at + step) % servers.length] ?? one;
          const iri = await make(through(0), '/shipments', { workspace, phoneNumber: marker }, marker);
          ledger.make(marker, iri);
          for (let version = 1; version <= 2; version++) {
            await done(() => through(version).put(iri, { email: emailOf(version) }));
            ledger.write(iri, version);
          }
          await make(through(3), '/shipment_items', { shipment: iri, orderItem, qty: 1 }, `${marker} item`);
          ledger.ship(orderItem, 1);
          parcels++;
        };
        const writers = Array.from({ length: WRITERS }, async (_, writer) => {
          for (let count = 0; !isOver; count++) await parcel(writer, count);
        });
        const more = (count: number): Promise<void> => {
          const enough = parcels + count;
          return eventually(`${count} parcels more`, () => parcels >= enough);
        };

        await more(5);
        const current = await (await start(env)).ready();
        const another = client(current.url, token);
        servers = [one, another];
        await more(20);
        // as a pod of the old version that is started again while the update goes on
        const again = await (await start({ ...env, ENTRY: earlier.main })).ready();
        servers = [another, client(again.url, token)];
        old.kill('SIGTERM');
        await more(10);
        servers = [another];
        again.kill('SIGTERM');
        await more(5);
        isOver = true;
        await Promise.all(writers);
        expect([await old.ended, await again.ended]).toEqual(Array(2).fill({ code: 0, signal: null }));

        const look = await openDatabase(database.url());
        try {
          const ran = await look.rows<{ name: string }>('SELECT name FROM migrations');
          expect(ran).toHaveLength(migrations.length);
          const all = { client: another, database: look, workspace, received: receiver.received };
          await eventually('all is as it was acknowledged, and told', async () => {
            return (await brokenPromises(ledger, { ...all, received: receiver.received })).length === 0;
          }).catch(async () => {
            expect(await brokenPromises(ledger, { ...all, received: receiver.received })).toEqual([]);
          });
        } finally {
          await look.close();
        }
        for (const server of [old, current, again]) expect(server.output()).not.toMatch(/"level":[56]0/);
      });
    });
  });
