import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { compiled } from './compiled.js';

const CLI = compiled('cli.js');

/** `cli worker` in a process of its own. */
export interface WorkerProcess {
  kill(signal: NodeJS.Signals): void;
  /** Answers when it has ended: its code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  output(): string;
}

export function startWorker(env: Readonly<Record<string, string>>): WorkerProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', CLI, 'worker'], {
    env: { PATH: process.env.PATH, SLOW_QUERY_MS: '0', WORKER_PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return {
    kill: (signal) => void child.kill(signal),
    ended: once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals),
    output: () => Buffer.concat(chunks).toString(),
  };
}
