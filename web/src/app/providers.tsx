import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { ConfirmDialog } from '../ui/confirm';
import { resolveVariables, theme } from './theme';

const colorSchemeManager = localStorageColorSchemeManager();

export const Providers = ({ nonce, children }: { readonly nonce: string; readonly children: ReactNode }) => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={resolveVariables}
    colorSchemeManager={colorSchemeManager}
    defaultColorScheme="auto"
    getStyleNonce={() => nonce}
  >
    <Notifications position="bottom-right" autoClose={6000} limit={4} />
    {children}
    <ConfirmDialog />
  </MantineProvider>
);
