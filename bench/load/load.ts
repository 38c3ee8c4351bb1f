import { fork } from 'node:child_process';
import { once } from 'node:events';
import { built } from '../paths.js';
import type { Job, Seen } from './job.js';

/** The process that sends the load. */
export class Load {
  private readonly child = fork(built('bench/load/worker.js'), { execArgv: [] });

  /** @throws when requests fail: a figure of failures says nothing. */
  async run(job: Job): Promise<Seen> {
    this.child.send(job);
    const [answer] = (await once(this.child, 'message')) as [Seen | { error: string }];
    if ('error' in answer) throw new Error(answer.error);
    if (answer.failures > 0) {
      const { method, paths } = job.requests;
      throw new Error(
        `${answer.failures} requests failed: ${method} ${job.url}${paths[0]}: ${answer.failure}`,
      );
    }
    return answer;
  }

  stop(): void {
    this.child.kill();
  }
}
