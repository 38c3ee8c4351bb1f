/** The parts of OpenAPI 3.1 and of JSON Schema 2020-12 that the document is made of. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** Of a request: it is not to be sent. */
  readonly readOnly?: boolean;
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export interface Reference {
  readonly $ref: string;
}

/** A parameter. Its examples are in its schema: pages that try requests send those beside the schema as if they were typed. */
export interface ParameterObject {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly description: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly allowEmptyValue?: boolean;
  readonly style?: 'form';
  readonly explode?: boolean;
}

export interface HeaderObject {
  readonly description: string;
  readonly schema: Schema;
}

export interface MediaTypeObject {
  readonly schema: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly summary?: string; readonly value: unknown }>>;
}

export type Content = Readonly<Record<string, MediaTypeObject>>;

export interface ResponseObject {
  readonly description: string;
  readonly headers?: Readonly<Record<string, HeaderObject | Reference>>;
  readonly content?: Content;
}

export interface RequestBody {
  readonly description?: string;
  readonly required: boolean;
  readonly content: Content;
}

export type Security = readonly Readonly<Record<string, readonly string[]>>[];

export interface Operation {
  readonly operationId: string;
  /** A plainer name where the id is TrackMage's: `deleteShipment`, for `deleteShipmentItem`. */
  readonly 'x-operation-name'?: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  /** It is there for clients that have it already. */
  readonly deprecated?: boolean;
  readonly security?: Security;
  readonly parameters?: readonly (ParameterObject | Reference)[];
  readonly requestBody?: RequestBody;
  readonly responses: Readonly<Record<string, ResponseObject | Reference>>;
}

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

export interface PathItem extends Partial<Record<(typeof METHODS)[number], Operation>> {
  readonly parameters?: readonly (ParameterObject | Reference)[];
}

export type Paths = Readonly<Record<string, PathItem>>;

export interface Tag {
  readonly name: string;
  readonly description: string;
}

export interface ComponentsObject {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly parameters: Readonly<Record<string, ParameterObject>>;
  readonly headers: Readonly<Record<string, HeaderObject>>;
  readonly responses: Readonly<Record<string, ResponseObject>>;
  readonly securitySchemes: Readonly<Record<string, unknown>>;
}

export interface OpenapiDocument {
  readonly openapi: '3.1.1';
  readonly info: Readonly<Record<string, unknown>>;
  readonly servers: readonly { readonly url: string; readonly description?: string }[];
  readonly security: Security;
  readonly tags: readonly Tag[];
  readonly paths: Paths;
  /** Requests that this server sends, by name. */
  readonly webhooks?: Paths;
  readonly components: ComponentsObject;
}

/** Paths that belong to no resource, told by whoever serves them. */
export interface DocumentPart {
  readonly tags: readonly Tag[];
  readonly paths: Paths;
  readonly webhooks?: Paths;
}
