import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { compiled } from './compiled.js';

const SCRIPT = fileURLToPath(new URL('migrate-when-told.mjs', import.meta.url));

/** A process that only migrates, from `dist`: it has loaded its modules and waits for a database. */
export class MigratingProcess {
  private readonly said = new Map<unknown, () => void>();
  private readonly chunks: Buffer[] = [];

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (message) => this.said.get(message)?.());
    child.stdout?.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => this.chunks.push(chunk));
  }

  static async start(): Promise<MigratingProcess> {
    const started = new MigratingProcess(
      fork(SCRIPT, [compiled('')], {
        env: { PATH: process.env.PATH },
        execArgv: [],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      }),
    );
    await started.says('ready');
    return started;
  }

  /** Begins to migrate a database. Answers when it is connected. */
  async begin(url: string): Promise<void> {
    const began = this.says('began');
    this.child.send(url);
    await began;
  }

  /** Answers when it has migrated. */
  done(): Promise<void> {
    return this.says('done');
  }

  output(): string {
    return Buffer.concat(this.chunks).toString();
  }

  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }

  private says(word: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.said.set(word, resolve);
      this.child.once('exit', () => reject(new Error(`It ended before it was ${word}:\n${this.output()}`)));
    });
  }
}
