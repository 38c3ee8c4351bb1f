import type { Answer, Body, BulkPath, ListPath, Member, OtherPath, Path, Query } from './api-types.js';
import { type BulkLine, type BulkOptions, ndjsonOf, preferOf } from './bulk.js';
import { type ChangeEvent, type ChangesOptions, follow } from './changes.js';
import { errorOf } from './errors.js';
import { linesOf } from './lines.js';
import { AccessToken, type Credentials } from './token.js';
import { Transport, type TransportOptions } from './transport.js';

export type WaybillOptions = TransportOptions & Credentials;

export interface RequestOptions<Query = unknown> {
  /** What stands for `{id}` and the like in the path. */
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Query;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface WriteOptions<Query = unknown> extends RequestOptions<Query> {
  /** Of a POST: one is made for each request, so that an answer that got lost is not done twice. */
  readonly idempotencyKey?: string;
  /** The entity tag of the item as it was read: a ChangedError when it is another by now. */
  readonly ifMatch?: string;
}

export interface ListOptions<Query = unknown> extends RequestOptions<Query> {
  /** How many are asked for at a time, 500 at most. Default: 100. */
  readonly pageSize?: number;
}

interface Page {
  readonly 'hydra:member': readonly unknown[];
  readonly 'hydra:view'?: { readonly 'hydra:next'?: string };
}

/**
 * A client of a Waybill server. Paths are those of its API, or IRIs (`item['@id']`) that it has answered; bodies and answers
 * are JSON-LD. Every method throws a WaybillError when the server refuses a request, and a ConnectionError when there is no
 * answer.
 */
export class Waybill {
  private readonly transport: Transport;
  private readonly token: AccessToken;

  constructor(options: WaybillOptions) {
    this.transport = new Transport(options);
    this.token = new AccessToken(options, this.transport);
  }

  /** Reads something. */
  get<P extends Path<'get'>>(
    path: P,
    options: RequestOptions<Query<P, 'get'>> = {},
  ): Promise<Answer<P, 'get'>> {
    return this.json('GET', path, undefined, options) as Promise<Answer<P, 'get'>>;
  }

  /** Makes something, or has something done. */
  post<P extends Path<'post'>>(
    path: P,
    body?: Body<P, 'post'>,
    options: WriteOptions<Query<P, 'post'>> = {},
  ): Promise<Answer<P, 'post'>> {
    const key = options.idempotencyKey ?? crypto.randomUUID();
    const headers = { 'Idempotency-Key': key, ...options.headers };
    return this.json('POST', path, body, { ...options, headers }) as Promise<Answer<P, 'post'>>;
  }

  /** Changes the fields that the body has; lists and objects in it are replaced whole. */
  put<P extends Path<'put'>>(
    path: P,
    body: Body<P, 'put'>,
    options: WriteOptions<Query<P, 'put'>> = {},
  ): Promise<Answer<P, 'put'>> {
    return this.json('PUT', path, body, options) as Promise<Answer<P, 'put'>>;
  }

  /** Changes the fields that the body has (RFC 7396): what it leaves out of objects stays, and null clears. */
  patch<P extends Path<'patch'>>(
    path: P,
    body: Body<P, 'patch'>,
    options: WriteOptions<Query<P, 'patch'>> = {},
  ): Promise<Answer<P, 'patch'>> {
    const headers = { 'Content-Type': 'application/merge-patch+json', ...options.headers };
    return this.json('PATCH', path, body, { ...options, headers }) as Promise<Answer<P, 'patch'>>;
  }

  /** Deletes something. */
  async delete<P extends Path<'delete'>>(
    path: P,
    options: WriteOptions<Query<P, 'delete'>> = {},
  ): Promise<void> {
    await this.json('DELETE', path, undefined, options);
  }

