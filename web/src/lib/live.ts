import { useEffect, useSyncExternalStore } from 'react';
import { renew } from '../api/session';

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

/** Milliseconds before the stream is opened again that the server has refused. */
const RETRY = [1_000, 5_000, 15_000, 60_000];

/** Listens to a workspace's changes for as long as it is shown. The browser connects again and asks for what it missed. */
export function useFeed(workspaceId: string): void {
  useEffect(() => {
    let source: EventSource | undefined;
    let lastId: string | undefined;
    let attempts = 0;
    let timer: number | undefined;
    const open = (): void => {
      const query = new URLSearchParams(
        ['shipments', 'orders'].map((list) => ['topic', `/workspaces/${workspaceId}/${list}`]),
      );
      if (lastId) query.set('lastEventID', lastId);
      source = new EventSource(`/.well-known/mercure?${query.toString()}`);
      source.onopen = () => {
        attempts = 0;
        setState('open');
      };
      source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
        if (lastEventId) lastId = lastEventId;
        const change = JSON.parse(data) as Change;
        for (const listener of listeners) listener(change);
      };
      source.onerror = () => {
        setState(source?.readyState === EventSource.CLOSED ? 'closed' : 'connecting');
        if (source?.readyState !== EventSource.CLOSED) return;
        // its token is over, or the server is away: the browser does not try that again by itself
        timer = window.setTimeout(
          () =>
            void renew()
              .catch(() => undefined)
              .then(open),
          RETRY[Math.min(attempts++, RETRY.length - 1)],
        );
      };
    };
    open();
    return () => {
      window.clearTimeout(timer);
      source?.close();
    };
  }, [workspaceId]);
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
