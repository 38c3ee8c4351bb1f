import type { Components } from './components.js';
import { ASKED, headers } from './headers.js';
import { errors } from './responses.js';
import type { Content, DocumentPart, Operation } from './types.js';

const TAG = 'Documents';
const JSON_OBJECT: Content[string] = { schema: { type: 'object' } };
const JSON_LD: Content = { 'application/ld+json': JSON_OBJECT };
const OPENAPI: Content = {
  'application/json': JSON_OBJECT,
  'application/vnd.oai.openapi+json': JSON_OBJECT,
};

/** The paths of the documents that clients find their way by. They need no token. */
export function documentPaths(components: Components): DocumentPart {
  const document = (
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
  return {
    tags: [{ name: TAG, description: 'What clients find their way by.' }],
    paths: {
      '/': { get: document('getEntrypoint', 'Leads to the lists', JSON_LD) },
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
        get: document('getContext', 'The JSON-LD context of a class', JSON_LD, 404),
      },
      '/docs.jsonld': {
        get: document('getApiDocumentation', 'The Hydra documentation', JSON_LD),
      },
      '/docs.json': {
        get: document('getOpenapi', 'This document', { 'application/json': JSON_OBJECT }),
      },
      '/docs': {
        get: document(
          'getDocs',
          'This document; in a browser, a reference to read and try',
          { ...OPENAPI, 'text/html': { schema: { type: 'string' } } },
          406,
        ),
      },
    },
  };
}
