import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { compiled } from '../support/compiled.js';
import { run } from '../support/run.js';

// it is packed, and a process starts
jest.setTimeout(60_000);

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('the package that npm pack makes', () => {
  let directory = '';
  let files: readonly string[] = [];
  /** The command as npm links it. */
  let waybill = '';

  beforeAll(async () => {
    // it needs the build
    compiled('main.js');
    directory = await mkdtemp(join(tmpdir(), 'waybill-package-'));
    const made = execFileSync(
      'npm',
      ['pack', '--json', '--ignore-scripts', '--pack-destination', directory],
      {
        cwd: ROOT,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const [{ filename, files: packed }] = JSON.parse(made) as [
      { filename: string; files: readonly { readonly path: string }[] },
    ];
    files = packed.map(({ path }) => path);
    execFileSync('tar', ['xzf', join(directory, filename), '-C', directory]);
    await symlink(join(ROOT, 'node_modules'), join(directory, 'package/node_modules'));
    waybill = join(directory, 'waybill');
    await symlink(join(directory, 'package/bin/waybill.mjs'), waybill);
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  it('has what runs and what is read, and no sources', () => {
    for (const name of [
      'bin/waybill.mjs',
      'dist/src/main.js',
      'dist/src/cli.js',
      '.env.example',
      'README.md',
      'LICENSE',
    ])
      expect(files).toContain(name);
    expect(files.filter((path) => /^(src|test|bench|web\/src|\.ci)\//.test(path))).toEqual([]);
  });

  it('does what the command line does', async () => {
    const { code, stdout } = await run(process.execPath, [waybill, 'help'], {}, directory);
    expect(code).toBe(0);
    expect(stdout).toContain('tenant:create');
  });

  it('starts the server, whose database is in the folder where it is started', async () => {
    const server = spawn(process.execPath, [waybill], {
      cwd: directory,
      env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    try {
      for await (const chunk of server.stdout) {
        output += String(chunk);
        if (output.includes('listening on') && output.includes('client secret')) break;
      }
      const [, url] = /listening on (http:\/\/[\d.:]+)/.exec(output) ?? [];
      expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({ status: 'ok' });
    } finally {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
  });
});
