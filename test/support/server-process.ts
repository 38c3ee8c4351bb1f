import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll } from '@jest/globals';
import { compiled } from './compiled.js';

const ENTRY = compiled('main.js');

const START_TIMEOUT_MS = 120_000;

/** How a process ended: its exit code, or the signal that it did not handle. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A server in a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Everything it wrote so far to standard output and standard error. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
  /** Answers when the process has ended and its output is complete. */
  readonly ended: Promise<Ending>;
  /** Answers when `/health/ready` does. @throws with what the process wrote, when it ends before. */
  ready(): Promise<this>;
}

/** What a process is started with; `ENTRY` is the path of its `main.js`, where that is another version's. */
export type Environment = Readonly<Record<string, string>>;

/** Registers that the processes started with the answered function end with the block of tests. */
export function serverProcesses(): (env: Environment) => Promise<ServerProcess> {
  const started: ServerProcess[] = [];
  afterAll(async () => {
    for (const server of started) server.kill('SIGKILL');
    await Promise.all(started.map((server) => server.ended));
  });
  return async (env) => {
    const server = await launch(env);
    started.push(server);
    return server;
  };
}

async function launch({ ENTRY: entry = ENTRY, ...env }: Environment): Promise<ServerProcess> {
  const port = Number(env.PORT ?? (await freePort()));
  const child = spawn(process.execPath, ['--enable-source-maps', entry], {
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: String(port),
      DEMO: '0',
      SLOW_QUERY_MS: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const output = (): string => Buffer.concat(chunks).toString();
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    output,
    kill: (signal) => child.kill(signal),
    ended: endingOf(child),
    async ready() {
      await untilReady(url, child, output);
      return this;
    },
  };
}

async function endingOf(child: ChildProcess): Promise<Ending> {
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal };
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.status === 200) return;
    const hasEnded = child.exitCode !== null || child.signalCode !== null;
    if (hasEnded || Date.now() > deadline) throw new Error(`The server did not start:\n${output()}`);
    await pause(50);
  }
}

/** A port of 127.0.0.1 that nobody listens on. */
async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}
