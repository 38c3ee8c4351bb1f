import type { OpenapiDocument, Schema } from '../../src/core/openapi/types.js';

/** A request that a document allows, or nearly. */
export interface FuzzedRequest {
  readonly method: string;
  /** The path of the document, for messages. */
  readonly pattern: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

type Json = Readonly<Record<string, unknown>>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Answers that never end. */
const STREAMS = /mercure|^\/mcp$/;

/** Values that are seldom right. */
const WRONG: readonly unknown[] = [
  null,
  '',
  ' ',
  'x'.repeat(300),
  -1,
  0,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  {},
  [[[[]]]],
  '💥',
  'a\u0000b',
  '\ud800',
  '2026-13-45T99:00:00Z',
  "';--",
  '%',
  '/shipments/nothing',
  'null',
  { '@id': 5 },
];

/** Makes random requests by an OpenAPI document; the same seed makes the same ones. */
export class Fuzzer {
  private state: number;

  /** @param known values that mean something to the server: ids, IRIs, numbers. */
  constructor(
    private readonly document: OpenapiDocument,
    private readonly known: readonly (string | number)[],
    seed: number,
  ) {
    this.state = seed;
  }

  /** So many requests of each operation. */
  *requests(each: number): Generator<FuzzedRequest> {
    for (let round = 0; round < each; round++)
      for (const [pattern, item] of Object.entries(this.document.paths) as [string, Json][])
        for (const method of METHODS)
          if (item[method] !== undefined && !STREAMS.test(pattern))
            yield this.request(method, pattern, item, item[method] as Json);
  }

  private request(method: string, pattern: string, item: Json, operation: Json): FuzzedRequest {
    let path = pattern;
    const query: string[] = [];
    const headers: Record<string, string> = {};
    const parameters = [item.parameters ?? [], operation.parameters ?? []].flat() as Json[];
    for (const each of parameters.map((one) => this.resolved(one))) {
      const name = String(each.name);
      const value = (): string => this.text(this.value(each.schema ?? {}, 0));
      if (each.in === 'path')
        path = path.replace(`{${name}}`, encodeURIComponent(this.pathPart(value())) || 'x');
      else if (each.in === 'query' && this.chance(0.2))
        query.push(`${encodeURIComponent(name)}=${encodeURIComponent(value())}`);
      else if (each.in === 'header' && this.chance(0.2))
        headers[name] = value()
          .replace(/[^\x20-\x7e]/g, '?')
          .trim();
    }
    const content = (this.resolved((operation.requestBody ?? {}) as Json).content ?? {}) as Json;
    // fetch sends no body with a GET
    const type = method === 'get' ? undefined : this.pick(Object.keys(content));
    if (type !== undefined) headers['content-type'] = type;
    return {
      method: method.toUpperCase(),
      pattern,
      path: `${path}${query.length > 0 ? `?${query.join('&')}` : ''}`,
      headers,
      ...(type !== undefined && { body: this.body(type, (content[type] as Json).schema ?? {}) }),
    };
  }

  private body(type: string, schema: Schema): string {
    if (this.chance(0.03)) return this.pick(['', '{', '[', 'null', '"x"', '{"a":1,"a":2}', '\ufeff{}']) ?? '';
    const value = this.value(schema, 0);
    if (type.includes('ndjson')) return [value, value].map((line) => JSON.stringify(line)).join('\n');
    if (type.includes('json')) return JSON.stringify(value);
    if (type.includes('urlencoded'))
      return new URLSearchParams(
        Object.entries(value && typeof value === 'object' ? value : {}).map(
          ([name, each]): [string, string] => [name, this.text(each)],
        ),
      ).toString();
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  /** A value that the schema allows; now and then another one. */
  private value(given: Schema, depth: number): unknown {
    if (this.chance(0.1)) return this.pick(WRONG);
    const schema = this.resolved(given as Json);
    if ('const' in schema) return schema.const;
    if (Array.isArray(schema.enum)) return this.pick(schema.enum as unknown[]);
    for (const choice of ['oneOf', 'anyOf'])
      if (Array.isArray(schema[choice]))
        return this.value(this.pick(schema[choice] as Schema[]) ?? {}, depth);
    if (Array.isArray(schema.allOf))
      return Object.assign(
        {},
        ...(schema.allOf as Schema[]).map((part) => this.value(part, depth)),
      ) as unknown;
    const type = Array.isArray(schema.type) ? this.pick(schema.type as string[]) : schema.type;
    if (type === 'null') return null;
    if (type === 'boolean') return this.chance(0.5);
    if (type === 'integer') return this.chance(0.3) ? this.pick(this.known) : this.below(20);
    if (type === 'number') return this.below(1000) / 4;
    if (type === 'array')
      return Array.from({ length: this.below(3) }, () =>
        this.value((schema.items ?? {}) as Schema, depth + 1),
      );
    if (type === 'object' || schema.properties !== undefined) return this.object(schema, depth);
    return this.word(typeof schema.format === 'string' ? schema.format : '');
  }

  private object(schema: Json, depth: number): Json {
    const required = new Set((schema.required ?? []) as string[]);
    const entries = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
      .filter(([name]) => (required.has(name) ? this.chance(0.95) : this.chance(depth > 3 ? 0.05 : 0.3)))
      .map(([name, property]): [string, unknown] => [name, this.value(property, depth + 1)]);
    if (this.chance(0.05)) entries.push(['nobodyKnowsThis', this.pick(WRONG)]);
    return Object.fromEntries(entries);
  }

  private word(format: string): unknown {
    if (this.chance(0.5)) return String(this.pick(this.known));
    if (format === 'date-time')
      return new Date(Date.UTC(2026, 10, 1) + this.below(60 * 86_400) * 1000).toISOString();
    if (format === 'date') return '2026-11-20';
    if (format === 'email') return `ada${this.below(50)}@example.com`;
    if (format === 'uri') return 'https://example.com/';
    return this.pick([
      'in_transit',
      'delivered',
      'ups',
      'US',
      'GB',
      'Mug',
      `TM${this.below(1e6)}`,
      '2026-11-20',
      '5',
      'Europe/Berlin',
    ]);
  }

  private pathPart(value: string): string {
    return this.chance(0.6) ? String(this.pick(this.known)).split('/').at(-1)! : value;
  }

  private text(value: unknown): string {
    return typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value ?? '');
  }

  private resolved(value: Json): Json {
    const { $ref } = value;
    if (typeof $ref !== 'string') return value;
    const found = $ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as Json)[key.replaceAll('~1', '/')], this.document);
    return this.resolved(found as Json);
  }

  private chance(share: number): boolean {
    return this.below(1000) < share * 1000;
  }

  private pick<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }

  private below(bound: number): number {
    this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * bound);
  }
}
