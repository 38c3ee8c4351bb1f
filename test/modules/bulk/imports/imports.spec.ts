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

    it.each([
      ['merge-duplicates', 'new@example.com'],
      ['ignore-duplicates', 'old@example.com'],
    ])('takes Prefer: resolution=%s', async (resolution, email) => {
      const [known, other] = resolution === 'merge-duplicates' ? ['RES1', 'RES2'] : ['RES3', 'RES4'];
      const { workspace } = tenant;
      const shipment = await tenant.make('/shipments', {
        workspace,
        trackingNumber: known,
        email: 'old@example.com',
      });
      const answer = await tenant.send('POST', '/imports', {
        headers: { 'content-type': 'application/json', prefer: `resolution=${resolution}` },
        body: JSON.stringify({
          workspace,
          file: `trackingNumber,email\n${known},new@example.com\n${other},\n`,
        }),
      });
      expect(answer.status).toBe(201);
      expect(answer.headers.get('preference-applied')).toBe(`resolution=${resolution}`);
      expect(await ended(answer.body['@id'])).toMatchObject({
        status: 'done',
        createdCount: 1,
        updatedCount: 1,
        failedCount: 0,
      });
      expect((await tenant.get(shipment['@id'] as string)).body.email).toBe(email);
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

    it('tells how far it has come, and gives the refused lines as a CSV that can be mended and sent again', async () => {
      const file = 'trackingNumber;email;colour\nROW1;;red\nnot ok;"a;b@example.com";\nROW2;nobody;=1+1\n';
      const { '@id': iri } = await tenant.make('/imports', {
        workspace: tenant.workspace,
        file,
        fileOriginalName: 'März 1.csv',
      });
      expect(await ended(iri)).toMatchObject({
        status: 'done',
        rowCount: 3,
        createdCount: 1,
        updatedCount: 0,
        failedCount: 2,
        startedAt: expect.any(String),
        rate: expect.any(Number),
        secondsLeft: 0,
      });
      const refused = await tenant.get(`${iri}/refused_lines`, { accept: 'text/csv' });
      expect(refused.status).toBe(200);
      expect(refused.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(refused.headers.get('content-disposition')).toBe('attachment; filename="M_rz_1-refused.csv"');
      expect(refused.body).toBe(
        [
          'trackingNumber,email,colour,reason',
          'not ok,a;b@example.com,,"trackingNumber: This value is not valid.\nemail: This value is not a valid email address."',
          `ROW2,nobody,'=1+1,email: This value is not a valid email address.`,
          '',
        ].join('\n'),
      );
      const mended = refused.body.replace('not ok,a;b', 'ROW3,b').replace('nobody', 'ada@example.com');
      const again = await tenant.make('/imports', { workspace: tenant.workspace, file: mended });
      expect(await ended(again['@id'])).toMatchObject({ createdCount: 2, failedCount: 0 });
      expect((await stranger.get(`${iri}/refused_lines`)).status).toBe(404);
      expect((await api.anonymous().get(`${iri}/refused_lines`)).status).toBe(401);
    });

    it('gives all rows of an order that was refused, and the reason once', async () => {
      const file =
        'orderNumber,email,items.productName,items.qty\nTWO,nobody,Cup,1\nONE,,Cup,1\nTWO,,Mug,2\n';
      const { '@id': iri } = await tenant.make('/imports', {
        workspace: tenant.workspace,
        entity: 'orders',
        file,
      });
      expect(await ended(iri)).toMatchObject({ rowCount: 2, createdCount: 1, failedCount: 1 });
      expect((await tenant.get(`${iri}/refused_lines`)).body).toBe(
        [
          'orderNumber,email,items.productName,items.qty,reason',
          'TWO,nobody,Cup,1,email: This value is not a valid email address.',
          'TWO,,Mug,2,',
          '',
        ].join('\n'),
      );
    });

    it('can be cancelled while it runs: what is there stays, and nothing more comes', async () => {
      const other = await api.tenant();
      const numbers = Array.from({ length: 6000 }, (_, at) => `CANCEL${at}`);
      const { '@id': iri } = await other.make('/imports', {
        workspace: other.workspace,
        file: `trackingNumber\n${numbers.join('\n')}\n`,
      });
      const state = async (): Promise<Body> => (await other.get(iri as string)).body;
      for (let found = await state(); found.createdCount === 0; found = await state()) await pause(10);
      const cancelled = await other.post(`${iri}/cancel`);
      expect(cancelled).toMatchObject({
        status: 200,
        body: { '@id': iri, status: 'cancelled', rowCount: 6000, secondsLeft: 0 },
      });
      const { createdCount } = cancelled.body;
      expect(createdCount).toBeLessThan(6000);
      await pause(500);
      expect(await state()).toMatchObject({ status: 'cancelled', createdCount });
      const { body } = await other.get(`${other.workspace}/shipments?itemsPerPage=0`);
      expect(body['hydra:totalItems']).toBe(createdCount);
      expect(await other.post(`${iri}/cancel`)).toMatchObject({
        status: 200,
        body: { status: 'cancelled', createdCount },
      });
      expect((await stranger.post(`${iri}/cancel`)).status).toBe(404);
      expect(await api.db().read('SELECT pk FROM file_pieces', [])).toEqual([]);
    });

    it('cannot be cancelled when it has ended', async () => {
      const { '@id': iri } = await tenant.make('/imports', {
        workspace: tenant.workspace,
        file: 'trackingNumber\nENDED1\n',
      });
      await ended(iri);
      expect(await tenant.post(`${iri}/cancel`)).toMatchObject({
        status: 400,
        body: { 'hydra:description': 'The import has ended already.' },
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
