import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { insertAll } from '../../../src/core/database/insert.js';
import { OutboxEvent } from '../../../src/core/outbox/outbox-event.entity.js';
import type { Role } from '../../../src/core/store/roles.js';
import type { Mail } from '../../../src/modules/mail/queue-mail.js';
import { join, mailsTo, newAddress, person, type Person } from '../../support/accounts.js';
import { type Body, client, onEachApi, signIn, startServer, type TenantClient } from '../../support/api.js';
import { listen, type Listener, type ListenOptions, type StreamedEvent } from '../../support/event-stream.js';
import { unique } from '../../support/one-of-each.js';

onEachApi(
  (api) => {
    const open: Listener[] = [];
    const servers: NestFastifyApplication[] = [];

    afterEach(async () => {
      for (const listener of open.splice(0)) listener.close();
      for (const server of servers.splice(0)) await server.close();
    });

    async function follow(options: ListenOptions, url = api.url()): Promise<Listener> {
      const listener = await listen(url, options);
      open.push(listener);
      return listener;
    }

    const addShipment = (tenant: TenantClient, more: Body = {}): Promise<Body> =>
      tenant.make('/shipments', { workspace: tenant.workspace, trackingNumber: unique(), ...more });

    const numbers = (events: readonly StreamedEvent[]): Body[] =>
      events.map(({ data }) => data.trackingNumber);

    /** The last thing that a tenant does: when it has been heard, everything before it has been heard too. */
    async function untilQuiet(tenant: TenantClient, listener: Listener): Promise<void> {
      const { trackingNumber } = await addShipment(tenant);
      await listener.until((events) => numbers(events).includes(trackingNumber));
    }

    describe('the hub', () => {
      it('is named by every answer', async () => {
        const tenant = await api.tenant();
        for (const path of ['/shipments', tenant.workspace, '/nothing'])
          expect((await tenant.get(path)).headers.get('link')).toMatch(
            /, <http:\/\/[^>]+\/\.well-known\/mercure>; rel="mercure"/,
          );
      });

      it('tells of what is made, changed and deleted, as the item is', async () => {
        const tenant = await api.tenant();
        const listener = await follow({ topics: ['/shipments/{id}'], token: tenant.token });
        expect(listener.status).toBe(200);
        expect(listener.headers.get('content-type')).toBe('text/event-stream');
        const shipment = await addShipment(tenant);
        await tenant.put(shipment['@id'], { email: 'ada@example.com' });
        const changed = (await tenant.get(shipment['@id'])).body;
        await tenant.delete(shipment['@id']);
        await listener.until(({ length }) => length >= 3);
        const [made, updated, gone] = listener.events.map(({ data }) => data);
        expect(made).toMatchObject({ '@id': shipment['@id'], trackingNumber: shipment.trackingNumber });
        expect(updated).toEqual(changed);
        expect(gone).toEqual({ '@id': shipment['@id'] });
        expect(listener.events.every(({ id }) => /^urn:uuid:[0-9a-f-]{36}$/.test(id))).toBe(true);
      });

      it('tells nothing twice and nothing that no topic is about', async () => {
        const tenant = await api.tenant(['First', 'Second']);
        const second = `/workspaces/${tenant.workspaces[1]?.id}`;
        const shipment = await addShipment(tenant);
        const other = await addShipment(tenant, { workspace: second });
        const order = await tenant.make('/orders', { workspace: tenant.workspace, orderNumber: unique() });
        const heard = async (...topics: string[]): Promise<string[]> => {
          const all = await follow({ topics: ['*'], token: tenant.token });
          const some = await follow({ topics, token: tenant.token });
          const before = all.events.length;
          await tenant.put(shipment['@id'], { email: `${unique()}@example.com` });
          await tenant.put(other['@id'], { email: `${unique()}@example.com` });
          await tenant.put(order['@id'], { phoneNumber: unique() });
          await all.until(({ length }) => length >= before + 3);
          await pause(100);
          return some.events.map(({ data }) => data['@id'] as string);
        };
        const [a, b, o] = [shipment['@id'], other['@id'], order['@id']] as [string, string, string];
        expect(await heard('*', '/shipments')).toEqual([a, b, o]);
        expect(await heard('/shipments')).toEqual([a, b]);
        expect(await heard(a)).toEqual([a]);
        expect(await heard(`${api.url()}${a}`)).toEqual([]);
        expect(await heard(`${publicUrlIn(await tenant.get('/shipments'))}${a}`)).toEqual([a]);
        expect(await heard(a, o)).toEqual([a, o]);
        expect(await heard('/shipments/{id}', '/orders/{id}')).toEqual([a, b, o]);
        expect(await heard('/{collection}/{id}')).toEqual([a, b, o]);
        expect(await heard('/workspaces/{id}/shipments')).toEqual([a, b]);
        expect(await heard(`${second}/shipments`)).toEqual([b]);
        expect(await heard(`${tenant.workspace}/{+rest}`)).toEqual([a, o]);
        expect(await heard('/products/{id}', '/shipments/{id}/reviews')).toEqual([]);
      });

      it('wants a token that may read, by its header or in the cookie', async () => {
        const tenant = await api.tenant();
        const statusOf = async (options: Partial<ListenOptions>): Promise<number> =>
          (await follow({ topics: ['*'], ...options })).status;
        expect(await statusOf({})).toBe(401);
        expect(await statusOf({ token: 'nonsense' })).toBe(401);
        expect(await statusOf({ headers: { cookie: 'mercureAuthorization=nonsense' } })).toBe(401);
        expect(await statusOf({ query: { authorization: tenant.token } })).toBe(401);
        const cookie = `other=1; mercureAuthorization=${tenant.token}`;
        const listener = await follow({ topics: ['/shipments'], headers: { cookie } });
        await addShipment(tenant);
        await listener.until(({ length }) => length === 1);
      });

      it('refuses topics that it does not understand', async () => {
        const { token } = await api.tenant();
        const statusOf = async (topics: readonly string[]): Promise<number> =>
          (await follow({ topics, token })).status;
        expect(await statusOf([])).toBe(400);
        expect(await statusOf(['/shipments/{?page}'])).toBe(400);
        expect(await statusOf(['/shipments/{id'])).toBe(400);
        expect(await statusOf(['{+a}{+b}'])).toBe(400);
        expect(await statusOf(['x'.repeat(501)])).toBe(400);
        expect(await statusOf(Array.from({ length: 101 }, (_, index) => `/shipments/${index}`))).toBe(400);
        expect(await statusOf(['', '/no/such/thing', '(?:a+)+$'])).toBe(200);
      });

      it('never tells what the subscriber may not read', async () => {
        const [tenant, other] = [await api.tenant(), await api.tenant()];
        const shipment = await addShipment(other);
        const listener = await follow({
          topics: ['*', shipment['@id'], `${other.workspace}/shipments`],
          token: tenant.token,
        });
        const foreign = await follow({ topics: ['*'], token: other.token });
        await other.put(shipment['@id'], { email: 'secret@example.com' });
        await foreign.until(({ length }) => length === 1);
        await untilQuiet(tenant, listener);
        expect(listener.events).toHaveLength(1);
        const again = await follow({
          topics: ['*'],
          token: tenant.token,
          lastEventId: foreign.events[0]?.id,
        });
        expect(again.headers.get('last-event-id')).toBe('earliest');
        await again.until(({ length }) => length === 1);
        expect(again.events).toEqual(listener.events);
      });
    });

    describe('a subscriber that comes back', () => {
      it('gets what it has missed, and knows whether that is all', async () => {
        const tenant = await api.tenant();
        const first = await follow({ topics: ['/shipments'], token: tenant.token });
        expect(first.headers.get('last-event-id')).toBeNull();
        const made = [await addShipment(tenant), await addShipment(tenant)].map(
          (each) => each.trackingNumber,
        );
        await first.until(({ length }) => length === 2);
        first.close();
        made.push((await addShipment(tenant)).trackingNumber, (await addShipment(tenant)).trackingNumber);
        const resume = async (lastEventId: string): Promise<Listener> =>
          follow({ topics: ['/shipments'], token: tenant.token, lastEventId });
        const [one] = first.events;
        const second = await resume(one?.id as string);
        expect(second.headers.get('last-event-id')).toBe(one?.id);
        await second.until(({ length }) => length === 3);
        expect(numbers(second.events)).toEqual(made.slice(1));
        for (const unknown of [
          'earliest',
          'urn:uuid:00000000-0000-4000-8000-000000000000',
          "nothing' OR 1=1",
        ]) {
          const all = await resume(unknown);
          expect(all.headers.get('last-event-id')).toBe('earliest');
          await all.until(({ length }) => length === 4);
          expect(numbers(all.events)).toEqual(made);
        }
        const query = { lastEventID: one?.id as string };
        const byQuery = await follow({ topics: ['/shipments'], token: tenant.token, query });
        await byQuery.until(({ length }) => length === 3);
        // what comes then is told as to everybody else
        await untilQuiet(tenant, second);
        await byQuery.until(({ length }) => length === 4);
        expect(byQuery.events).toEqual(second.events);
      });

      it('gets events of the last day alone', async () => {
        const tenant = await api.tenant();
        const now = Date.now();
        const listener = await follow({ topics: ['*'], token: tenant.token });
        await addShipment(tenant);
        await listener.until(({ length }) => length === 1);
        const { pk } = await workspaceOf(tenant);
        const age = (hours: number): Promise<unknown> =>
          api
            .db()
            .transaction((transaction) =>
              transaction.run('UPDATE outbox_events SET createdAt = ? WHERE workspacePk = ?', [
                new Date(now - hours * 3_600_000).toISOString().replace('T', ' ').slice(0, 23),
                pk,
              ]),
            );
        await age(23);
        const young = await follow({ topics: ['*'], token: tenant.token, lastEventId: 'earliest' });
        await young.until(({ length }) => length === 1);
        await age(25);
        const old = await follow({ topics: ['*'], token: tenant.token, lastEventId: 'earliest' });
        await untilQuiet(tenant, old);
        expect(old.events).toHaveLength(1);
      });

      it('misses nothing while many write, on several servers and across a restart', async () => {
        const tenant = await api.tenant();
        const start = async (): Promise<string> => {
          const { app, url } = await startServer(api.database.url(), { WORKER: '0' });
          servers.push(app);
          return url;
        };
        let second = await start();
        const steady = await follow({ topics: ['/shipments'], token: tenant.token }, second);
        const writers = [api.url(), second].flatMap((url) =>
          Array.from({ length: 4 }, () => client(url, tenant.token)),
        );
        let writing = true;
        const expected: string[] = [];
        const written = Promise.all(
          writers.map(async (writer, index) => {
            for (let count = 0; count < 12; count++) {
              const trackingNumber = `W${index}N${count}${unique()}`.toUpperCase();
              const { status } = await writer.post('/shipments', {
                workspace: tenant.workspace,
                trackingNumber,
              });
              expect(status).toBe(201);
              expected.push(trackingNumber);
            }
          }),
        ).finally(() => (writing = false));
        const heard: StreamedEvent[] = [];
        // comes and goes all the time
        while (writing || heard.length < expected.length) {
          const listener = await follow({
            topics: ['/shipments'],
            token: tenant.token,
            lastEventId: heard.at(-1)?.id ?? 'earliest',
          });
          await pause(150);
          listener.close();
          heard.push(...listener.events);
          if (!writing) await steady.until(({ length }) => length >= expected.length, 10_000);
        }
        await written;
        expect(numbers(heard).sort()).toEqual([...expected].sort());
        // every process tells in the same order
        expect(steady.events).toEqual(heard);
        await servers.pop()?.close();
        await steady.untilEnded();
        const missed = await addShipment(tenant);
        second = await start();
        const last = steady.events.at(-1)?.id as string;
        const back = await follow({ topics: ['*'], token: tenant.token, lastEventId: last }, second);
        await back.until(({ length }) => length === 1);
        expect(numbers(back.events)).toEqual([missed.trackingNumber]);
      });

      it('is told by one process of what another has done', async () => {
        const tenant = await api.tenant();
        const { app, url } = await startServer(api.database.url(), { WORKER: '0' });
        servers.push(app);
        const listener = await follow({ topics: ['*'], token: tenant.token }, url);
        await addShipment(tenant);
        await listener.until(({ length }) => length === 1, 3000);
      });
    });

    describe('a stream', () => {
      /** A team with one more member. */
      async function teamWith(
        role: Role,
      ): Promise<{ iri: string; workspace: string; owner: Person; member: Person }> {
        const owner = await person(api);
        const { body } = await owner.post('/workspaces', {
          team: { name: `Team ${unique()}` },
          title: 'Main shop',
        });
        const iri = body.team['@id'] as string;
        const email = newAddress();
        const invited = await owner.post(`${iri}/members`, { email, role });
        expect(invited).toMatchObject({ status: 201 });
        const [mail] = await mailsTo(api, email);
        const code = /verify-email\/([a-z2-7]+)/.exec((mail as Mail).text)?.[1] ?? '';
        return { iri, workspace: body['@id'] as string, owner, member: await join(api, email, code) };
      }

      it('ends within five seconds when a member is removed, for the member alone', async () => {
        const { iri, owner, member } = await teamWith('member');
        const stream = await follow({ topics: ['*'], token: member.token });
        const owners = await follow({ topics: ['*'], token: owner.token });
        expect([stream.status, owners.status]).toEqual([200, 200]);
        await pause(100);
        expect(stream.hasEnded()).toBe(false);
        expect((await owner.delete(`${iri}/members/${member.id}`)).status).toBe(204);
        await stream.untilEnded(5000);
        expect(owners.hasEnded()).toBe(false);
      });

      it('ends when its token is revoked, or over', async () => {
        const tenant = await api.tenant();
        const other = await signIn(api.url(), tenant);
        const [stream, second] = [
          await follow({ topics: ['*'], token: tenant.token }),
          await follow({ topics: ['*'], token: other.token }),
        ];
        const { clientId, clientSecret, token } = tenant;
        const body = new URLSearchParams({
          token,
          client_id: clientId,
          client_secret: clientSecret,
        }).toString();
        const form = { 'content-type': 'application/x-www-form-urlencoded' };
        expect((await api.anonymous().post('/oauth/v2/revoke', body, form)).status).toBe(200);
        await stream.untilEnded(5000);
        expect(second.hasEnded()).toBe(false);
        api.setTime(Date.now() + 400 * 24 * 3_600_000);
        try {
          await second.untilEnded(5000);
        } finally {
          api.setTime(undefined);
        }
      });

      it('whose reader stands still ends, and goes on where it stood; the others are told meanwhile', async () => {
        const tenant = await api.tenant();
        const shipment = await addShipment(tenant);
        const { hostname, port } = new URL(api.url());
        const socket = connect(Number(port), hostname);
        let read = '';
        let closed = false;
        let isStanding = false;
        socket.on('error', () => undefined).on('close', () => (closed = true));
        socket.write(
          `GET /.well-known/mercure?topic=/shipments HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${tenant.token}\r\n\r\n`,
        );
        await new Promise<void>((resolve) =>
          socket.on('data', (bytes) => {
            read += bytes.toString();
            if (isStanding || !read.includes('retry:')) return;
            isStanding = true;
            socket.pause();
            resolve();
          }),
        );
        const quick = await follow({ topics: ['/shipments'], token: tenant.token });
        // more than the sockets of both sides take
        const { pk } = await workspaceOf(tenant);
        const filler = 'x'.repeat(60_000);
        for (let batch = 0; batch < 40; batch++) {
          await api.db().transaction((transaction) =>
            insertAll(
              transaction,
              OutboxEvent,
              [
                'message',
                'workspacePk',
                'entity',
                'event',
                'itemId',
                'updatedFields',
                'data',
                'position',
                'createdAt',
              ],
              Array.from({ length: 10 }, () => {
                const data = JSON.stringify({ '@id': shipment['@id'], filler });
                const id = (shipment['@id'] as string).slice('/shipments/'.length);
                return [randomUUID(), pk, 'shipments', 'update', id, '[]', data, null, transaction.moment];
              }),
            ),
          );
          await pause(20);
        }
        const { trackingNumber } = await addShipment(tenant);
        // what has reached one subscriber was offered to the other, too
        await quick.until((events) => numbers(events).includes(trackingNumber), 30_000);
        await pause(12_000);
        socket.resume();
        const end = Date.now() + 10_000;
        while (!closed && Date.now() < end) await pause(20);
        expect(closed).toBe(true);
        const ids = [...read.matchAll(/^id: (\S+)$/gm)].map(([, id]) => id as string);
        const back = await follow({
          topics: ['/shipments'],
          token: tenant.token,
          lastEventId: ids.at(-2) ?? 'earliest',
        });
        await back.until((events) => numbers(events).includes(trackingNumber), 20_000);
        const [resumed] = back.events;
        expect(ids.indexOf(resumed?.id ?? '')).toBe(ids.length - 1);
      }, 90_000);
    });

    const publicUrlIn = ({ headers }: { headers: Headers }): string =>
      /<([^>]+)\/\.well-known\/mercure>/.exec(headers.get('link') ?? '')?.[1] ?? '';

    async function workspaceOf({ workspace }: TenantClient): Promise<{ pk: number }> {
      const [row] = await api
        .db()
        .read('SELECT pk FROM workspaces WHERE id = ?', [workspace.slice('/workspaces/'.length)]);
      return { pk: row?.[0] as number };
    }
  },
  { TEST_ENDPOINTS: '1', WORKER: '0' },
);
