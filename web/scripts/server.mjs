// The compiled server and a browser, as the scripts beside this one need them.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = join(ROOT, 'dist/src/main.js');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** A directory that is removed when the work in it has ended, however that ends. */
export async function inTemporaryDirectory(work) {
  const directory = await mkdtemp(join(tmpdir(), 'waybill-web-'));
  try {
    return await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Starts a server; `signIn` is the link that a start on an empty database prints. */
export async function startServer(databaseUrl, env = {}) {
  for (const [file, command] of [
    [MAIN, 'npm run build'],
    [join(ROOT, 'web/dist/index.html'), 'npm run build:web'],
  ])
    if (!existsSync(file)) throw new Error(`${file} is not there: ${command}`);
  const port = await freePort();
  const server = spawn(process.execPath, ['--max-semi-space-size=64', MAIN], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  server.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  const origin = `http://localhost:${port}`;
  for (let tries = 0; ; tries++) {
    if (server.exitCode !== null) throw new Error(`The server has ended:\n${output}`);
    const isReady = await fetch(`${origin}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) break;
    if (tries > 600) throw new Error('The server did not become ready within a minute.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    origin,
    /** The one-time link of the demo; it is printed right after the start. */
    async signIn() {
      for (let tries = 0; tries < 300; tries++) {
        const link = /\/oauth\/v2\/session\/demo\/\w+/.exec(output)?.[0];
        if (link) return origin + link;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error('The server has printed no link to sign in.');
    },
    async stop() {
      server.kill('SIGTERM');
      if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve));
    },
  };
}

/** A browser with a profile of its own, which reaches nothing but this machine. */
export const openBrowser = (directory, options = {}) =>
  chromium.launchPersistentContext(join(directory, 'chromium'), {
    executablePath: CHROMIUM,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    ...options,
  });
