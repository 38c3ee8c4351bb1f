import { memo } from 'react';
import { tMaybe } from '../i18n';
import { lookOf, STATUS_CODES } from '../lib/statuses';
import { textWidth } from '../lib/text-width';
import classes from './status.module.css';

/** A tracking status: its colour, its icon and its word. */
export const StatusBadge = memo(function StatusBadge({
  status,
}: {
  readonly status: string | null | undefined;
}) {
  const { group, icon } = lookOf(status);
  return (
    <span className={classes.badge} data-group={group} data-glyph={icon}>
      {tMaybe(`status.${status ?? 'no_info'}`)}
    </span>
  );
});

/** Pixels of the icon and of what is around the word. */
const AROUND_WORD = 33;

/** Pixels of the widest badge at most. */
export const badgeWidth = (): number =>
  AROUND_WORD + Math.max(...STATUS_CODES.map((status) => textWidth(tMaybe(`status.${status}`))));
