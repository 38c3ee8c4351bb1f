import { RequestMethod, type Type } from '@nestjs/common';
import {
  HTTP_CODE_METADATA,
  METHOD_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
} from '@nestjs/common/constants.js';
import { isDto } from '../http/dto/dto.pipe.js';
import { optionsOn } from '../http/route-options.js';
import type { Components } from './components.js';
import { dtoParameters, dtoSchema } from './dto-schema.js';
import type { ErrorStatus } from './error-responses.js';
import { type HeaderName, someHeaders } from './headers.js';
import {
  type AnswerOptions,
  type BodySource,
  operationOf,
  type OperationOptions,
  operationsOf,
  type SchemaSource,
} from './operation.js';
import { errors, refusal } from './responses.js';
import type {
  Content,
  DocumentPart,
  METHODS,
  Operation,
  ParameterObject,
  PathItem,
  Reference,
  ResponseObject,
  Schema,
  Tag,
} from './types.js';

/** What an API's documents have in common. */
export interface DocumentStyle {
  /** References to the answers that are no success. */
  readonly errors: (components: Components, ...statuses: readonly ErrorStatus[]) => Record<string, Reference>;
  /** The 400 where a DTO is read, where it is another than the other 400s. */
  readonly refusal?: (components: Components) => Record<string, Reference>;
  /** Headers that every answer has. */
  readonly headers: readonly HeaderName[];
  /** The media types in which JSON bodies come. */
  readonly bodyTypes: readonly string[];
  /** Whoever has a token may read: a GET has no 403. */
  readonly allMayRead?: boolean;
}

const TRACKMAGE: DocumentStyle = {
  errors,
  refusal,
  headers: ['Link', 'X-Request-Id'],
  bodyTypes: ['application/json', 'application/ld+json'],
};

/** The operations of controllers that are documented by `@Operation`, as a part of a document. */
export const operationPaths =
  (controllers: readonly Type[], style: DocumentStyle = TRACKMAGE) =>
  (components: Components): DocumentPart => {
    const paths: Record<string, PathItem> = {};
    const tags = new Map<string, Tag>();
    for (const controller of controllers) {
      const { tag = '', tags: more = [], path: inPath = {} } = operationsOf(controller) ?? {};
      for (const each of [tag, ...more]) if (typeof each === 'object') tags.set(each.name, each);
      for (const route of routesOf(controller)) {
        const options = operationOf(route.handler);
        if (!options) continue;
        const usualTag = typeof tag === 'object' ? tag.name : tag;
        const operation = operationObject(route, { tag: usualTag, ...options }, style, components);
        for (const [index, path] of route.paths.entries()) {
          const parameters = pathParameters(path, { ...inPath, ...options.path });
          paths[path] = {
            ...(parameters.length > 0 ? { parameters } : {}),
            ...paths[path],
            [route.method]:
              index === 0 ? operation : asAlias(operation, route.paths[0] ?? '', path, options.aliasId),
          };
        }
      }
    }
    return { tags: [...tags.values()], paths };
  };

