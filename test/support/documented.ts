import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type {
  OpenapiDocument,
  Operation,
  Reference,
  ResponseObject,
  Schema,
} from '../../src/core/openapi/types.js';
import type { Answer } from './api.js';

/** Headers that only some of the answers have whose description names them. */
const SOMETIMES = ['Preference-Applied', 'X-Total-Count', 'Idempotency-Replayed', 'Retry-After', 'Warning'];

type Mutable = Record<string, unknown>;

/** An OpenAPI document, as a tool reads it: looks things up by reference and validates what was answered. */
export class Documented {
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
  });

  constructor(readonly document: OpenapiDocument) {
    addFormats.default(this.ajv);
    this.ajv.addFormat('iri-reference', /^[^\s<>"{}|\\^`]*$/);
    this.ajv.addVocabulary(['components']);
  }

  operation(method: string, path: string): Operation {
    const item = this.document.paths[path];
    const operation = item?.[method.toLowerCase() as 'get'];
    if (!operation) throw new Error(`${method} ${path} is not documented.`);
    return operation;
  }

  resolve<T extends object>(node: T | Reference): T {
    if (!('$ref' in node)) return node;
    const found = node.$ref
      .slice(2)
      .split('/')
      .reduce(
        (at, key) => (at as Mutable)[key.replace(/~1/g, '/').replace(/~0/g, '~')],
        this.document as unknown,
      );
    return found as T;
  }

  /** The names of an operation's parameters at some place, also those of its whole path. */
  parameters(method: string, path: string, place: string): string[] {
    const all = [
      ...(this.document.paths[path]?.parameters ?? []),
      ...(this.operation(method, path).parameters ?? []),
    ];
    return all
      .map((parameter) => this.resolve(parameter))
      .filter((parameter) => parameter.in === place)
      .map(({ name }) => name);
  }

  /** What is wrong with a body of a request; nothing when it is as documented. */
  refusals(method: string, path: string, body: unknown, type = 'application/ld+json'): string[] {
    const schema = this.operation(method, path).requestBody?.content[type]?.schema;
    if (!schema) return [`${method} ${path} takes no ${type}`];
    return this.errorsOf(`${method} ${path} ${type}`, schema, body);
  }

  /** What is wrong with a request that the server sends: its headers, its body. */
  sent(webhook: string, headers: Readonly<Record<string, unknown>>, body: unknown): string[] {
    const operation = this.document.webhooks?.[webhook]?.post;
    const schema = operation?.requestBody?.content['application/json']?.schema;
    if (!operation || !schema) return [`${webhook} is not documented`];
    const missing = (operation.parameters ?? [])
      .map((each) => this.resolve(each).name)
      .filter((name) => !(name in headers));
    if (missing.length > 0) return [`${webhook} has no ${missing.join()}`];
    // closed like an answer
    return this.errorsOf(`${webhook} 200 `, schema, body);
  }

  /** What is wrong with an answer: its status, its media type, its headers, its body. */
  deviations(method: string, path: string, answer: Answer): string[] {
    const reference = this.operation(method, path).responses[String(answer.status)];
    if (!reference) return [`${method} ${path}: ${answer.status} is not documented`];
    const response = this.resolve<ResponseObject>(reference);
    const missing = Object.keys(response.headers ?? {}).filter(
      (name) => !SOMETIMES.includes(name) && !answer.headers.has(name),
    );
    if (missing.length > 0) return [`${method} ${path}: ${answer.status} has no ${missing.join()}`];
    const full = answer.headers.get('content-type')?.replace(/; charset=[^;]+/, '');
    if (full === undefined) return response.content && method !== 'HEAD' ? ['there is no content type'] : [];
    // a profile makes a type of its own, other parameters do not
    const type = full.includes('profile=') ? full : (full.split(';')[0] ?? '');
    const content = response.content?.[type];
    if (!content) return [`${method} ${path}: ${answer.status} in ${type} is not documented`];
    return this.errorsOf(`${method} ${path} ${answer.status} ${type}`, content.schema, answer.body);
  }

  private errorsOf(key: string, schema: Schema, value: unknown): string[] {
    let validate = this.validators.get(key);
    if (!validate) {
      const isClosed = / \d{3} /.test(key);
      const schemas = this.document.components.schemas;
      const components = { schemas: isClosed ? closed(schemas) : schemas };
      validate = this.ajv.compile({
        ...(isClosed ? (closed({ schema }) as { schema: Schema }).schema : schema),
        components,
      });
      this.validators.set(key, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${key} ${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }
}

/** The same schemas, but a key that none of them knows is an error: answers have nothing that is not documented. */
function closed(schemas: Readonly<Record<string, Schema>>): Readonly<Record<string, Schema>> {
  const close = (node: unknown, isPart: boolean): unknown => {
    if (Array.isArray(node)) return node.map((each) => close(each, isPart));
    if (typeof node !== 'object' || node === null) return node;
    const copy = Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, close(value, key === 'allOf')]),
    );
    if ('allOf' in node) return { ...copy, unevaluatedProperties: false };
    const isObject = 'properties' in node && !('additionalProperties' in node);
    return isObject && !isPart ? { ...copy, additionalProperties: false } : copy;
  };
  const envelopes = ['HydraCollection'];
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      close(schema, envelopes.includes(name)) as Schema,
    ]),
  );
}
