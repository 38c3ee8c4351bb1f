import { useEffect, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { waybill } from '../api/client';

/** A change as the feed tells it: the item, or of a deleted one its IRI alone. */
export interface Change {
  readonly '@id': string;
  readonly '@type'?: string;
}

type Listener = (change: Change) => void;

/** `open`: changes come as they happen. */
export type LiveState = 'connecting' | 'open' | 'closed';

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
let state: LiveState = 'connecting';

function setState(next: LiveState): void {
  if (next === state) return;
  state = next;
  for (const watcher of watchers) watcher();
}

export const useLiveState = (): LiveState =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => state,
  );

/** Listens to a workspace's changes for as long as it is shown; after a pause it goes on where it stood. */
export function useFeed(workspaceId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const stop = new AbortController();
    const topics = ['shipments', 'orders'].map((list) => `/workspaces/${workspaceId}/${list}`);
    const listen = async (): Promise<void> => {
      const feed = waybill.changes(topics, {
        signal: stop.signal,
        onOpen: () => setState('open'),
        onClose: () => setState('connecting'),
        // nobody knows what has changed meanwhile
        onGap: () => void client.invalidateQueries(),
      });
      for await (const { data } of feed) for (const listener of listeners) listener(data);
    };
    // what ends it is no pause: nobody is signed in any more
    listen().catch(() => setState('closed'));
    return () => stop.abort();
  }, [workspaceId, client]);
}

/** Calls back with every change that the feed tells. */
export function useChanges(listener: Listener): void {
  useEffect(() => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, [listener]);
}
