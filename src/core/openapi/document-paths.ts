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
  summary: string,
  content: Content,
  ...statuses: (404 | 406)[]
): Operation => ({
  operationId,
  tags: [TAG],
  summary,
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
      '/': { get: document(components, 'getEntrypoint', 'Leads to the lists', JSON_LD) },
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
        get: document(components, 'getContext', 'The JSON-LD context of a class', JSON_LD, 404),
      },
      '/docs.jsonld': {
        get: document(components, 'getApiDocumentation', 'The Hydra documentation', JSON_LD),
      },
      '/docs.json': {
        get: document(components, 'getOpenapi', 'This document', JSON_PLAIN),
      },
      '/docs': {
        get: document(components, 'getDocs', `This document; ${IN_A_BROWSER}`, PAGE, 406),
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
        const json = document(components, `getOpenapi${id}`, `The document of the ${title} API`, JSON_PLAIN);
        const summary = `The document of the ${title} API; ${IN_A_BROWSER}`;
        const docs = document(components, `getDocs${id}`, summary, PAGE, 406);
        return [
          [`${path}.json`, { get: json }],
          [path, { get: docs }],
        ];
      }),
    ),
  });
