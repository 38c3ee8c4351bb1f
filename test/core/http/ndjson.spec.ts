import { request as httpRequest } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { onEachApi, type Answer, type Body, type TenantClient } from '../../support/api.js';

const NDJSON = 'application/x-ndjson';

const post = (
  tenant: TenantClient,
  path: string,
  lines: readonly unknown[],
  headers: Record<string, string> = {},
): Promise<Answer> =>
  tenant.send('POST', path, {
    headers: { 'content-type': NDJSON, ...headers },
    body: lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  });

const linesOf = ({ body }: Answer): Body[] =>
  (body as string)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

onEachApi((api) => {
  describe('a POST of application/x-ndjson', () => {
    it('makes an item of each line and says what a single POST says of the others', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const wrong = { workspace, email: 'nobody' };
      const single = await tenant.post('/shipments', wrong);
      const answer = await post(tenant, '/shipments', [
        { workspace, trackingNumber: 'LINE1' },
        wrong,
        '',
        '{"workspace":',
        { workspace, trackingNumber: 'LINE1' },
        [],
        { workspace, trackingNumber: 'LINE2' },
      ]);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
      const lines = linesOf(answer);
      expect(lines.map(({ line, status }) => [line, status])).toEqual([
        [1, 201],
        [2, 400],
        [4, 400],
        [5, 400],
        [6, 400],
        [7, 201],
      ]);
      expect(lines[1].violations).toEqual(single.body.violations);
      expect(lines[2]['hydra:description']).toBe('Syntax error');
      expect(lines[3].violations[0].propertyPath).toBe('trackingNumber');
      expect((await tenant.get(lines[5]['@id'] as string)).body.trackingNumber).toBe('LINE2');
      const list = await tenant.get('/shipments?order[id]=asc');
      expect(list.body['hydra:totalItems']).toBe(2);
    });

    it('says of a line what a single POST says in the header Warning', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const order = (orderNumber: string, title: string): object => ({
        workspace,
        orderNumber,
        orderStatus: { code: 'packed', title },
      });
      await tenant.make('/orders', order('W1', 'Packed'));
      const single = await tenant.post('/orders', order('W2', 'Other'));
      const warning = single.headers.get('warning') ?? '';
      expect(warning).toContain('its title stays as it is');
      const lines = linesOf(await post(tenant, '/orders', [order('W3', 'Packed'), order('W4', 'Other')]));
      expect(lines.map(({ status, warnings }) => [status, warnings])).toEqual([
        [201, undefined],
        [201, [warning.replace(/^299 - "|"$/g, '')]],
      ]);
    });

    it('answers the first lines while the others are still to come', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const { hostname, port } = new URL(api.url());
      const request = httpRequest({
        hostname,
        port,
        method: 'POST',
        path: '/orders',
        headers: { 'content-type': NDJSON, authorization: `Bearer ${tenant.token}` },
      });
      request.write(`${JSON.stringify({ workspace, orderNumber: 'A' })}\n`);
      const text = await new Promise<string>((resolve, reject) => {
        request.on('error', reject).on('response', (response) => {
          response.setEncoding('utf8');
          let all = '';
          response
            .on('data', (chunk: string) => {
              all += chunk;
              if (all.split('\n').length === 2)
                request.end(`${JSON.stringify({ workspace, orderNumber: 'B' })}\n`);
            })
            .on('end', () => resolve(all));
        });
      });
      expect(linesOf({ body: text } as Answer).map(({ status }) => status)).toEqual([201, 201]);
    });

    it('makes few statements for many lines, and looks at lines that go by each other in their order', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const order = await tenant.make('/orders', { workspace, orderNumber: 'O', items: [{ qty: 7 }] });
      const orderItem = (await tenant.get(`${order['@id']}/items`)).body['hydra:member'][0]['@id'] as string;
      const shipment = { workspace, orders: [order['@id']], shipmentItems: [{ orderItem, qty: 2 }] };
      const answer = await post(
        tenant,
        '/shipments',
        Array.from({ length: 20 }, () => shipment),
      );
      expect(linesOf(answer).map(({ status }) => status)).toEqual(
        Array.from({ length: 20 }, (_, at) => (at < 3 ? 201 : 400)),
      );
      expect(linesOf(answer)[3].violations[0].message).toMatch(/^This value should be 1 or less/);
      expect((await tenant.get(orderItem)).body.fulfilledQty).toBe(6);
    });

    it('takes every collection, also those whose lines have a unit of work each', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const titles = ['Blue', 'Green'].map((title) => ({ workspace, title, type: 'integration-shop' }));
      expect(linesOf(await post(tenant, '/workflows', titles)).map(({ status }) => status)).toEqual([
        201, 201,
      ]);
      const codes = ['one', 'two', 'one'].map((code) => ({ workspace, code, title: code }));
      expect(linesOf(await post(tenant, '/statuses', codes)).map(({ status }) => status)).toEqual([
        201, 201, 400,
      ]);
    });

    it('writes all lines or none with Prefer: transaction=all', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const numbers = (of: string): object[] =>
        Array.from({ length: 600 }, (_, at) => ({ workspace, trackingNumber: `${of}${at}` }));
      const prefer = { prefer: 'transaction=all' };
      const refused = await post(
        tenant,
        '/shipments',
        [...numbers('NONE'), { workspace, email: 'x' }],
        prefer,
      );
      expect(refused.status).toBe(400);
      expect(refused.headers.get('preference-applied')).toBe('transaction=all');
      expect(linesOf(refused).filter(({ status }) => status === 424)).toHaveLength(600);
      expect(linesOf(refused)[600]).toMatchObject({
        line: 601,
        status: 400,
        violations: [{ propertyPath: 'email' }],
      });
      expect((await tenant.get('/shipments')).body['hydra:totalItems']).toBe(0);
      const written = await post(tenant, '/shipments', numbers('ALL'), prefer);
      expect(written.status).toBe(200);
      expect(new Set(linesOf(written).map(({ status }) => status))).toEqual(new Set([201]));
      expect((await tenant.get('/shipments')).body['hydra:totalItems']).toBe(600);
    });

    it('is done once for each Idempotency-Key, and answers the same again', async () => {
      const tenant = await api.tenant();
      const { workspace } = tenant;
      const key = { 'idempotency-key': 'lines' };
      const lines = [
        { workspace, trackingNumber: 'ONCE1' },
        { workspace, email: 'x' },
      ];
      const first = await post(tenant, '/shipments', lines, key);
      const again = await post(tenant, '/shipments', lines, key);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect(again.body).toBe(first.body);
      expect((await tenant.get('/shipments')).body['hydra:totalItems']).toBe(1);
      expect((await post(tenant, '/shipments', lines.slice(1), key)).status).toBe(422);
      const all = { ...key, 'idempotency-key': 'all', prefer: 'transaction=all' };
      expect((await post(tenant, '/shipments', lines, all)).status).toBe(400);
      const refusedAgain = await post(tenant, '/shipments', lines, all);
      expect([refusedAgain.status, linesOf(refusedAgain).length]).toEqual([400, 2]);
    });

    it('is refused when it is empty or too large, and ends after 100,000 lines', async () => {
      const tenant = await api.tenant();
      expect((await post(tenant, '/shipments', ['', ' '])).status).toBe(400);
      const { hostname, port } = new URL(api.url());
      const status = await new Promise((resolve, reject) => {
        const headers = {
          'content-type': NDJSON,
          'content-length': String(64 * 1024 * 1024 + 1),
          authorization: `Bearer ${tenant.token}`,
        };
        const request = httpRequest({ hostname, port, method: 'POST', path: '/shipments', headers });
        request
          .on('error', reject)
          .on('response', (response) => {
            resolve(response.statusCode);
            request.destroy();
          })
          .flushHeaders();
      });
      expect(status).toBe(413);
      const lines = linesOf(
        await post(
          tenant,
          '/shipments',
          Array.from({ length: 100_001 }, () => '[]'),
        ),
      );
      expect(lines).toHaveLength(100_001);
      expect(lines[99_999]).toMatchObject({ line: 100_000, status: 400 });
      expect(lines[100_000]).toMatchObject({ line: 100_001, status: 413 });
    });

    it('of another tenant, or without the right to write, makes nothing', async () => {
      const [tenant, other] = [await api.tenant(), await api.tenant()];
      const answer = await post(tenant, '/shipments', [{ workspace: other.workspace, trackingNumber: 'X1' }]);
      expect(linesOf(answer)[0]).toMatchObject({
        status: 400,
        'hydra:description': `Item not found for "${other.workspace}".`,
      });
      expect((await tenant.send('PUT', '/shipments', { headers: { 'content-type': NDJSON } })).status).toBe(
        405,
      );
    });
  });
});