  /** Any other request, such as one for CSV, with a token, and again where that may help; answers a success as it came. */
  async fetch(
    path: OtherPath,
    init: Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Response> {
    const headers = init.method === 'POST' ? { 'Idempotency-Key': crypto.randomUUID() } : undefined;
    const response = await this.authorized(path, { ...init, headers: { ...headers, ...init.headers } });
    if (!response.ok) throw await errorOf(response);
    return response;
  }

  /** All members of a list, page by page as they are read: stop, and no more is asked for. */
  async *list<P extends ListPath | OtherPath>(
    path: P,
    { pageSize = 100, ...options }: ListOptions<Query<P, 'get'>> = {},
  ): AsyncGenerator<Member<P>, void, undefined> {
    // a cursor stays fast on the last page, and rows that are added meanwhile move no others
    const headers = { Prefer: 'paging=cursor, count=none', ...options.headers };
    const { signal } = options;
    // an address may say it itself
    const size = /[?&]itemsPerPage=/.test(path) ? {} : { itemsPerPage: pageSize };
    let next: string | undefined = addressOf(path, {
      ...options,
      query: { ...size, ...(options.query as object | undefined) },
    });
    while (next !== undefined) {
      const page: Page = (await this.json('GET', next, undefined, {
        headers,
        ...(signal ? { signal } : {}),
      })) as Page;
      yield* page['hydra:member'] as readonly Member<P>[];
      next = page['hydra:view']?.['hydra:next'];
    }
  }

  /**
   * Makes many items in one request, and tells of each as soon as it is done: up to 100,000. An array is sent again when the
   * server is away; what is still being made is sent while it is (in browsers only over HTTP/2).
   */
  async *bulk<P extends BulkPath>(
    path: P,
    items: Iterable<Body<P, 'post'>> | AsyncIterable<Body<P, 'post'>>,
    options: BulkOptions = {},
  ): AsyncGenerator<BulkLine, void, undefined> {
    const body = ndjsonOf(items);
    const response = await this.authorized(path, {
      method: 'POST',
      headers: {
        Accept: 'application/ld+json, application/x-ndjson',
        'Content-Type': 'application/x-ndjson',
        'Idempotency-Key': options.idempotencyKey ?? crypto.randomUUID(),
        ...preferOf(options),
      },
      body,
      ...(options.signal ? { signal: options.signal } : {}),
      ...(typeof body === 'string' ? {} : { duplex: 'half' }),
    });
    const isLines = response.headers.get('content-type')?.startsWith('application/x-ndjson');
    if (!isLines || !response.body) throw await errorOf(response);
    for await (const line of linesOf(response.body)) if (line !== '') yield JSON.parse(line) as BulkLine;
  }

  /**
   * Changes as they happen, until the signal ends it. Whoever keeps the id of each and gives the last one as `lastEventId`
   * misses none, also over a day's pause.
   * @param topics IRIs (`/shipments/…`, `/workspaces/…/shipments`), URI templates (`/shipments/{id}`), or `*`.
   */
  changes(
    topics: readonly string[],
    options: ChangesOptions = {},
  ): AsyncGenerator<ChangeEvent, void, undefined> {
    const query = new URLSearchParams(topics.map((topic) => ['topic', topic]));
    return follow(
      (headers, signal) =>
        this.authorized(`/.well-known/mercure?${query.toString()}`, {
          headers: { Accept: 'text/event-stream', ...headers },
          ...(signal ? { signal } : {}),
        }),
      options,
    );
  }

  private async json(method: string, path: string, body: unknown, options: WriteOptions): Promise<unknown> {
    const response = await this.fetch(addressOf(path, options), {
      method,
      headers: {
        Accept: 'application/ld+json, application/json;q=0.9',
        ...(body === undefined ? {} : { 'Content-Type': 'application/ld+json' }),
        ...(options.ifMatch === undefined ? {} : { 'If-Match': options.ifMatch }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    });
    const text = await response.text();
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }

  /** Sends a request with a token; one that the server does not know any more is renewed once. A stream is sent once. */
  private async authorized(
    path: string,
    init: RequestInit & { headers: Record<string, string> },
  ): Promise<Response> {
    const isStream = init.body instanceof ReadableStream;
    const send = async (): Promise<{ response: Response; token: string }> => {
      const token = await this.token.get();
      const headers = { ...init.headers, Authorization: `Bearer ${token}` };
      const attempts = isStream ? 1 : this.transport.attempts;
      return { response: await this.transport.send(path, { ...init, headers }, attempts), token };
    };
    const { response, token } = await send();
    if (response.status !== 401) return response;
    this.token.forget(token);
    if (isStream) return response;
    await response.body?.cancel();
    return (await send()).response;
  }
}

/** A path with what it has in braces, and its query. */
function addressOf(path: string, { path: values = {}, query }: RequestOptions): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new TypeError(`The path ${path} needs a value for "${name}".`);
    return encodeURIComponent(value);
  });
  const pairs = Object.entries((query ?? {}) as Readonly<Record<string, unknown>>).flatMap(([name, value]) =>
    [value]
      .flat()
      .filter((each) => each !== undefined)
      .map((each) => [name, String(each as string | number | boolean)]),
  );
  if (pairs.length === 0) return filled;
  return `${filled}${filled.includes('?') ? '&' : '?'}${new URLSearchParams(pairs).toString()}`;
}
