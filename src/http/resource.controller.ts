import { Controller, Delete, Get, Inject, Post, Put, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { hydraCollection } from '../hydra/collection.js';
import { QueryString } from '../query/query-string.js';
import { BadInput, NotFound } from '../resource/errors.js';
import { iriOf, type Operation, type Resource } from '../resource/resource.js';
import type { Caller } from '../store/caller.js';
import type { Json } from '../serializer/reader.js';
import { Store } from '../store/store.js';
import { Authenticator, type AuthenticatedRequest } from './authenticator.js';
import { JSON_LD, negotiate, type MediaType } from './media-type.js';
import { isStrict } from './preferences.js';
import { type CollectionRoute, collectionRoutes } from './resource-routes.js';

type ItemRequest = AuthenticatedRequest & { params: { id: string } };

/**
 * The controller of a resource, made from its declaration: its lists, also those below items of the resources that link
 * to it, and its items.
 */
export function resourceController(resource: Resource, all: readonly Resource[]): Type {
  const routes = collectionRoutes(all).filter((route) => route.resource === resource);
  const byPath = new Map(routes.map((route) => [route.path, route]));

  class ResourceController {
    constructor(
      @Inject(Store) private readonly store: Store,
      @Inject(Authenticator) private readonly authenticator: Authenticator,
    ) {}

    async list(request: AuthenticatedRequest, reply: FastifyReply): Promise<void> {
      const type = negotiate(request.headers.accept);
      const route = byPath.get(request.routeOptions.url ?? '') as CollectionRoute;
      const params = request.params as Record<string, string>;
      const steps = route.steps.map((step) => ({ ...step, id: params[step.parameter] ?? '' }));
      const [path = '', ...rest] = request.url.split('?');
      const query = new QueryString(rest.join('?'));
      const isLean = steps.length === 0 && !(resource.picksGroups && query.list('groups')?.includes('get'));
      const strict = isStrict(request, reply);
      const wanted = {
        resource,
        steps,
        query,
        group: isLean ? 'getc' : 'get',
        ld: type === JSON_LD,
        strict,
      } as const;
      const page = await this.seeing(request, (caller) => this.store.page(wanted, caller));
      send(
        reply,
        type,
        type === JSON_LD ? hydraCollection({ resource, path, query, ...page }) : page.members,
      );
    }

    async item(request: ItemRequest, reply: FastifyReply): Promise<void> {
      const type = negotiate(request.headers.accept);
      const { id } = request.params;
      const ld = type === JSON_LD;
      answer(
        resource,
        reply,
        type,
        await this.seeing(request, (caller) => this.store.item(resource, id, caller, ld)),
      );
    }

    async create(request: AuthenticatedRequest, reply: FastifyReply): Promise<void> {
      const type = negotiate(request.headers.accept);
      const body = bodyOf(request);
      const item = await this.seeing(request, (caller) =>
        this.store.create(resource, body, caller, type === JSON_LD),
      );
      this.changed();
      answer(resource, reply.status(201).header('Location', iriOf(resource, item.id as string)), type, item);
    }

    async update(request: ItemRequest, reply: FastifyReply): Promise<void> {
      const type = negotiate(request.headers.accept);
      const { id } = request.params;
      const body = bodyOf(request);
      const ld = type === JSON_LD;
      const item = await this.seeing(request, (caller) => this.store.update(resource, id, body, caller, ld));
      answer(resource, reply, type, item);
    }

    async remove(request: ItemRequest, reply: FastifyReply): Promise<void> {
      await this.seeing(request, (caller) => this.store.remove(resource, request.params.id, caller));
      this.changed();
      void reply.status(204).send();
    }

    /** What is not there may have been made a moment ago by another process: looks once more before it says so. */
    private async seeing<T>(request: AuthenticatedRequest, work: (caller: Caller) => Promise<T>): Promise<T> {
      try {
        return await work(request.caller);
      } catch (error) {
        const isMissing = error instanceof NotFound || error instanceof BadInput;
        const fresh = isMissing ? await this.authenticator.refresh(request.caller) : request.caller;
        if (fresh === request.caller) throw error;
        return work(fresh);
      }
    }

    /** A new team or workspace is seen at once. */
    private changed(): void {
      if (resource.owner === 'is team' || resource.owner === 'is workspace') this.authenticator.forget();
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
  const handle = (method: string, route: MethodDecorator): void => {
    route(prototype, method, Object.getOwnPropertyDescriptor(prototype, method) as PropertyDescriptor);
    Req()(prototype, method, 0);
    Res()(prototype, method, 1);
  };
  const may = (operation: Operation): boolean => resource.operations.includes(operation);
  if (routes.length > 0) handle('list', Get(routes.map((route) => route.path)));
  if (may('item')) handle('item', Get(item));
  if (may('post')) handle('create', Post(`/${resource.path}`));
  if (may('put')) handle('update', Put(item));
  if (may('delete')) handle('remove', Delete(item));
}

/** @throws BadInput when there is none. */
function bodyOf(request: AuthenticatedRequest): unknown {
  if (request.body === undefined) throw new BadInput('Syntax error');
  return request.body;
}

function answer(resource: Resource, reply: FastifyReply, type: MediaType, item: Json): void {
  send(reply, type, type === JSON_LD ? { '@context': `/contexts/${resource.name}`, ...item } : item);
}

function send(reply: FastifyReply, type: MediaType, body: object): void {
  void reply.type(`${type}; charset=utf-8`).send(JSON.stringify(body));
}
