import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { insertRow } from '../../../../src/core/database/insert.js';
import { appendToFile } from '../../../../src/modules/bulk/files/stored-file.js';
import { toStored } from '../../../../src/core/metadata/datetime.js';
import { pkOf } from '../../../support/all-rows.js';
import { onEachApi, type Body, type TenantClient } from '../../../support/api.js';

onEachApi((api) => {
  let tenant: TenantClient;
  let stranger: TenantClient;
  beforeAll(async () => {
    [tenant, stranger] = [await api.tenant(), await api.tenant()];
  });

  const ended = async (iri: unknown): Promise<Body> => {
    for (;;) {
      const { body } = await tenant.get(iri as string);
      if (['done', 'failed'].includes(body.status as string)) return body;
      await pause(50);
    }
  };
  const numbers = async (): Promise<unknown[]> => {
    const { body } = await tenant.get(`${tenant.workspace}/shipments?itemsPerPage=500`);
    return (body['hydra:member'] as Body[]).map(({ trackingNumber }) => trackingNumber as unknown);
  };

  describe('POST /imports', () => {
    it('takes a form with a file, and makes a shipment of each line', async () => {
      const form = new FormData();
      form.set('workspace', tenant.workspace);
      const csv = 'trackingNumber,email,address.city\nIMP1,ada@example.com,London\nIMP2,,\n';
      form.set('file', new File([csv], 'parcels.csv', { type: 'text/csv' }));
      const answer = await tenant.send('POST', '/imports', { body: form });
      expect(answer.status).toBe(201);
      expect(answer.body).toMatchObject({
        '@type': 'Import',
        workspace: tenant.workspace,
        user: `/users/${tenant.userId}`,
        fileOriginalName: 'parcels.csv',
        fileMimeType: 'text/csv',
        fileSize: csv.length,
        entity: 'shipments',
      });
      expect(answer.headers.get('location')).toBe(answer.body['@id']);
      expect(await ended(answer.body['@id'])).toMatchObject({
        status: 'done',
        createdCount: 2,
        failedCount: 0,
        errors: [],
      });
      expect(await numbers()).toEqual(expect.arrayContaining(['IMP1', 'IMP2']));
    });

    it.each([
      ['text', (csv: string) => csv],
      ['base64', (csv: string) => Buffer.from(csv).toString('base64')],
      ['a data URL', (csv: string) => `data:text/csv;base64,${Buffer.from(csv).toString('base64')}`],
    ])('takes the file as %s in JSON', async (kind, coded) => {
      const orderNumber = `CSV-${kind.replace(/\W/g, '')}`;
      const answer = await tenant.make('/imports', {
        workspace: tenant.workspace,
        entity: 'orders',
        fileOriginalName: 'orders.csv',
        file: coded(`orderNumber,email\n${orderNumber},ada@example.com\n`),
      });
      expect(answer).toMatchObject({ fileOriginalName: 'orders.csv' });
      expect(await ended(answer['@id'])).toMatchObject({ status: 'done', createdCount: 1 });
      const found = await tenant.get(`${tenant.workspace}/orders?orderNumber=${orderNumber}`);
      expect(found.body['hydra:totalItems']).toBe(1);
    });

    it('tells which lines were refused, and why', async () => {
      const file = 'trackingNumber,email\nOK1,\nnot ok,\nOK1,\nOK2,nobody\nOK3,ada@example.com\n';
      const { '@id': iri } = await tenant.make('/imports', { workspace: tenant.workspace, file });
      expect(await ended(iri)).toMatchObject({
        status: 'done',
        createdCount: 2,
        failedCount: 3,
        errors: [
          { line: 3, message: 'trackingNumber: This value is not valid.' },
          { line: 4, message: 'trackingNumber: Shipment with this tracking number already exists' },
          { line: 5, message: 'email: This value is not a valid email address.' },
        ],
      });
    });

    it('stays in its workspace, whatever a line says', async () => {
      const file = `workspace,trackingNumber\n${stranger.workspace},STAYS1\n`;
      const { '@id': iri } = await tenant.make('/imports', { workspace: tenant.workspace, file });
      expect(await ended(iri)).toMatchObject({ createdCount: 1 });
      expect(await numbers()).toContain('STAYS1');
      expect((await stranger.get(iri as string)).status).toBe(404);
    });

    it('fails as a whole when the file is none', async () => {
      const { '@id': iri } = await tenant.make('/imports', {
        workspace: tenant.workspace,
        file: 'colour,size\nred,1\n',
      });
      expect(await ended(iri)).toMatchObject({
        status: 'failed',
        createdCount: 0,
        errors: [{ line: 0, message: expect.stringMatching(/^The first line of the CSV must name/) }],
      });
      expect(await api.db().read('SELECT pk FROM file_pieces', [])).toEqual([]);
    });

    it('refuses what is no import', async () => {
      const description = async (body: unknown): Promise<unknown> =>
        (await tenant.post('/imports', body)).body['hydra:description'] as unknown;
      expect(await description([])).toBe(
        'workspace: This value should not be blank.\nfile: This value should not be blank.',
      );
      expect(await description({ workspace: tenant.workspace, file: 'a,b\n', entity: 'teams' })).toBe(
        'entity: The value you selected is not a valid choice.',
      );
      expect(await description({ workspace: stranger.workspace, file: 'a,b\n' })).toBe(
        `Item not found for "${stranger.workspace}".`,
      );
      const broken = await tenant.send('POST', '/imports', {
        body: 'nonsense',
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      });
      expect(broken).toMatchObject({
        status: 400,
        body: { 'hydra:description': 'The form cannot be read.' },
      });
      const elsewhere = await tenant.send('POST', '/shipments', { body: new FormData() });
      expect(elsewhere.status).toBe(415);
    });

    it('goes on after the last line that a process did before it died', async () => {
      const workspacePk = await pkOf(api.db(), 'workspaces', tenant.workspaces[0]?.id as string);
      const userPk = await pkOf(api.db(), 'users', tenant.userId);
      const [client] = await api.db().read('SELECT pk FROM oauth_clients WHERE userPk = ?', [userPk]);
      const now = toStored(Date.now());
      const id = '22222222-2222-4222-8222-222222222222';
      await api.db().transaction(async (transaction) => {
        const importPk = await insertRow(transaction, 'imports', {
          id,
          workspacePk,
          userPk,
          credential: client?.[0] as number,
          entity: 'shipments',
          fileOriginalName: 'x.csv',
          fileMimeType: 'text/csv',
          fileSize: 1,
          status: 'running',
          claim: 'dead',
          claimedUntil: toStored(Date.now() - 1),
          attempts: 1,
          position: 1,
          createdCount: 1,
          createdAt: now,
          updatedAt: now,
        });
        await appendToFile(
          { column: 'importPk', pk: importPk },
          'trackingNumber\nDONE1\nNEXT1\nNEXT2\n',
          transaction,
        );
      });
      expect(await ended(`/imports/${id}`)).toMatchObject({
        status: 'done',
        createdCount: 3,
        failedCount: 0,
      });
      const known = await numbers();
      expect(known).toEqual(expect.arrayContaining(['NEXT1', 'NEXT2']));
      expect(known).not.toContain('DONE1');
    });
  });
});
