import { itemContent } from '../../../core/openapi/bodies.js';
import type { Components } from '../../../core/openapi/components.js';
import { headers } from '../../../core/openapi/headers.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { errors, refusal } from '../../../core/openapi/responses.js';
import type { DocumentPart, Schema } from '../../../core/openapi/types.js';
import { importResource } from './import.resource.js';
import { IMPORTABLE_ENTITIES } from './importable.js';

const FIELDS: Readonly<Record<string, Schema>> = {
  workspace: { type: 'string', minLength: 1, description: 'The IRI or id of the workspace that it is for.' },
  entity: {
    type: ['string', 'null'],
    enum: [...IMPORTABLE_ENTITIES, null],
    default: 'shipments',
    description: 'What its lines become.',
  },
  fileOriginalName: { type: ['string', 'null'], maxLength: 255, examples: ['parcels.csv'] },
};

const sent = (file: Schema): Schema => objectSchema({ ...FIELDS, file }, ['workspace', 'file']);

/** The upload of files, in the OpenAPI document. */
export const importPaths = (components: Components): DocumentPart => ({
  tags: [],
  paths: {
    '/imports': {
      post: {
        operationId: 'postImportCollection',
        tags: [importResource.name],
        summary: 'Imports a CSV file',
        description:
          'The first line names the columns, as the CSV of a list does. Each line becomes something for itself, in the background; `GET /imports/{id}` tells how far it has come, and which lines were refused.',
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': { schema: sent({ type: 'string', format: 'binary' }) },
            'application/json': {
              schema: sent({
                type: 'string',
                minLength: 1,
                description: 'The text, or base64 of it, or a `data:` URL.',
                examples: ['trackingNumber,email\nTN1,ada@example.com\n'],
              }),
            },
          },
        },
        responses: {
          201: {
            description: 'It has begun, or waits.',
            headers: headers(components, 'Location'),
            content: itemContent(importResource, components),
          },
          ...refusal(components),
          ...errors(components, 401, 403, 406, 413, 415, 503),
        },
      },
    },
  },
});
