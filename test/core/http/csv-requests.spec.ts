import { beforeAll, expect, it } from '@jest/globals';
import { onEachApi, type TenantClient } from '../../support/api.js';

const CSV = { 'content-type': 'text/csv' };

onEachApi((api) => {
  let tenant: TenantClient;

  beforeAll(async () => {
    tenant = await api.tenant();
    const lines = Array.from(
      { length: 1203 },
      (_, index) => `${tenant.workspace},CSV${index},"Main St. ${index}, ""rear""",=1+${index}`,
    );
    const header = 'workspace,trackingNumber,address.addressLine1,address.company';
    const made = await tenant.post('/shipments', [header, ...lines].join('\n'), CSV);
    expect(made.body).toEqual({ created: 1203, failed: [], ignoredColumns: [] });
  });

  it('answers a page as CSV', async () => {
    const { status, body, headers } = await tenant.get(
      '/shipments?itemsPerPage=2&order[trackingNumber]=asc',
      {
        accept: 'text/csv',
      },
    );
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [header, first, , end] = body.split('\n');
    expect(header).toContain('trackingNumber,trackingStatus,orderNumbers,email');
    expect(header).toContain('address.addressLine1,');
    expect(first).toContain('CSV0,no_info,');
    expect(first).toContain(`"Main St. 0, ""rear""",,,'=1+0`);
    expect(end).toBe('');
  });

  it('streams the whole filtered collection, in its order', async () => {
    const path = `${tenant.workspace}/shipments.csv?itemsPerPage=all&trackingNumber=CSV1&order[trackingNumber]=desc`;
    const { status, body } = await tenant.get(path);
    expect(status).toBe(200);
    const numbers = body
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line: string) => line.split(',')[0]);
    const expected = Array.from({ length: 1203 }, (_, index) => `CSV${index}`)
      .filter((number) => number.includes('CSV1'))
      .sort()
      .reverse();
    expect(numbers).toEqual(expected);
    const whole = await tenant.get('/shipments?itemsPerPage=all', { accept: 'text/csv' });
    expect(whole.body.trimEnd().split('\n')).toHaveLength(1204);
  });

  it('reads a page of rows at a time, however many there are', async () => {
    const database = api.db();
    const read = database.read.bind(database);
    const sizes: number[] = [];
    database.read = async (sql, params) => {
      const rows = await read(sql, params);
      sizes.push(rows.length);
      return rows;
    };
    const { body } = await tenant.get(`${tenant.workspace}/shipments.csv?itemsPerPage=all`);
    database.read = read;
    expect(body.trimEnd().split('\n')).toHaveLength(1204);
    expect(Math.max(...sizes)).toBe(500);
  });

  it('streams CSV alone, and refuses before it begins', async () => {
    expect((await tenant.get('/shipments?itemsPerPage=all')).status).toBe(400);
    const other = await api.tenant();
    expect((await other.get(`${tenant.workspace}/shipments.csv?itemsPerPage=all`)).status).toBe(404);
    const strict = await tenant.get('/shipments.csv?itemsPerPage=all&nope=1', { prefer: 'handling=strict' });
    expect(strict.status).toBe(400);
  });

  it('imports line by line and tells which failed and why', async () => {
    const text = [
      'workspace,trackingNumber,email,colour',
      `${tenant.workspace},IMP1,ann@example.com,red`,
      `${tenant.workspace},IMP1,,`,
      `/workspaces/none,IMP2,,`,
      `${tenant.workspace},IMP3,nobody,`,
      `${tenant.workspace},IMP4`,
      `${tenant.workspace},IMP5,,`,
    ].join('\r\n');
    const { status, body } = await tenant.post('/shipments', text, CSV);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      created: 2,
      ignoredColumns: ['colour'],
      failed: [
        { line: 3, violations: [{ propertyPath: 'trackingNumber' }] },
        { line: 4, message: 'Item not found for "/workspaces/none".' },
        { line: 5, message: 'email: This value is not a valid email address.' },
        { line: 6, message: 'The line has 2 cells, the header has 4.' },
      ],
    });
    const { body: made } = await tenant.get('/shipments?trackingNumber=IMP&order[trackingNumber]=asc');
    expect(made['hydra:member']).toMatchObject([{ trackingNumber: 'IMP1' }, { trackingNumber: 'IMP5' }]);
  });

  it('imports what it exported', async () => {
    const other = await api.tenant();
    const exported = await tenant.get('/shipments.csv?trackingNumber=CSV100&order[trackingNumber]=asc');
    const text = exported.body.replaceAll(tenant.workspace, other.workspace);
    expect((await other.post('/shipments', text, CSV)).body).toMatchObject({ created: 11, failed: [] });
    const { body } = await other.get('/shipments?order[trackingNumber]=asc');
    expect(body['hydra:member'][0]).toMatchObject({
      trackingNumber: 'CSV100',
      address: { addressLine1: 'Main St. 100, "rear"', company: '=1+100' },
    });
  });

  it('imports once for an Idempotency-Key', async () => {
    const text = `workspace,trackingNumber\n${tenant.workspace},ONCE1\n`;
    const headers = { ...CSV, 'idempotency-key': 'import-1' };
    const first = await tenant.post('/shipments', text, headers);
    const again = await tenant.post('/shipments', text, headers);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  it('refuses what is no table', async () => {
    expect((await tenant.post('/shipments', '', CSV)).status).toBe(400);
    expect((await tenant.put('/shipments/x', 'a,b', CSV)).status).toBe(415);
    expect((await tenant.post('/oauth/v2/token', 'a,b', CSV)).status).toBe(415);
  });
});
