import { collectionParameters } from '../query/filter-paths.js';
import type { Parameter } from '../metadata/filter.js';
import type { Resource } from '../metadata/resource.js';
import type { Components } from './components.js';
import type { ParameterObject, Reference, Schema } from './types.js';

const schemaOf = ({ type, items, minimum, maximum, example, ...rest }: Parameter): Schema => ({
  type,
  ...(items === undefined ? {} : { items: { type: items } }),
  ...(rest.enum === undefined ? {} : { enum: rest.enum }),
  ...(rest.default === undefined ? {} : { default: rest.default }),
  ...(minimum === undefined ? {} : { minimum }),
  ...(maximum === undefined ? {} : { maximum }),
  ...(example === undefined ? {} : { examples: [type === 'array' ? [example] : example] }),
});

const queryParameter = (parameter: Parameter): ParameterObject => {
  const { name, type, description } = parameter;
  return {
    name,
    in: 'query',
    description,
    required: false,
    allowEmptyValue: true,
    schema: schemaOf(parameter),
    ...(type === 'array' ? { style: 'form', explode: true } : {}),
  };
};

/** The filters, orders and paging of a resource's lists, or some parameters. */
export const queryParameters = (
  resource: Resource,
  components: Components,
  parameters: readonly Parameter[] = collectionParameters(resource),
): Reference[] => parameters.map((parameter) => components.parameter(queryParameter(parameter)));
