import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newAddress } from '../../support/accounts.js';
import { type Client, client, signIn } from '../../support/api.js';
import { Collector } from '../../support/collector.js';
import { onEachDatabase } from '../../support/databases.js';
import { openDatabase } from '../../support/open-database.js';
import { Postbox } from '../../support/postbox.js';
import { eventually, receiverOfThisBlock } from '../../support/receiver.js';
import { type Environment, serverProcesses, type ServerProcess } from '../../support/server-process.js';

const collector = new Collector();
const postbox = new Postbox();
beforeAll(async () => {
  await Promise.all([collector.open(), postbox.open()]);
});
afterAll(async () => {
  await Promise.all([collector.close(), postbox.close()]);
});

/** A trace that somebody else has begun. */
function begun(flags = '01'): {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceparent: string;
} {
  const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
  return { traceId, spanId, traceparent: `00-${traceId}-${spanId}-${flags}` };
}

onEachDatabase((database) => {
  const start = serverProcesses();
  const receiver = receiverOfThisBlock();
  let server: ServerProcess;
  let tenant: Client;
  let workspace = '';

  beforeAll(async () => {
    server = await (
      await start({
        DATABASE_URL: database.url(),
        WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8',
        SMTP_URL: postbox.url(),
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url(),
        OTEL_SERVICE_NAME: 'parcels',
        OTEL_BSP_SCHEDULE_DELAY: '100',
      })
    ).ready();
    const open = await openDatabase(database.url());
    const made = await open.tenant();
    await open.close();
    workspace = `/workspaces/${made.workspaces[0]?.id}`;
    tenant = await signIn(server.url, made);
  });

  describe('with an endpoint of OTLP', () => {
    it('a request, its statements and its webhook are one trace, which its caller has begun and its receiver goes on with', async () => {
      const webhook = { type: 'webhook', title: 'All', period: 'immediately', workspace, enabled: true };
      await tenant.post('/workflows', { ...webhook, url: receiver.url() });
      const { traceId, spanId, traceparent } = begun();
      const made = await tenant.post(
        '/shipments?email=secret-query@example.com',
        { workspace, email: 'ada.secret@example.com', phoneNumber: '+49 555 0123' },
        { traceparent },
      );
      expect(made.status).toBe(201);
      const [told] = await receiver.until(1);
      await eventually('the delivery is collected', () =>
        collector.of(traceId).some(({ name }) => name === 'deliver webhook'),
      );
      const spans = collector.of(traceId);
      const request = spans.find(({ kind }) => kind === 2);
      expect(request).toMatchObject({
        service: 'parcels',
        name: 'POST /shipments',
        parentSpanId: spanId,
        failed: false,
        attributes: {
          'http.request.method': 'POST',
          'http.route': '/shipments',
          'http.response.status_code': 201,
        },
      });
      const statements = spans.filter(({ parentSpanId }) => parentSpanId === request?.spanId);
      const operations = statements.map(({ attributes }) => attributes['db.operation.name']);
      expect(operations).toEqual(expect.arrayContaining(['SELECT', 'INSERT']));
      expect(
        statements.some(({ startTimeUnixNano: from, endTimeUnixNano: to }) => BigInt(to) > BigInt(from)),
      ).toBe(true);
      expect(statements.map(({ attributes }) => attributes['db.system.name'])).toContain(database.kind);
      const delivery = spans.find(({ name }) => name === 'deliver webhook');
      expect(delivery).toMatchObject({
        parentSpanId: request?.spanId,
        failed: false,
        attributes: { 'http.response.status_code': 200, 'waybill.outcome': 'success' },
      });
      expect(told?.headers.traceparent).toBe(`00-${traceId}-${delivery?.spanId}-01`);
      expect(spans.some(({ parentSpanId }) => parentSpanId === delivery?.spanId)).toBe(true);
    });

    it('a mail belongs to the trace of the request that it answers', async () => {
      const { traceId, traceparent } = begun();
      const email = newAddress();
      await client(server.url).post('/security/signup', { email }, { traceparent });
      await eventually('the mail is collected', () =>
        collector.of(traceId).some(({ name }) => name === 'send mail'),
      );
      const [request, mail] = [2, 3].map((wanted) =>
        collector
          .of(traceId)
          .find(({ kind, name }) => kind === wanted && (wanted === 2 || name === 'send mail')),
      );
      expect(mail?.parentSpanId).toBe(request?.spanId);
      expect(collector.raw).not.toContain(email);
    });

    it('says nothing of persons, tokens and what was asked, and nothing of what its caller does not keep', async () => {
      const { traceId, traceparent } = begun('00');
      expect((await tenant.get('/shipments', { traceparent })).status).toBe(200);
      const { traceId: kept, traceparent: sampled } = begun();
      expect(
        (await tenant.get('/no-such-path/ada.secret@example.com', { traceparent: sampled })).status,
      ).toBe(404);
      await eventually('the second is collected', () => collector.of(kept).length > 0);
      expect(collector.of(traceId)).toEqual([]);
      expect(collector.raw).not.toMatch(/ada\.secret|secret-query|555 0123|Bearer|eyJ|127\.0\.0\.1/);
    });
  });

  it('without one, or with OTEL_SDK_DISABLED, nothing is traced', async () => {
    const without: Environment[] = [
      {},
      { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url(), OTEL_SDK_DISABLED: 'true' },
    ];
    for (const env of without) {
      const other = await (await start({ DATABASE_URL: database.url(), WORKER: '0', ...env })).ready();
      const { traceId, traceparent } = begun();
      await client(other.url).get('/health', { traceparent });
      other.kill('SIGTERM');
      expect((await other.ended).code).toBe(0);
      expect(collector.of(traceId)).toEqual([]);
    }
  });

  it('a collector that is away disturbs nobody, and the last spans go out when the process ends', async () => {
    const last = await (
      await start({
        DATABASE_URL: database.url(),
        WORKER: '0',
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url(),
        OTEL_BSP_SCHEDULE_DELAY: '3600000',
      })
    ).ready();
    const { traceId, traceparent } = begun();
    await client(last.url).get('/health', { traceparent });
    last.kill('SIGTERM');
    expect((await last.ended).code).toBe(0);
    expect(collector.of(traceId)).toMatchObject([{ name: 'GET /health', service: 'waybill' }]);

    const away = await (
      await start({
        DATABASE_URL: database.url(),
        WORKER: '0',
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
      })
    ).ready();
    expect((await client(away.url).get('/health')).status).toBe(200);
    away.kill('SIGTERM');
    expect((await away.ended).code).toBe(0);
  });
});
