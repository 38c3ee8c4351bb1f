const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** For how long something is tried again. */
export const GIVE_UP_AFTER_MS = 24 * HOUR;

/**
 * Milliseconds until the next attempt after so many: 5 seconds, 10, 20, … up to an hour, each a quarter shorter or longer
 * by chance, so that what failed together does not come back together.
 */
export function backoffDelay(attempts: number, random: () => number = Math.random): number {
  const pause = Math.min(5 * SECOND * 2 ** Math.min(attempts - 1, 20), HOUR);
  return Math.round(pause * (0.75 + random() / 2));
}
