import { memo } from 'react';
import { tMaybe } from '../i18n';
import { lookOf } from '../lib/statuses';
import classes from './status.module.css';

/** A tracking status: its colour, its icon and its word. */
export const StatusBadge = memo(function StatusBadge({
  status,
}: {
  readonly status: string | null | undefined;
}) {
  const { group, icon: Icon } = lookOf(status);
  return (
    <span className={classes.badge} data-group={group}>
      <Icon size={14} stroke={2} aria-hidden />
      <span className={classes.word}>{tMaybe(`status.${status ?? 'no_info'}`)}</span>
    </span>
  );
});
