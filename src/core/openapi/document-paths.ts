import type { Components } from './components.js';
import type { DescribedApi } from './described-api.js';
import { ASKED, headers } from './headers.js';
import { errors } from './responses.js';
import type { Content, DocumentPart, Operation } from './types.js';

const TAG = 'Documents';
const JSON_OBJECT: Content[string] = { schema: { type: 'object' } };
const JSON_PLAIN: Content = { 'application/json': JSON_OBJECT };
const JSON_LD: Content = { 'application/ld+json': JSON_OBJECT };
const OPENAPI: Content = {
  'application/json': JSON_OBJECT,
  'application/vnd.oai.openapi+json': JSON_OBJECT,
};
const PAGE: Content = { ...OPENAPI, 'text/html': { schema: { type: 'string' } } };
const IN_A_BROWSER = 'in a browser, a reference to read and try';

const document = (
  components: Components,
  operationId: string,
  [summary, description]: readonly [string, string],
  content: Content,
  ...statuses: (404 | 406)[]
): Operation => ({
  operationId,
  tags: [TAG],
  summary,
  description,
  security: [],
  parameters: [components.parameter(ASKED.ifNoneMatch)],
  responses: {
    200: { description: 'The document.', headers: headers(components, 'ETag'), content },
    ...errors(components, 304, ...statuses),
  },
});

/** The paths of the documents that clients find their way by. They need no token. */
export function documentPaths(components: Components): DocumentPart {
  return {
    tags: [{ name: TAG, description: 'What clients find their way by.' }],
    paths: {
      '/': {
        get: document(
          components,
          'getEntrypoint',
          ['Leads to the lists', 'The JSON-LD entrypoint, by which a Hydra client finds every list.'],
          JSON_LD,
        ),
      },
      '/contexts/{name}': {
        parameters: [
          {
            name: 'name',
            in: 'path',
            description: 'The name of a class.',
            required: true,
            schema: { type: 'string', examples: ['Shipment'] },
          },
        ],
        get: document(
          components,
          'getContext',
          ['The JSON-LD context of a class', 'What the keys of its items mean.'],
          JSON_LD,
          404,
        ),
      },
      '/docs.jsonld': {
        get: document(
          components,
          'getApiDocumentation',
          ['The Hydra documentation', 'All classes with their properties and operations, for Hydra clients.'],
          JSON_LD,
        ),
      },
      '/docs.json': {
        get: document(
          components,
          'getOpenapi',
          ['This document', 'OpenAPI 3.1, as JSON whatever the client accepts.'],
          JSON_PLAIN,
        ),
      },
      '/docs': {
        get: document(
          components,
          'getDocs',
          [`This document; ${IN_A_BROWSER}`, 'A page or JSON, by `Accept`.'],
          PAGE,
          406,
        ),
      },
    },
  };
}

/** The paths of the documents of the other APIs. */
export const documentsOf =
  (apis: readonly DescribedApi[]) =>
  (components: Components): DocumentPart => ({
    tags: [],
    paths: Object.fromEntries(
      apis.flatMap(({ path, title }) => {
        const id = title.charAt(0).toUpperCase() + title.slice(1);
        const json = document(
          components,
          `getOpenapi${id}`,
          [`The document of the ${title} API`, 'OpenAPI 3.1, as JSON whatever the client accepts.'],
          JSON_PLAIN,
        );
        const summary = `The document of the ${title} API; ${IN_A_BROWSER}`;
        const docs = document(
          components,
          `getDocs${id}`,
          [summary, 'A page or JSON, by `Accept`.'],
          PAGE,
          406,
        );
        return [
          [`${path}.json`, { get: json }],
          [path, { get: docs }],
        ];
      }),
    ),
  });
