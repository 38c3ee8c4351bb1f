import '@fontsource-variable/inter/wght.css';
import './app/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { renew } from './api/session';
import { queryClient } from './app/query-client';
import { preloadOverlays } from './app/overlays';
import { Providers } from './app/providers';
import { preloadScreen, router } from './app/router';
import { loadLanguage } from './i18n';

// what comes from elsewhere is styled by elements that carry the number of this answer
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
Object.assign(globalThis, { __webpack_nonce__: nonce });

preloadScreen();
// without a server the page says so itself
await Promise.all([loadLanguage(), renew().catch(() => undefined)]);

preloadOverlays();

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <Providers nonce={nonce}>
        <RouterProvider router={router} />
      </Providers>
    </QueryClientProvider>,
  );
