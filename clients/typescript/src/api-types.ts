import type { paths } from './schema.gen.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Any JSON: what is answered at paths that the types do not know, such as IRIs, which lead to every class. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- its reader knows what it has asked for
type AnyJson = any;

/** IRIs, and what follows them. */
export type OtherPath = string & {};

/** The paths that an HTTP method can be sent to. */
type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { readonly [K in M]: object } ? P : never;
}[keyof paths];

export type Path<M extends Method> = PathsWith<M> | OtherPath;

type OperationOf<P extends keyof paths, M extends Method> = paths[P] extends {
  readonly [K in M]: infer Operation;
}
  ? Operation
  : never;

/** What is in a body, as JSON-LD where there is that. */
type JsonOf<Content> = Content extends { 'application/ld+json': infer Json }
  ? Json
  : Content extends { 'application/json': infer Json }
    ? Json
    : undefined;

type ContentOf<Responses, Status extends number> = Responses extends {
  readonly [S in Status]: { content?: infer Content };
}
  ? Content
  : never;

type Success<Responses> = Responses extends { readonly 201: unknown }
  ? ContentOf<Responses, 201>
  : ContentOf<Responses, 200>;

/** What an operation answers when it succeeds. */
export type Answer<P, M extends Method> = P extends keyof paths
  ? OperationOf<P, M> extends { responses: infer Responses }
    ? JsonOf<Success<Responses>>
    : never
  : AnyJson;

/** What is sent to an operation. */
export type Body<P, M extends Method> = P extends keyof paths
  ? OperationOf<P, M> extends { requestBody?: { content: infer Content } }
    ? Content extends { 'application/merge-patch+json': infer Json }
      ? Json
      : JsonOf<Content>
    : undefined
  : unknown;

/** The query of an operation. */
export type Query<P, M extends Method> = P extends keyof paths
  ? OperationOf<P, M> extends { parameters: { query?: infer Parameters } }
    ? Parameters
    : never
  : Readonly<Record<string, unknown>>;

/** The members of a list. */
export type Member<P> = P extends keyof paths
  ? Answer<P, 'get'> extends { 'hydra:member'?: readonly (infer Item)[] }
    ? Item
    : never
  : AnyJson;

/** Lists. */
export type ListPath = {
  [P in PathsWith<'get'>]: Answer<P, 'get'> extends { 'hydra:member'?: readonly unknown[] } ? P : never;
}[PathsWith<'get'>];

/** Lists that take new items. */
export type BulkPath = {
  [P in PathsWith<'post'>]: paths[P] extends {
    post: { requestBody: { content: { 'application/x-ndjson': string } } };
  }
    ? P
    : never;
}[PathsWith<'post'>];
