import { constants } from 'node:os';
import { Logger } from '@nestjs/common';

/** Signals that come within so many milliseconds are one: npm and a terminal both pass on a Ctrl-C. */
const SAME_SIGNAL_MS = 200;

/** What still waits after everything has been cut off is not waited for, in milliseconds. */
const LAST_MS = 5000;

/**
 * Bounds the orderly stop that a first signal begins: after `seconds` whatever holds it back is cut off, a little later
 * the process ends with code 1. A second signal ends it at once.
 */
export function boundStop(seconds: number, cutOff: () => void = () => undefined): void {
  let told: number | undefined;
  const stop = (signal: 'SIGTERM' | 'SIGINT'): void => {
    if (told !== undefined) {
      if (performance.now() - told > SAME_SIGNAL_MS) process.exit(128 + constants.signals[signal]);
      return;
    }
    told = performance.now();
    setTimeout(cutOff, seconds * 1000).unref();
    setTimeout(
      () => {
        new Logger('main').error('what was under way did not end in time');
        process.exit(1);
      },
      seconds * 1000 + LAST_MS,
    ).unref();
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
}