/** An operation at a further path, for clients that have it: `getShipments` is `getShipmentsOfShippments`, by what differs. */
const asAlias = (operation: Operation, usual: string, path: string, own?: string): Operation => {
  const parts = usual.split('/');
  const name = path.split('/').find((part, at) => part !== parts[at]) ?? '';
  const id = `${operation.operationId}Of${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return { ...operation, operationId: own ?? id, deprecated: true };
};

interface Route {
  readonly method: (typeof METHODS)[number];
  /** `/teams/{id}/members`; the first is the usual one. */
  readonly paths: readonly string[];
  readonly status: number;
  readonly handler: object;
  /** The class of its body, and of its query. */
  readonly body: Type | undefined;
  readonly query: Type | undefined;
}

function routesOf(controller: Type): Route[] {
  const prototype = controller.prototype as Record<string, object>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    if (name === 'constructor') return [];
    const handler = prototype[name] as object;
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const usual = method === RequestMethod.POST ? 201 : 200;
    return [
      {
        method: RequestMethod[method].toLowerCase() as Route['method'],
        paths: pathsOf(controller).flatMap((base) => pathsOf(handler).map((path) => joined(base, path))),
        status: (Reflect.getMetadata(HTTP_CODE_METADATA, handler) as number | undefined) ?? usual,
        handler,
        ...dtosOf(controller, name),
      },
    ];
  });
}

const pathsOf = (target: object): readonly string[] =>
  [Reflect.getMetadata(PATH_METADATA, target) as string].flat();

const joined = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`.replace(/:(\w+)/g, '{$1}');

/** `3:0` of Nest's arguments is the body, as the first parameter. */
function dtosOf(controller: Type, name: string): Pick<Route, 'body' | 'query'> {
  const kinds = Reflect.getMetadata('design:paramtypes', controller.prototype as object, name) as unknown[];
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    { readonly index: number }
  >;
  const taken = Object.entries(args).map(([key, { index }]) => [key.startsWith('3:'), kinds[index]] as const);
  const dto = (isBody: boolean): Type | undefined =>
    taken.map(([body, kind]) => (body === isBody && isDto(kind) ? kind : undefined)).find(Boolean);
  return { body: dto(true), query: dto(false) };
}

function operationObject(
  route: Route,
  options: OperationOptions,
  style: DocumentStyle,
  components: Components,
): Operation {
  const { id, tag = '', summary, description, parameters = [], body = route.body } = options;
  const isPublic = optionsOn(route.handler).guard === 'none';
  const security = options.security ?? (isPublic ? [] : undefined);
  const own =
    typeof parameters === 'function'
      ? parameters(components)
      : parameters.map((each) => components.parameter(each));
  const all = [...own, ...queryOf(route, components)];
  const requestBody = body && {
    required: !options.bodyIsOptional,
    content: options.bodyContent?.(components) ?? contentOf(body, bodyTypes(route, style), components),
  };
  const statuses: ErrorStatus[] = [
    ...(security ? [] : [401 as const]),
    ...(security || (style.allMayRead && route.method === 'get') ? [] : [403 as const]),
    ...(body ? [413 as const, 415 as const] : []),
    ...(options.withoutDatabase ? [] : [503 as const]),
    ...(options.errors ?? []),
  ];
  const mayViolate = route.query !== undefined || isDto(body) || options.hasViolations;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    ...(security ? { security } : {}),
    ...(all.length > 0 ? { parameters: all } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: {
      ...style.errors(components, ...statuses),
      ...(mayViolate ? style.refusal?.(components) : {}),
      ...answersOf(route, options, style, components),
    },
  };
}

function answersOf(
  route: Route,
  { status = route.status, answer, answers = {} }: OperationOptions,
  style: DocumentStyle,
  components: Components,
): Record<string, ResponseObject> {
  const own = typeof answer === 'string' ? { description: answer } : answer;
  return Object.fromEntries(
    Object.entries({ ...(own && { [status]: own }), ...answers }).map(([code, each]) => [
      code,
      response(each, Number(code) < 400 ? style.headers : [], components),
    ]),
  );
}

function response(
  { description, body, types = ['application/json'], content, headers = [] }: AnswerOptions,
  usual: readonly HeaderName[],
  components: Components,
): ResponseObject {
  const names = [...headers, ...usual];
  const made = content?.(components) ?? (body && contentOf(body, types, components));
  return {
    description,
    ...(names.length > 0 ? { headers: someHeaders(components, ...names) } : {}),
    ...(made ? { content: made } : {}),
  };
}

const queryOf = ({ query }: Route, components: Components): Reference[] =>
  query ? dtoParameters(query, components).map((each) => components.parameter(each)) : [];

function bodyTypes({ handler }: Route, { bodyTypes }: DocumentStyle): readonly string[] {
  const { form } = optionsOn(handler);
  return form ? ['application/x-www-form-urlencoded', ...bodyTypes] : bodyTypes;
}

const contentOf = (body: BodySource, types: readonly string[], components: Components): Content => {
  const schema = bodySchema(body, components);
  return Object.fromEntries(types.map((type) => [type, { schema }]));
};

const bodySchema = (body: BodySource, components: Components): Schema =>
  isList(body) ? { type: 'array', items: schemaFrom(body[0], components) } : schemaFrom(body, components);

const isList = (body: BodySource): body is readonly [SchemaSource] => Array.isArray(body);

function schemaFrom(source: SchemaSource, components: Components): Schema {
  if (isDto(source)) return dtoSchema(source, components);
  return typeof source === 'function' ? (source as (components: Components) => Schema)(components) : source;
}

/** The parameters in a path, as the controller describes them. */
const pathParameters = (path: string, described: Readonly<Record<string, Schema>>): ParameterObject[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const { description = '', ...schema } = described[name] ?? {};
    return { name, in: 'path', description, required: true, schema: { type: 'string', ...schema } };
  });
