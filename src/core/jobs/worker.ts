import { Logger } from '@nestjs/common';
import type { Clock } from '../database/clock.js';
import type { Database } from '../database/database.js';
import { stackOf } from '../database/failures.js';
import { isRefusal } from '../metadata/errors.js';
import { every, type Scheduled } from './scheduled.js';
import { isGivenUp, type Job, JobIsLost, type JobTable, releaseJob, takeJob } from './jobs.js';

/** A kind of work that is done in the background. */
export interface JobHandler {
  readonly table: JobTable;
  /**
   * Does a job to its end, calling `goOn` between its steps.
   * @throws ClientError when it cannot be done, JobIsLost, and what `goOn` throws.
   */
  run(job: Job, goOn: () => void): Promise<void>;
  /** Ends a job that cannot be done; the message is for the client. */
  fail(job: Job, message: string): Promise<void>;
}

/** How often a process looks for jobs of processes that have died. */
const POLL_INTERVAL_MS = 2000;

/** Jobs of one kind at the same time in a process, and those of one owner among them: many long ones hold up no others. */
const CONCURRENCY = { all: 4, each: 2 };

class Stopping extends Error {
  override name = 'Stopping';
}

/** Does jobs of one kind: at once when told that there is one, and what others have left behind. */
export class Worker {
  private readonly logger: Logger;
  private readonly running = new Set<Promise<void>>();
  private readonly jobs = new Set<Job>();
  private scheduled: Scheduled | undefined;
  private taking: Promise<unknown> = Promise.resolve();
  private isStopping = false;

  constructor(
    private readonly handler: JobHandler,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.logger = new Logger(handler.table);
  }

  start(): void {
    this.scheduled = every(POLL_INTERVAL_MS, this.handler.table, () => {
      this.wake();
      return Promise.resolve();
    });
  }

  /** There may be something to do. A process that has not started its worker leaves it to those that have. */
  wake(): void {
    if (!this.scheduled || this.isStopping || this.running.size >= CONCURRENCY.all) return;
    const done = this.drain()
      .catch((error: unknown) => this.logger.error('looking for work failed', stackOf(error)))
      .finally(() => this.running.delete(done));
    this.running.add(done);
  }

  /** Ends after the step that each job is at; another process goes on with it. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.scheduled?.stop();
    await Promise.all(this.running);
  }

  private async drain(): Promise<void> {
    while (!this.isStopping) {
      const job = await this.take();
      if (!job) return;
      try {
        await this.do(job);
      } finally {
        this.jobs.delete(job);
      }
    }
  }

  /** One at a time, so that each sees whose jobs the others are at. */
  private take(): Promise<Job | undefined> {
    const taken = this.taking.then(async () => {
      const owners = [...this.jobs].map(({ owner }) => owner);
      const busy = owners.filter(
        (owner) => owners.filter((each) => each === owner).length >= CONCURRENCY.each,
      );
      const job = await takeJob(this.handler.table, this.database, this.clock, busy);
      if (job) this.jobs.add(job);
      return job;
    });
    this.taking = taken.catch(() => undefined);
    return taken;
  }

  private async do(job: Job): Promise<void> {
    try {
      await this.handler.run(job, () => {
        if (this.isStopping) throw new Stopping();
      });
    } catch (error) {
      if (error instanceof JobIsLost) return;
      if (error instanceof Stopping) return releaseJob(job, this.database);
      await this.failed(job, error);
    }
  }

  /** What a client can mend is told; anything else is tried again when the claim has run out. */
  private async failed(job: Job, error: unknown): Promise<void> {
    if (isRefusal(error)) return this.handler.fail(job, error.message);
    this.logger.error(`job ${job.pk} failed`, stackOf(error));
    if (await isGivenUp(job, this.database)) await this.handler.fail(job, 'It could not be done.');
  }
}
