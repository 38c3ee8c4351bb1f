import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { insertRow } from '../../../../src/core/database/insert.js';
import { ExportsService } from '../../../../src/modules/bulk/exports/exports.service.js';
import { Authenticator } from '../../../../src/core/http/authenticator.js';
import { toStored } from '../../../../src/core/metadata/datetime.js';
import { pkOf } from '../../../support/all-rows.js';
import { onEachApi, startServer, type Answer, type TenantClient } from '../../../support/api.js';

onEachApi((api) => {
  let tenant: TenantClient;
  let stranger: TenantClient;
  beforeAll(async () => {
    [tenant, stranger] = [await api.tenant(['Main shop', 'Second']), await api.tenant()];
    const { workspace } = tenant;
    for (const trackingNumber of ['EXP1', 'EXP2', 'EXP3'])
      await tenant.make('/shipments', {
        workspace,
        trackingNumber,
        email: 'a,b"c@example.com'.replace(/[,"]/g, ''),
      });
    await tenant.make('/shipments', {
      workspace: `/workspaces/${tenant.workspaces[1]?.id}`,
      trackingNumber: 'ELSEWHERE1',
    });
    await stranger.make('/shipments', { workspace: stranger.workspace, trackingNumber: 'FOREIGN1' });
  });

  afterEach(() => api.setTime(undefined));

  const begin = async (body: object): Promise<string> => {
    const answer = await tenant.post('/export', body);
    expect(answer).toMatchObject({ status: 200, body: { message: expect.any(String) } });
    return new URL(answer.body.link as string).pathname;
  };
  const fetched = async (path: string): Promise<Answer> => {
    for (;;) {
      const answer = await api.anonymous().get(path);
      if (answer.status !== 202) return answer;
      expect(answer.headers.get('retry-after')).toBe('2');
      await pause(100);
    }
  };
  const numbersIn = async (body: object): Promise<string[]> => {
    const { body: csv } = await fetched(await begin(body));
    const [header = '', ...lines] = (csv as string).trimEnd().split('\n');
    const at = header.split(',').indexOf('trackingNumber');
    return lines.map((line) => line.split(',')[at] ?? '').sort();
  };

  describe('POST /export', () => {
    it('answers a link to the file, which needs no token', async () => {
      const path = await begin({ workspaceId: tenant.workspaces[0]?.id, entity: 'shipments', params: [] });
      const answer = await fetched(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(answer.headers.get('content-disposition')).toMatch(
        /^attachment; filename="shipments-\d{4}-\d\d-\d\d\.csv"$/,
      );
      expect(answer.headers.get('cache-control')).toBe('no-store, private');
      const list = await tenant.get(`${tenant.workspace}/shipments?itemsPerPage=all`, { accept: 'text/csv' });
      const sorted = (csv: unknown): string[] => (csv as string).split('\n').sort();
      expect(sorted(answer.body)).toEqual(sorted(list.body));
    });

    it('holds the workspace that it names, or all of the caller', async () => {
      const { id } = tenant.workspaces[0] as { id: string };
      expect(await numbersIn({ workspaceId: id, entity: 'shipments' })).toEqual(['EXP1', 'EXP2', 'EXP3']);
      expect(await numbersIn({ entity: 'shipments' })).toEqual(['ELSEWHERE1', 'EXP1', 'EXP2', 'EXP3']);
    });

    it.each([
      ['a list', ['trackingNumber=EXP2']],
      ['a query string', '?trackingNumber=EXP2'],
      ['an object', { trackingNumber: 'EXP2' }],
      [
        'an object as PHP reads a query',
        { id: undefined, trackingNumber: ['EXP2'], order: { createdAt: 'desc' } },
      ],
    ])('takes the filters of the list as %s', async (_, params) => {
      expect(await numbersIn({ entity: 'shipments', params })).toEqual(['EXP2']);
    });

    it.each([
      'orders',
      'order_items',
      'shipment_items',
      'tracking_checkpoints',
      'products',
      'product_variants',
      'statuses',
      'notes',
    ])('makes files of %s', async (entity) => {
      const answer = await fetched(await begin({ workspaceId: tenant.workspace, entity }));
      expect(answer).toMatchObject({ status: 200, body: expect.stringMatching(/^[\w.,]+\n/) });
    });

    it('refuses what it cannot do', async () => {
      const description = async (body: unknown): Promise<unknown> =>
        (await tenant.post('/export', body)).body['hydra:description'] as unknown;
      expect(await description([])).toBe('entity: This value should not be blank.');
      expect(await description({ entity: 'teams' })).toBe(
        'entity: The value you selected is not a valid choice.',
      );
      const foreign = stranger.workspaces[0]?.id as string;
      expect(await description({ entity: 'orders', workspaceId: foreign })).toBe(
        `Item not found for "/workspaces/${foreign}".`,
      );
      expect(await description({ entity: 'orders', params: { a: { b: { c: { d: 1 } } } } })).toMatch(
        /^The type of the /,
      );
      expect((await api.anonymous().post('/export', { entity: 'orders' })).status).toBe(401);
    });

    it('streams lists of thousands of rows', async () => {
      const many = await api.tenant();
      const workspacePk = await pkOf(api.db(), 'workspaces', many.workspaces[0]?.id as string);
      const now = toStored(Date.now());
      await api.db().transaction(async (transaction) => {
        for (let at = 0; at < 1700; at++) {
          await insertRow(transaction, 'shipments', {
            id: `00000000-0000-4000-8000-${String(workspacePk).padStart(4, '0')}${String(at).padStart(8, '0')}`,
            workspacePk,
            trackingNumber: `MANY${at}`,
            orderNumbers: '',
            createdAt: now,
            updatedAt: now,
          });
        }
      });
      const answer = await many.post('/export', { entity: 'shipments' });
      const file = await fetched(new URL(answer.body.link as string).pathname);
      const lines = (file.body as string).trimEnd().split('\n');
      expect(lines).toHaveLength(1701);
      expect(new Set(lines).size).toBe(1701);
    });
  });

  describe('the file of an export', () => {
    it('is kept for a while, and then removed', async () => {
      const path = await begin({ entity: 'shipments' });
      expect((await fetched(path)).status).toBe(200);
      api.setTime(Date.now() + 23 * 3_600_000);
      expect((await fetched(path)).status).toBe(200);
      api.setTime(Date.now() + 25 * 3_600_000);
      expect((await fetched(path)).status).toBe(404);
      await api.provider(ExportsService).clean();
      expect(await api.db().read('SELECT pk FROM exports', [])).toEqual([]);
      expect(await api.db().read('SELECT pk FROM file_pieces', [])).toEqual([]);
    });

    it('is made by another process when one has died in the middle', async () => {
      const path = await begin({ entity: 'shipments' });
      await fetched(path);
      const hold = toStored(Date.now() + 60_000);
      await api.db().transaction(async (transaction) => {
        await transaction.run("UPDATE exports SET status = 'running', claim = 'dead', claimedUntil = ?", [
          hold,
        ]);
        await transaction.run('UPDATE file_pieces SET content = ? WHERE exportPk IS NOT NULL', ['half']);
      });
      expect((await api.anonymous().get(path)).status).toBe(202);
      const other = await startServer(api.database.url());
      try {
        await api
          .db()
          .transaction((transaction) =>
            transaction.run('UPDATE exports SET claimedUntil = ?', [toStored(Date.now() - 1)]),
          );
        expect(await fetched(path)).toMatchObject({ status: 200, body: expect.stringContaining('EXP1') });
      } finally {
        await other.app.close();
      }
    });

    describe('after its maker', () => {
      /** Somebody in two teams with a client of both, and the links to files of one and of both. */
      async function exporter(): Promise<{
        readonly maker: TenantClient;
        readonly other: TenantClient;
        readonly ofOne: string;
        readonly ofBoth: string;
      }> {
        const [maker, other] = [await api.tenant(), await api.tenant()];
        for (const each of [maker, other])
          await each.make('/shipments', { workspace: each.workspace, trackingNumber: 'TOLD1' });
        const [userPk, teamPk] = [
          await pkOf(api.db(), 'users', maker.userId),
          await pkOf(api.db(), 'teams', other.teamId),
        ];
        await api.db().transaction((transaction) =>
          insertRow(transaction, 'memberships', {
            userPk,
            teamPk,
            role: 'admin',
            createdAt: transaction.moment,
          }),
        );
        api.provider<Authenticator>(Authenticator as Type<Authenticator>).forget();
        const link = async (body: object): Promise<string> => {
          const answer = await maker.post('/export', { entity: 'shipments', ...body });
          const path = new URL(answer.body.link as string).pathname;
          expect((await fetched(path)).status).toBe(200);
          return path;
        };
        const ofOne = await link({ workspaceId: maker.workspaces[0]?.id });
        return { maker, other, ofOne, ofBoth: await link({}) };
      }
      const statusOf = async (path: string): Promise<number> => (await fetched(path)).status;

      it('has left a team whose data is in it, is there no longer', async () => {
        const { maker, other, ofOne, ofBoth } = await exporter();
        expect((await other.delete(`/teams/${other.teamId}/members/${maker.userId}`)).status).toBe(204);
        expect([await statusOf(ofOne), await statusOf(ofBoth)]).toEqual([200, 404]);
      });

      it('may only read there, still is', async () => {
        const { maker, other, ofBoth } = await exporter();
        await other.put(`/teams/${other.teamId}/members/${maker.userId}`, { role: 'read-only' });
        expect(await statusOf(ofBoth)).toBe(200);
      });

      it('has lost the client that asked for it, is there no longer', async () => {
        const { maker, ofOne, ofBoth } = await exporter();
        const { body } = await maker.get('/oauth_clients');
        await maker.delete(body['hydra:member'][0]['@id'] as string);
        expect([await statusOf(ofOne), await statusOf(ofBoth)]).toEqual([404, 404]);
      });

      it('has deleted the team, is there no longer', async () => {
        const { maker, ofOne, ofBoth } = await exporter();
        expect((await maker.delete(`/teams/${maker.teamId}`)).status).toBe(204);
        expect([await statusOf(ofOne), await statusOf(ofBoth)]).toEqual([404, 404]);
      });
    });

    it('is never made when its client has been revoked', async () => {
      const path = await begin({ entity: 'shipments' });
      await fetched(path);
      await api.db().transaction(async (transaction) => {
        await transaction.run(
          "UPDATE exports SET status = 'pending', claim = NULL, claimedUntil = NULL, attempts = 0, credential = 999999",
        );
      });
      expect(await fetched(path)).toMatchObject({
        status: 404,
        body: { 'hydra:description': expect.stringMatching(/^The export has failed: /) },
      });
    });
  });
});
