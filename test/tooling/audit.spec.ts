import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Finished, run } from '../support/run.js';

const AUDIT = fileURLToPath(new URL('../../.ci/audit.mjs', import.meta.url));

const vulnerable = (name: string, severity: string) => ({
  name,
  severity,
  range: '<1.2.3',
  via: [{ title: `${name} is broken`, url: `https://advisories.example/${name}` }, 'another-package'],
});
const reportOf = (...packages: ReturnType<typeof vulnerable>[]): string =>
  JSON.stringify({ vulnerabilities: Object.fromEntries(packages.map((each) => [each.name, each])) });

describe('the audit of the lock file', () => {
  let directory = '';
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'waybill-audit-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  const audit = async (all: string, runtime: string, ...args: string[]): Promise<Finished> => {
    const file = join(directory, 'report.json');
    await writeFile(file, all);
    await writeFile(`${file}.runtime`, runtime);
    return run(process.execPath, [AUDIT, '--from', file, ...args]);
  };
  const [server, tool] = [vulnerable('server-package', 'high'), vulnerable('a-tool', 'critical')];

  it('reports what there is, the worst first, and does not fail', async () => {
    expect(await audit(reportOf(server, tool), reportOf(server))).toEqual({
      code: 0,
      stdout: [
        'audit: critical a-tool <1.2.3 (for development)',
        'audit:   a-tool is broken https://advisories.example/a-tool',
        'audit: high server-package <1.2.3 (the server runs with it)',
        'audit:   server-package is broken https://advisories.example/server-package',
        'audit: 2 vulnerable packages, 1 of them at run time.\n',
      ].join('\n'),
      stderr: '',
    });
  });

  it.each([
    ['low', 1],
    ['high', 1],
    ['critical', 0],
  ])('fails with --fail %s by what the server runs with alone', async (severity, code) => {
    expect((await audit(reportOf(server, tool), reportOf(server), '--fail', severity)).code).toBe(code);
    expect((await audit(reportOf(tool), reportOf(), '--fail', severity)).code).toBe(0);
  });

  it.each(['', 'npm error', '{"message":"405 Method Not Allowed","error":{"summary":""}}', 'null'])(
    'says that no registry answers, and does not fail by that: %j',
    async (answer) => {
      expect(await audit(answer, answer, '--fail', 'low')).toEqual({
        code: 0,
        stdout: 'audit: no registry answers, so the dependencies were not looked at.\n',
        stderr: '',
      });
    },
  );

  it('takes no severity that there is not', async () => {
    expect((await audit(reportOf(), reportOf(), '--fail', 'bad')).code).toBe(2);
  });
});
