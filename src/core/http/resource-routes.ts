import type { Link, Resource } from '../metadata/resource.js';

/** A list of a resource: its path, and the items that the path goes through. */
export interface CollectionRoute {
  /** `/workspaces/:id/shipments` */
  readonly path: string;
  readonly resource: Resource;
  readonly steps: readonly {
    readonly resource: Resource;
    readonly link: Link;
    /** The path parameter with the item's id. */
    readonly parameter: string;
  }[];
}

/** Every list there is: the top-level ones, and the transitive closure of the links. */
export function collectionRoutes(resources: readonly Resource[]): readonly CollectionRoute[] {
  const routes: CollectionRoute[] = [];
  const follow = (from: CollectionRoute, item: string, parameter: string): void => {
    for (const link of from.resource.links) {
      const resource = link.target();
      const steps = [...from.steps, { resource: from.resource, link, parameter }];
      const route = { path: `${item}/${link.segment}`, resource, steps };
      routes.push(route);
      follow(route, `${route.path}/:${link.segment}`, link.segment);
    }
  };
  for (const resource of resources) {
    const route = { path: `/${resource.path}`, resource, steps: [] };
    if (resource.operations.includes('list')) routes.push(route);
    follow(route, `${route.path}/:id`, 'id');
  }
  return routes;
}
