import { type CollectionRoute, collectionRoutes } from '../http/resource-routes.js';
import type { Resource } from '../metadata/resource.js';
import type { Components } from './components.js';
import { EXAMPLE_ID } from './field-schema.js';
import { itemOperations } from './item-operations.js';
import { createOperation, listOperation } from './list-operations.js';
import type { ParameterObject, PathItem, Paths } from './types.js';
import { singular } from './words.js';

const idOf = (resource: Resource, name = 'id'): ParameterObject => ({
  name,
  in: 'path',
  description: `The ${singular(resource)}'s id.`,
  required: true,
  schema: { type: 'string', format: 'uuid', examples: [EXAMPLE_ID] },
});

/** Every path of the resources: of each its list, its item, then its lists below items of others. */
export function resourcePaths(resources: readonly Resource[], components: Components): Paths {
  const routes = collectionRoutes(resources);
  return Object.assign(
    {},
    ...resources.map((resource) => {
      const own = routes.filter((route) => route.resource === resource);
      const nested = own
        .filter(({ steps }) => steps.length > 0)
        .sort((a, b) => a.steps.length - b.steps.length);
      return { ...topLevel(resource, own, components), ...pathsOf(nested, components) };
    }),
  ) as Paths;
}

function topLevel(resource: Resource, own: readonly CollectionRoute[], components: Components): Paths {
  const path = `/${resource.path}`;
  const list = pathsOf(
    own.filter(({ steps }) => steps.length === 0),
    components,
  )[path];
  const post = resource.operations.includes('post') ? { post: createOperation(resource, components) } : {};
  const item = itemOperations(resource, components);
  return {
    ...(list || post.post ? { [path]: { ...list, ...post } } : {}),
    ...(Object.keys(item).length > 0 ? { [`${path}/{id}`]: { parameters: [idOf(resource)], ...item } } : {}),
  };
}

const pathsOf = (routes: readonly CollectionRoute[], components: Components): Paths =>
  Object.fromEntries(
    routes.map((route) => {
      const parameters = route.steps.map((step) => idOf(step.resource, step.parameter));
      const item: PathItem = parameters.length > 0 ? { parameters } : {};
      return [templateOf(route.path), { ...item, get: listOperation(route, components) }];
    }),
  );

/** `/workspaces/:id/shipments` as `/workspaces/{id}/shipments`. */
const templateOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}');
