import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../test/support/mariadb-server.mjs';
import { built, ROOT } from '../paths.js';
import { cpuOf, forgetPeak, memoryOf, type Memory } from './proc.js';

const PATIENCE = 60_000;

/** The flags of `npm run start:prod`: every server runs with the same. */
function productionFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as {
    scripts: Record<string, string>;
  };
  return (scripts['start:prod'] ?? '').split(' ').filter((word) => word.startsWith('--'));
}

/** A server in a process of its own. */
export interface NodeServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Milliseconds from the start of the process to its first answer. */
  readonly startedIn: number;
  /** Undefined where the system does not tell. */
  memory(): Memory | undefined;
  forgetPeak(): void;
  /** Milliseconds of CPU so far; undefined where the system does not tell. */
  cpu(): number | undefined;
  stop(): Promise<void>;
}

export async function startNode(
  file: string,
  probe: string,
  environment: Readonly<Record<string, string>>,
): Promise<NodeServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, [...productionFlags(), built(file)], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      ...environment,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const endWithMe = (): void => void child.kill('SIGKILL');
  process.on('exit', endWithMe);
  await untilItAnswers(`${url}${probe}`, child, file);
  const { pid } = child;
  return {
    url,
    startedIn: performance.now() - began,
    memory: () => memoryOf(pid),
    forgetPeak: () => forgetPeak(pid),
    cpu: () => cpuOf(pid),
    stop: async () => {
      process.off('exit', endWithMe);
      if (hasEnded(child)) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function untilItAnswers(url: string, child: ChildProcess, file: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    if (hasEnded(child) || Date.now() > deadline) throw new Error(`${file} did not start.`);
    await pause(5);
  }
}
