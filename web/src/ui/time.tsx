import { relativeTime } from '../lib/format';

/** A moment as somebody says it; `Hints` says it exactly, in the zone of the browser. */
export function Time({
  value,
  empty = '–',
}: {
  readonly value: string | null | undefined;
  readonly empty?: string;
}) {
  if (!value) return <span>{empty}</span>;
  return <time dateTime={value}>{relativeTime(value)}</time>;
}
