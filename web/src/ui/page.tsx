import { Group, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  /** Beside the title, on its right. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** It fills the window, and what is in it scrolls. */
  readonly isFull?: boolean;
  /** In front of the title. */
  readonly lead?: ReactNode;
}

export function Page({ title, actions, children, isFull = false, lead }: PageProps) {
  useEffect(() => {
    document.title = `${title} – Waybill`;
  }, [title]);
  return (
    <div className={classes.page} data-full={isFull || undefined}>
      <Group className={classes.head} justify="space-between" gap="xs" wrap="wrap">
        <Group gap="xs" wrap="nowrap" miw={0}>
          {lead}
          <Title order={1} className={classes.title}>
            {title}
          </Title>
        </Group>
        {actions && <Group gap={6}>{actions}</Group>}
      </Group>
      {children}
    </div>
  );
}

/** A part of a page with a heading. */
export function Panel({
  title,
  actions,
  children,
  flush = false,
}: {
  readonly title?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Without space around what is in it. */
  readonly flush?: boolean;
}) {
  return (
    <section className={classes.panel} aria-label={title}>
      {(title !== undefined || actions) && (
        <Group className={classes.panelHead} justify="space-between" gap="xs">
          {title !== undefined && (
            <Title order={2} fz="sm">
              {title}
            </Title>
          )}
          {actions}
        </Group>
      )}
      <div className={flush ? undefined : classes.panelBody}>{children}</div>
    </section>
  );
}
