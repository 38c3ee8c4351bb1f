import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { useNotifications } from '@mantine/notifications';
import { type ReactNode, useRef } from 'react';
import { Confirmation } from '../ui/confirm';
import { Hints } from '../ui/hints';
import { lazyPart } from '../ui/lazy-part';
import { loadToasts } from './overlays';
import { resolveVariables, theme } from './theme';

const Toasts = lazyPart(loadToasts, { isOverlay: true });

/** Where messages appear: it is loaded with the first of them. */
function LazyToasts() {
  const hasShown = useRef(false);
  const { notifications, queue } = useNotifications();
  hasShown.current ||= notifications.length + queue.length > 0;
  return hasShown.current && <Toasts />;
}

const colorSchemeManager = localStorageColorSchemeManager();

export const Providers = ({ nonce, children }: { readonly nonce: string; readonly children: ReactNode }) => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={resolveVariables}
    colorSchemeManager={colorSchemeManager}
    defaultColorScheme="auto"
    getStyleNonce={() => nonce}
  >
    <LazyToasts />
    {children}
    <Confirmation />
    <Hints />
  </MantineProvider>
);
