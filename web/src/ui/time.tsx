import { Tooltip } from '@mantine/core';
import { relativeTime, zonedTime } from '../lib/format';

/** A moment as somebody says it; exactly, in the zone of the browser, on hover and focus. */
export function Time({
  value,
  empty = '–',
}: {
  readonly value: string | null | undefined;
  readonly empty?: string;
}) {
  if (!value) return <span>{empty}</span>;
  return (
    <Tooltip label={zonedTime(value)} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={value}>{relativeTime(value)}</time>
    </Tooltip>
  );
}
