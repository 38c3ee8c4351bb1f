const PATTERN = /^(?:every[ _-]?)?(\d{1,5})[ _-]?(m|min|mins|minutes?|h|hours?)$/;

const MINUTE = 60_000;
const MAX_PERIOD_MS = 6 * 60 * MINUTE;

/** Milliseconds of a webhook's period: `immediately` is 0, `5 minutes`, `1 hour`. Undefined when it is none, or beyond 6 hours. */
export function periodOf(text: string): number | undefined {
  if (text === 'immediately') return 0;
  const [, count, unit = ''] = PATTERN.exec(text) ?? [];
  if (count === undefined) return undefined;
  const period = Number(count) * (unit.startsWith('h') ? 60 : 1) * MINUTE;
  return period >= MINUTE && period <= MAX_PERIOD_MS ? period : undefined;
}
