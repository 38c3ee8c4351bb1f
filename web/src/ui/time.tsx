import { relativeTime } from '../lib/format';
import { textWidth } from '../lib/text-width';

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

/** Milliseconds: a moment that is so far away is written with many letters. */
const FAR = [
  50e3,
  50 * 60e3,
  23 * 3600e3,
  86_400e3,
  2 * 86_400e3,
  88 * 86_400e3,
  330 * 86_400e3,
  3650 * 86_400e3,
];

/** Pixels of the widest of them at most. */
export const timeWidth = (now = Date.now()): number =>
  Math.max(
    ...FAR.flatMap((far) => [now - far, now + far]).map((at) =>
      textWidth(relativeTime(new Date(at).toISOString(), now)),
    ),
  );
