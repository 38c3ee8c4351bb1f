import { Controller, Delete, Get, Inject, Patch, Post, Put, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Idempotency } from '../idempotency/idempotency.js';
import type { Operation, Resource } from '../metadata/resource.js';
import { Store } from '../store/store.js';
import { Authenticator, type AuthenticatedRequest, type ItemRequest } from './authenticator.js';
import { ResourceReads } from './resource-reads.js';
import { type CollectionRoute, collectionRoutes } from './resource-routes.js';
import { ResourceWrites } from './resource-writes.js';
import { routeOptions } from './route-options.js';

/**
 * The controller of a resource, made from its declaration: its lists, also those below items of the resources that link
 * to it, and its items.
 */
export function resourceController(resource: Resource, all: readonly Resource[]): Type {
  const routes = collectionRoutes(all).filter((route) => route.resource === resource);

  class ResourceController {
    private readonly reads: ResourceReads;
    private readonly writes: ResourceWrites;

    constructor(
      @Inject(Store) store: Store,
      @Inject(Authenticator) authenticator: Authenticator,
      @Inject(Idempotency) idempotency: Idempotency,
    ) {
      this.reads = new ResourceReads(resource, routes, store, authenticator);
      this.writes = new ResourceWrites(resource, store, authenticator, idempotency);
    }

    list(request: AuthenticatedRequest, reply: FastifyReply): Promise<void> {
      return this.reads.list(request, reply);
    }

    item(request: ItemRequest, reply: FastifyReply): Promise<void> {
      return this.reads.item(request, reply);
    }

    create(request: AuthenticatedRequest, reply: FastifyReply): Promise<void> {
      return this.writes.create(request, reply);
    }

    update(request: ItemRequest, reply: FastifyReply): Promise<void> {
      return this.writes.update(request, reply);
    }

    patch(request: ItemRequest, reply: FastifyReply): Promise<void> {
      return this.writes.update(request, reply);
    }

    remove(request: ItemRequest, reply: FastifyReply): Promise<void> {
      return this.writes.remove(request, reply);
    }
  }

  decorate(ResourceController.prototype, resource, routes);
  Controller()(ResourceController);
  Object.defineProperty(ResourceController, 'name', { value: `${resource.name}Controller` });
  return ResourceController;
}

/** Gives the methods their routes. */
function decorate(prototype: object, resource: Resource, routes: readonly CollectionRoute[]): void {
  const item = `/${resource.path}/:id`;
  const handle = (method: string, ...decorators: readonly MethodDecorator[]): void => {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, method) as PropertyDescriptor;
    for (const decorator of decorators) decorator(prototype, method, descriptor);
    Req()(prototype, method, 0);
    Res()(prototype, method, 1);
  };
  const may = (operation: Operation): boolean => resource.operations.includes(operation);
  const writes = routeOptions({
    writesInTeams: ['workspace', 'team'].includes(resource.owner),
  });
  if (routes.length > 0) handle('list', Get(routes.map((route) => route.path)));
  if (may('item')) handle('item', Get(item));
  if (may('post'))
    handle('create', Post(`/${resource.path}`), writes, routeOptions({ csv: true, ndjson: true }));
  if (may('put')) handle('update', Put(item), writes);
  if (may('put')) handle('patch', Patch(item), writes);
  if (may('delete')) handle('remove', Delete(item));
}
