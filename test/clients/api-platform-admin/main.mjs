import { fetchHydra, HydraAdmin, hydraDataProvider } from '@api-platform/admin';
import { parseHydraDocumentation } from '@api-platform/api-doc-parser';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/** API Platform's admin on a Waybill at the same address, as its documentation sets it up. The session has the token of who looks. */
const { document, location, sessionStorage } = globalThis;
const entrypoint = location.origin;
const token = sessionStorage.getItem('token') ?? '';
const headers = new Headers({ Authorization: `Bearer ${token}` });

const dataProvider = hydraDataProvider({
  entrypoint,
  httpClient: (url, options = {}) => fetchHydra(url, { ...options, headers }),
  apiDocumentationParser: (url) => parseHydraDocumentation(url, { headers: () => headers }),
  mercure: { jwt: token },
});

createRoot(document.getElementById('root')).render(createElement(HydraAdmin, { entrypoint, dataProvider }));
