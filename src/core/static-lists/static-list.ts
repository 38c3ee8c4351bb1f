import type { FastifyReply, FastifyRequest } from 'fastify';
import { itemText, membersText } from '../http/formats.js';
import { JSON_LD, type MediaType, mediaTypeOf } from '../http/media-type.js';
import { hydraCollection } from '../hydra/collection.js';
import { inGroup } from '../openapi/schema-names.js';
import { ServedFile } from '../openapi/served-file.js';
import { QueryString } from '../query/query-string.js';
import { NotFound } from '../metadata/errors.js';
import type { Group } from '../metadata/field.js';
import {
  defineResource,
  iriOf,
  READ_ONLY,
  type Resource,
  type ResourceDeclaration,
} from '../metadata/resource.js';
import type { Json } from '../serializer/reader.js';

/** `Cache-Control` of what rarely changes: for every cache, or for that of one client. */
export const PUBLIC_FOR_AN_HOUR = 'public, max-age=3600';
export const PRIVATE_FOR_AN_HOUR = 'private, max-age=3600';

const NO_QUERY = new QueryString('');

/** What every item has: a code, which its IRI ends with. */
export interface Coded {
  readonly code: string;
}

/** Declares a list that is the same for every tenant. Documents and formats read the declaration, the store never does. */
export const defineStatic = <E extends Coded>(
  entity: new () => E,
  declaration: Omit<ResourceDeclaration<E>, 'owner' | 'filters' | 'operations'>,
): Resource<E> =>
  defineResource(entity, { ...declaration, owner: 'workspace', operations: READ_ONLY, filters: [] });

/**
 * A list that stays the same as long as the process lives, whole, without pages. Each of its texts is written when it is
 * first asked for, and kept.
 */
export class StaticList<Item extends Coded> {
  private readonly texts = new Map<string, ServedFile>();
  private readonly byCode: ReadonlyMap<string, Item>;

  constructor(
    readonly resource: Resource,
    private readonly items: readonly Item[],
    /** `Cache-Control` of the answers. */
    private readonly caching: string,
  ) {
    this.byCode = new Map(items.map((item) => [item.code, item]));
  }

  /** @throws NotFound. */
  item(code: string): Item {
    const item = this.byCode.get(code);
    if (!item) throw new NotFound();
    return item;
  }

  /** Answers all items, or some: those are kept by the request's path, which must decide which ones they are. */
  sendAll(
    request: FastifyRequest,
    reply: FastifyReply,
    group: Group,
    items: () => readonly Item[] = () => this.items,
    path = `/${this.resource.path}`,
  ): Promise<void> {
    const type = mediaTypeOf(request);
    return this.send(request, reply, `${type} ${group} ${path}`, type, () => {
      const members = items().map((item) => this.json(item, group, type));
      if (type !== JSON_LD) return membersText(this.resource, group, members, type);
      const page = {
        members: JSON.stringify(members),
        total: members.length,
        pagination: { page: 1, itemsPerPage: members.length },
      };
      const whole = { ...page, next: 'last' } as const;
      return hydraCollection(this.resource, { id: path, path }, NO_QUERY, whole);
    });
  }

  /** Answers one item. @throws NotFound. */
  sendItem(request: FastifyRequest, reply: FastifyReply, code: string): Promise<void> {
    const type = mediaTypeOf(request);
    const item = this.item(code);
    return this.send(request, reply, `${type} ${iriOf(this.resource, code)}`, type, () =>
      itemText(this.resource, this.json(item, 'get', type), type),
    );
  }

  private send(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    type: MediaType,
    write: () => string,
  ): Promise<void> {
    const text = this.texts.get(key) ?? new ServedFile(`${type}; charset=utf-8`, write());
    this.texts.set(key, text);
    return text.send(request, reply.header('Cache-Control', this.caching));
  }

  private json(item: Item, group: Group, type: MediaType): Json {
    const { name, fields } = this.resource;
    const values = item as unknown as Json;
    return {
      ...(type === JSON_LD ? { '@id': iriOf(this.resource, item.code), '@type': name } : {}),
      ...Object.fromEntries(inGroup(fields, group).map(([field]) => [field, values[field]])),
    };
  }
}
