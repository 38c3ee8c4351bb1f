import { type CustomDecorator, SetMetadata, type Type } from '@nestjs/common';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import type { FastifyRequest } from 'fastify';
import type { OAuthScope } from './oauth-scopes.js';

/** Decides by the head of a request whether it goes on: its body has not been read yet. */
export interface RequestGuard {
  admit(request: FastifyRequest, options: RouteOptions): void | Promise<void>;
}

/** What a route says of the requests that it takes, before any of their bytes is read. */
export interface RouteOptions {
  /** Who is let in; a bearer token is needed where nothing is said. */
  readonly guard?: Type<RequestGuard> | 'none';
  /** What the client must be allowed to do; a GET needs `read`, everything else `write` where nothing is said. */
  readonly needs?: OAuthScope;
  /** Nothing but rows of a team is written: who may only read in all of its teams is refused at once. */
  readonly writesInTeams?: boolean;
  /** Bytes of a body at most, where that is not `BODY_LIMIT`. */
  readonly limit?: number;
  /** Forms are read. */
  readonly form?: boolean;
  /** Tables are read, which may be larger than other bodies. */
  readonly csv?: boolean;
  /** Many items are read, one a line, while they come. */
  readonly ndjson?: boolean;
  /** Forms with files are handed on as bytes. */
  readonly multipart?: boolean;
  /** JSON is handed on as bytes, because they are signed. */
  readonly raw?: boolean;
  /** JSON may say that it is plain text, as Amazon SNS does. */
  readonly textIsJson?: boolean;
  /** A GET may have a body, too. */
  readonly bodyOfGet?: boolean;
  /** A body without a type is JSON. */
  readonly assumesJson?: boolean;
}

/** What is said of a route. */
export const optionsOn = (method: object): RouteOptions =>
  (Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, method) as RouteOptions | undefined) ?? {};

const put = (options: RouteOptions): CustomDecorator => SetMetadata(FASTIFY_ROUTE_CONFIG_METADATA, options);

/** Options of a route, or of all routes of a controller; the route's own win. Decorators add to each other. */
export const routeOptions =
  (given: RouteOptions): ClassDecorator & MethodDecorator =>
  (target: object | Type<object>, key?: string | symbol, descriptor?: PropertyDescriptor) => {
    if (key !== undefined && descriptor) {
      put({ ...optionsOn(descriptor.value as object), ...given })(target, key, descriptor);
      return;
    }
    const prototype = (target as Type<object>).prototype as object;
    for (const [name, method] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (name !== 'constructor' && typeof method.value === 'function')
        put({ ...given, ...optionsOn(method.value as object) })(prototype, name, method);
    }
  };
