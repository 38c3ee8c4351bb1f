import { useSyncExternalStore } from 'react';

/** How often the palette has been asked for; it is loaded with the first time. */
let asked = 0;
const watchers = new Set<() => void>();

export function openPalette(): void {
  asked += 1;
  for (const watcher of watchers) watcher();
}

export const usePaletteAsked = (): number =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => asked,
  );
