import { SetMetadata, type Type } from '@nestjs/common';
import type { Components } from './components.js';
import type { ErrorStatus } from './error-responses.js';
import type { HeaderName } from './headers.js';
import { objectSchema } from './object-schema.js';
import type { Content, ParameterObject, Reference, Schema, Security, Tag } from './types.js';

/** A schema of a document: that of a DTO, one that stands as it is, or one that needs the components. */
export type SchemaSource = Type | Schema | ((components: Components) => Schema);

/** A body of requests or answers: a list of something as `[something]`. */
export type BodySource = SchemaSource | readonly [SchemaSource];

/** How a success, or a failure that is told otherwise than all the others, is answered. */
export interface AnswerOptions {
  readonly description: string;
  /** What is in the JSON body; without it, and without `content`, there is none. */
  readonly body?: BodySource;
  /** Media types of `body`; `application/json` where nothing is said. */
  readonly types?: readonly string[];
  /** The bodies, where each media type has its own. */
  readonly content?: (components: Components) => Content;
  /** Headers beside those that every answer has. */
  readonly headers?: readonly HeaderName[];
}

export interface OperationOptions {
  /** `changeStatusBatch` */
  readonly id: string;
  readonly summary: string;
  /** What the summary leaves open, in a sentence or more. */
  readonly description: string;
  /** Where it is not that of the controller. */
  readonly tag?: string;
  /** The parameters of its path, where the controller does not tell them. */
  readonly path?: OperationsOptions['path'];
  /** Parameters beside those of the path and of the query's DTO. */
  readonly parameters?:
    readonly ParameterObject[] | ((components: Components) => readonly (ParameterObject | Reference)[]);
  /** The body, where it is not the DTO that the handler takes. */
  readonly body?: BodySource;
  /** The bodies, where each media type has its own. */
  readonly bodyContent?: (components: Components) => Content;
  /** Where the handler sends another status than the usual one. */
  readonly status?: number;
  /** A request may come without it. */
  readonly bodyIsOptional?: boolean;
  /** What comes of it; a sentence, where there is no body. */
  readonly answer?: AnswerOptions | string;
  /** More answers, by status. */
  readonly answers?: Readonly<Record<number, AnswerOptions>>;
  /**
   * Errors beside those that follow from the route: 400 and its violations where a DTO is read, 401 and 403 where a token
   * is needed, 413 and 415 where there is a body, 503.
   */
  readonly errors?: readonly ErrorStatus[];
  /** Its 400 may list violations, though it reads no DTO. */
  readonly hasViolations?: boolean;
  /** It needs no database, so it has no 503. */
  readonly withoutDatabase?: boolean;
  readonly security?: Security;
  /** What it is called at its further path, where that does not follow from what it is called at its usual one. */
  readonly aliasId?: string;
}

/** What the operations of a controller have in common. */
export interface OperationsOptions {
  /** A tag with its description, or the name of one that is described elsewhere. */
  readonly tag?: Tag | string;
  /** More tags, which some of its operations have. */
  readonly tags?: readonly Tag[];
  /** The parameters of its paths, by name: a sentence, and a schema where it is no text. */
  readonly path?: Readonly<Record<string, Schema>> | undefined;
}

/** A page for browsers. */
export const htmlPage = (description: string): AnswerOptions => ({
  description,
  types: ['text/html'],
  body: { type: 'string' },
});

/** What a form on a page sends. */
export const formContent = (
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[],
): Pick<OperationOptions, 'body' | 'bodyContent'> => {
  const body = objectSchema(properties, required);
  return { body, bodyContent: () => ({ 'application/x-www-form-urlencoded': { schema: body } }) };
};

const OPERATION = Symbol('operation');
const OPERATIONS = Symbol('operations');

/**
 * Puts a handler into the OpenAPI document: its path, method, status, body, parameters and the usual errors are those of
 * the route.
 *
 *     @Post('/change_status_batch')
 *     @HttpCode(200)
 *     @Operation({
 *       id: 'changeStatusBatch',
 *       summary: 'Gives many orders or shipments a status',
 *       description: 'A record that is refused holds no other back.',
 *       answer: { description: 'What became of each.', body: BatchAnswer },
 *     })
 *     changeStatus(@Body() body: StatusOfMany): Promise<BatchAnswer>
 */
export const Operation = (options: OperationOptions): MethodDecorator => SetMetadata(OPERATION, options);

/** What the operations of a controller have in common. */
export const Operations = (options: OperationsOptions): ClassDecorator => SetMetadata(OPERATIONS, options);

export const operationOf = (handler: object): OperationOptions | undefined =>
  Reflect.getMetadata(OPERATION, handler) as OperationOptions | undefined;

export const operationsOf = (controller: Type): OperationsOptions | undefined =>
  Reflect.getMetadata(OPERATIONS, controller) as OperationsOptions | undefined;
