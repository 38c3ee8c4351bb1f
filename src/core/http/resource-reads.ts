import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { hydraCollection, viewOf } from '../hydra/collection.js';
import { QueryString } from '../query/query-string.js';
import { BadInput } from '../metadata/errors.js';
import type { Group } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';
import type { CollectionRequest } from '../store/collections.js';
import type { Store } from '../store/store.js';
import type { Authenticator, AuthenticatedRequest, ItemRequest } from './authenticator.js';
import { MERGE_PATCH } from './body.js';
import { sendTagged } from './entity-tag.js';
import { csvText, itemText, membersText } from './formats.js';
import { retryWithFreshScope } from './fresh-scope.js';
import { CSV, JSON_LD, type MediaType, mediaTypeOf } from './media-type.js';
import { tellPage } from './page-links.js';
import { preferencesOf } from './preferences.js';
import type { CollectionRoute } from './resource-routes.js';

/** Answers the GETs of a resource. */
export class ResourceReads {
  private readonly routes: ReadonlyMap<string, CollectionRoute>;

  constructor(
    private readonly resource: Resource,
    routes: readonly CollectionRoute[],
    private readonly store: Store,
    private readonly authenticator: Authenticator,
  ) {
    this.routes = new Map(routes.map((route) => [route.path, route]));
  }

  async list(request: AuthenticatedRequest, reply: FastifyReply): Promise<void> {
    const type = mediaTypeOf(request);
    const wanted = this.wanted(request, reply, type);
    if (wanted.query.scalar('itemsPerPage') === 'all') return this.export(request, reply, type, wanted);
    const page = await retryWithFreshScope(request, this.authenticator, (caller) =>
      this.store.page(wanted, caller),
    );
    const path = request.originalUrl.split('?', 1)[0] ?? '';
    if (type !== JSON_LD) tellPage(reply, viewOf(path, wanted.query, page), page.total);
    const text =
      type === JSON_LD
        ? hydraCollection(this.resource, { id: wanted.path, path }, wanted.query, {
            ...page,
            members: page.members.text(),
          })
        : type === CSV
          ? membersText(this.resource, wanted.group, page.members.json(), type)
          : page.members.text();
    sendTagged(request, typed(reply, type), text);
  }

  async item(request: ItemRequest, reply: FastifyReply): Promise<void> {
    const type = mediaTypeOf(request);
    const item = await retryWithFreshScope(request, this.authenticator, (caller) =>
      this.store.item(this.resource, request.params.id, caller, type === JSON_LD),
    );
    if (this.resource.operations.includes('put')) void reply.header('Accept-Patch', MERGE_PATCH);
    sendTagged(request, typed(reply, type), itemText(this.resource, item, type));
  }

  /** A whole collection, streamed; what is wrong with the request shows before the first byte. */
  private async export(
    request: AuthenticatedRequest,
    reply: FastifyReply,
    type: MediaType,
    wanted: CollectionRequest,
  ): Promise<void> {
    if (type !== CSV) throw new BadInput('"itemsPerPage=all" is there for text/csv alone.');
    const batches = await retryWithFreshScope(request, this.authenticator, (caller) =>
      begun(this.store.batches(wanted, caller)),
    );
    void typed(reply, type).send(Readable.from(csvText(this.resource, wanted.group, batches)));
  }

  private wanted(request: AuthenticatedRequest, reply: FastifyReply, type: MediaType): CollectionRequest {
    const route = this.routes.get(request.routeOptions.url ?? '');
    const params = request.params as Readonly<Record<string, string>>;
    const steps = (route?.steps ?? []).map((step) => ({ ...step, id: params[step.parameter] ?? '' }));
    const [path = '', ...rest] = request.url.split('?');
    const query = new QueryString(rest.join('?'));
    return {
      resource: this.resource,
      path,
      steps,
      query,
      group: groupOf(this.resource, query, steps.length > 0),
      ld: type === JSON_LD,
      preferences: preferencesOf(request, reply),
    };
  }
}

/** Members of nested lists have an item's fields, those of top-level lists the lean ones. */
function groupOf(resource: Resource, query: QueryString, isNested: boolean): Group {
  const picked = resource.supportsGroups ? query.list('groups') : undefined;
  return isNested || picked?.includes('get') ? 'get' : 'getc';
}

/** A generator whose first value is there, so that what throws at its beginning has thrown. */
async function begun<T>(generator: AsyncGenerator<T>): Promise<AsyncGenerator<T>> {
  const first = await generator.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* generator;
  })();
}

/** Says what an answer is. */
export const typed = (reply: FastifyReply, type: MediaType): FastifyReply =>
  reply.type(`${type}; charset=utf-8`);
