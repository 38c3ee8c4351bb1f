import { loadConfirmDialog } from '../ui/confirm';

export const loadPalette = async () => (await import('./palette')).default;
export const loadToasts = async () => (await import('./toasts')).default;

/** Milliseconds in which the first screen has the network and the processor to itself. */
const LATER = 3_000;

/** Loads what lies over every screen once the first one is there, so that it can also say that there is no connection. */
export function preloadOverlays(): void {
  window.setTimeout(() => {
    for (const load of [loadToasts, loadConfirmDialog, loadPalette]) void load().catch(() => undefined);
  }, LATER);
}
