import { Logger } from '@nestjs/common';

/** Milliseconds between two lines about something that goes on failing. */
const SUMMARY_MS = 10 * 60_000;

/** Things that fail at the same time; of more, the one that has failed for longest is told anew. */
const MOST = 10_000;

interface Failing {
  readonly began: number;
  /** Failures since the last line, and when that was. */
  count: number;
  toldAt: number;
}

/**
 * Log lines of something that is tried again and again: the first failure at once, then a summary now and then, and that it
 * works again. A receiver that is away for a day writes some lines and not one for each attempt.
 */
export class RepeatedFailures {
  private readonly logger: Logger;
  private readonly failing = new Map<string, Failing>();

  /** `now`: milliseconds of a clock that never goes back. */
  constructor(
    room: string,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.logger = new Logger(room);
  }

  /** `key`: what fails. The line has `msg` and what else tells of this failure; a summary counts those without a line. */
  failed(key: string, msg: string, about: Readonly<Record<string, unknown>>): void {
    const now = this.now();
    const known = this.failing.get(key);
    if (!known) {
      this.makeRoom();
      this.failing.set(key, { began: now, count: 0, toldAt: now });
      this.logger.warn({ msg, ...about });
      return;
    }
    known.count++;
    if (now - known.toldAt < SUMMARY_MS) return;
    const minutes = Math.round((now - known.began) / 60_000);
    this.logger.warn({ msg: `${msg}, and has for ${minutes} minutes`, ...about, failures: known.count });
    Object.assign(known, { count: 0, toldAt: now });
  }

  /** It has worked. */
  worked(key: string, about: Readonly<Record<string, unknown>>): void {
    const known = this.failing.get(key);
    if (!known) return;
    this.failing.delete(key);
    this.logger.log({ msg: 'it works again', ...about, failures: known.count });
  }

  private makeRoom(): void {
    const [oldest] = this.failing.keys();
    if (this.failing.size >= MOST && oldest !== undefined) this.failing.delete(oldest);
  }
}
