import { Logger } from '@nestjs/common';
import { stackOf } from '../database/failures.js';

/** Work that is done again and again, never twice at once in this process. */
export interface Scheduled {
  /** Ends when what is under way has ended. */
  stop(): Promise<void>;
}

/**
 * Does `work` about every so many milliseconds, the first time after one of them; processes that start together drift
 * apart. What fails is logged and tried again the next time.
 */
export function every(milliseconds: number, name: string, work: () => Promise<unknown>): Scheduled {
  const logger = new Logger(name);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;
  const once = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      logger.error(`${name} failed`, stackOf(error));
    }
    plan();
  };
  const plan = (): void => {
    if (isStopped) return;
    timer = setTimeout(() => void (running = once()), milliseconds * (0.75 + Math.random() / 2));
    timer.unref();
  };
  plan();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
