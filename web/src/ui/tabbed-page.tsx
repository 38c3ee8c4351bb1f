import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { textOf } from '../lib/search';
import { Page } from './page';
import classes from './page.module.css';

export interface Tab {
  /** Its name in the address. */
  readonly id: string;
  readonly label: string;
  readonly panel: ReactNode;
}

/** A page of several, of which the address says the one that is shown: `?tab=webhooks`. */
export function TabbedPage({ title, tabs }: { readonly title: string; readonly tabs: readonly Tab[] }) {
  const asked = textOf(useSearch({ strict: false }), 'tab');
  const navigate = useNavigate();
  const shown = tabs.find(({ id }) => id === asked)?.id ?? tabs[0]?.id ?? '';
  const list = useRef<HTMLDivElement>(null);
  // on a phone the tabs are wider than the window
  useEffect(() => {
    const tab = list.current?.querySelector<HTMLElement>('[aria-selected=true]');
    if (tab && list.current)
      list.current.scrollLeft = tab.offsetLeft - (list.current.clientWidth - tab.offsetWidth) / 2;
  }, [shown]);
  return (
    <Page title={title}>
      <Tabs
        value={shown}
        onChange={(tab) => void navigate({ to: '.', search: { tab: tab ?? '' }, replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md" className={classes.tabs} ref={list}>
          {tabs.map(({ id, label }) => (
            <Tabs.Tab key={id} value={id}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ id, panel }) => (
          <Tabs.Panel key={id} value={id}>
            {panel}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
