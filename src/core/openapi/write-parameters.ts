import type { Resource } from '../metadata/resource.js';
import type { Components } from './components.js';
import type { ParameterObject, Reference } from './types.js';

const IGNORE: ParameterObject = {
  name: 'ignoreWebhookId',
  in: 'query',
  description:
    'The id of a webhook that is not told of this change, because its owner makes it. Empty is none.',
  required: false,
  schema: { type: 'string', examples: ['3fa85f64-5717-4562-b3fc-2c963f66afa6'] },
  allowEmptyValue: true,
};

const DELETE_DATA: ParameterObject = {
  name: 'deleteData',
  in: 'query',
  description: 'With 1, what was imported through it goes with it.',
  required: false,
  schema: { type: 'integer', enum: [0, 1] },
  allowEmptyValue: true,
};

/** Of writes to what webhooks are told of. */
export const tellingParameters = ({ publishesEvents }: Resource, components: Components): Reference[] =>
  publishesEvents ? [components.parameter(IGNORE)] : [];

/** Of deletions. */
export const deletingParameters = (resource: Resource, components: Components): Reference[] => [
  ...tellingParameters(resource, components),
  ...(resource.deletableData.length > 0 ? [components.parameter(DELETE_DATA)] : []),
];
