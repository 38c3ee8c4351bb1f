import { execFile } from 'node:child_process';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { McpCatalog } from '../../../src/modules/mcp/catalog.js';
import { onEachApi } from '../../support/api.js';
import {
  conformancePrompts,
  conformanceResources,
  conformanceTools,
} from '../../support/conformance-tools.js';

const SUITE = 'node_modules/@modelcontextprotocol/conformance/dist/index.js';

/**
 * All scenarios of the published suite but `server-sse-polling`, which wants a tool that closes its stream before it answers.
 * Tools, prompts and resources that they ask for by name are added below.
 */
const SCENARIOS = [
  'server-initialize',
  'ping',
  'logging-set-level',
  'tools-list',
  'tools-call-simple-text',
  'tools-call-image',
  'tools-call-audio',
  'tools-call-embedded-resource',
  'tools-call-mixed-content',
  'tools-call-with-logging',
  'tools-call-error',
  'tools-call-with-progress',
  'tools-call-sampling',
  'tools-call-elicitation',
  'json-schema-2020-12',
  'elicitation-sep1034-defaults',
  'elicitation-sep1330-enums',
  'server-sse-multiple-streams',
  'resources-list',
  'resources-read-text',
  'resources-read-binary',
  'resources-templates-read',
  'resources-subscribe',
  'resources-unsubscribe',
  'prompts-list',
  'prompts-get-simple',
  'prompts-get-with-args',
  'prompts-get-embedded-resource',
  'prompts-get-with-image',
  'completion-complete',
  'dns-rebinding-protection',
];

onEachApi((api) => {
  let proxy: Server;
  let url = '';

  beforeAll(async () => {
    const { token } = await api.tenant();
    const catalog = api.provider(McpCatalog);
    catalog.tools.push(...conformanceTools());
    catalog.prompts.push(...conformancePrompts());
    Object.assign(catalog, { resources: conformanceResources(catalog.resources) });
    // the suite sends no tokens
    proxy = createServer((incoming, outgoing) => {
      const { method, headers } = incoming;
      const forwarded = request(
        api.url() + incoming.url,
        { method, headers: { ...headers, authorization: `Bearer ${token}` } },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(outgoing);
        },
      );
      forwarded.on('error', () => outgoing.destroy());
      outgoing.on('close', () => forwarded.destroy());
      incoming.pipe(forwarded);
    });
    await new Promise<void>((done) => proxy.listen(0, 'localhost', done));
    url = `http://localhost:${(proxy.address() as AddressInfo).port}/mcp`;
  });
  afterAll(() => {
    proxy.closeAllConnections();
    proxy.close();
  });

  // the protocol is the same on every database, and each scenario takes seconds
  const scenarios = api.database.kind === 'sqlite' ? SCENARIOS : SCENARIOS.slice(0, 2);
  it.each(scenarios)(
    'the published suite of the protocol passes: %s',
    async (scenario) => {
      const args = [
        '--import',
        './test/support/conformance.mjs',
        SUITE,
        'server',
        '--url',
        url,
        '--scenario',
        scenario,
      ];
      const run = promisify(execFile)(process.execPath, args, { timeout: 50_000 });
      const { stdout } = await run.catch((error: unknown) => {
        throw new Error(`${scenario}: ${String((error as { stdout?: unknown }).stdout)}`);
      });
      expect(stdout).toMatch(/\b0 failed\b/);
      expect(stdout).not.toMatch(/\b0 passed\b/);
    },
    60_000,
  );
});
