import type { FastifyReply } from 'fastify';
import type { Idempotency } from '../idempotency/idempotency.js';
import { QueryString } from '../query/query-string.js';
import { BadInput } from '../metadata/errors.js';
import { iriOf, type Resource } from '../metadata/resource.js';
import type { Transaction } from '../metadata/transaction.js';
import type { Json } from '../serializer/reader.js';
import { charsetOf } from '../serializer/decoded-text.js';
import type { Precondition, Shown, WriteOptions } from '../store/store-options.js';
import type { Store } from '../store/store.js';
import type { Authenticator, AuthenticatedRequest, ItemRequest } from './authenticator.js';
import { importCsv } from './csv-import.js';
import { eventOptionsOf } from './event-options.js';
import { isMatched, PreconditionFailed } from './entity-tag.js';
import { itemText } from './formats.js';
import { retryWithFreshScope } from './fresh-scope.js';
import { writePreferencesOf } from './write-preferences.js';
import { type Answer, CLAIM, withIdempotency, importOnce, type PersistResponse } from './with-idempotency.js';
import { jsonAnswer } from './json-answer.js';
import { CSV, IMPORT_TYPE, JSON_LD, JSON_PLAIN, type MediaType, mediaTypeOf } from './media-type.js';
import { answerNdjson } from './ndjson-requests.js';
import { NdjsonBody } from './ndjson-body.js';
import { typed } from './resource-reads.js';

/** Answers the POSTs, PUTs, PATCHes and DELETEs of a resource. */
export class ResourceWrites {
  constructor(
    private readonly resource: Resource,
    private readonly store: Store,
    private readonly authenticator: Authenticator,
    private readonly idempotency: Idempotency,
  ) {}

  /** Of JSON an item, of CSV an item a line. */
  async create(request: AuthenticatedRequest, reply: FastifyReply): Promise<void> {
    const type = mediaTypeOf(request);
    const body = requestBody(request);
    if (body instanceof NdjsonBody) {
      const { resource, store, authenticator, idempotency } = this;
      await answerNdjson({ resource, store, authenticator, idempotency }, { request, reply, body });
      return this.forgetScopes();
    }
    const { resolution } = writePreferencesOf(request, reply, this.resource, false);
    const answer = Buffer.isBuffer(body)
      ? jsonAnswer(
          200,
          await importOnce(this.idempotency, request, reply, (log) =>
            importCsv(
              this.resource,
              { file: body, charset: charsetOf(request.headers['content-type']) },
              async (lines, options) =>
                this.store.createMany(
                  this.resource,
                  lines,
                  // what is not there may have been made a moment ago through another process
                  await this.authenticator.refresh(request.caller),
                  { ...options, resolution, ...eventOptionsOf(request) },
                ),
              log,
            ),
          ),
          IMPORT_TYPE,
        )
      : await withIdempotency(this.idempotency, request, reply, CLAIM, (persistResponse) =>
          this.make(request, body, { type, persistResponse, remark: warningIn(reply), resolution }),
        );
    this.forgetScopes();
    if (answer.location !== undefined) void reply.header('Location', answer.location);
    void reply.type(answer.type).status(answer.status).send(answer.text);
  }

  /** PUT and PATCH: both change only what the body has; a patch also keeps what it leaves out of objects. */
  async update(request: ItemRequest, reply: FastifyReply): Promise<void> {
    const type = mediaTypeOf(request);
    const options = {
      ld: type === JSON_LD,
      merge: request.method === 'PATCH',
      precondition: this.preconditionOf(request),
      remark: warningIn(reply),
      ...eventOptionsOf(request),
    };
    const body = requestBody(request);
    const item = await retryWithFreshScope(request, this.authenticator, (caller) =>
      this.store.update(this.resource, request.params.id, body, caller, options),
    );
    void typed(reply, type).send(itemText(this.resource, item, type));
  }

  async remove(request: ItemRequest, reply: FastifyReply): Promise<void> {
    const precondition = this.preconditionOf(request);
    const options = { ...eventOptionsOf(request), withData: wantsData(request) };
    await retryWithFreshScope(request, this.authenticator, (caller) =>
      this.store.remove(this.resource, request.params.id, caller, precondition, options),
    );
    this.forgetScopes();
    void reply.status(204).send();
  }

  private async make(
    request: AuthenticatedRequest,
    body: unknown,
    { type, persistResponse, remark, resolution }: Making,
  ): Promise<Answer> {
    let answer: Answer | undefined;
    const record = async (
      transaction: Transaction,
      item: Json,
      shown: Shown,
      isNew: boolean,
    ): Promise<void> => {
      const kept = {
        status: isNew ? 201 : 200,
        type: `${type}; charset=utf-8`,
        location: iriOf(this.resource, item.id as string),
        text: itemText(this.resource, item, type),
      };
      // a secret is not kept: who sends the request again gets the answer without it
      answer = { ...kept, text: itemText(this.resource, { ...item, ...shown }, type) };
      await persistResponse?.(transaction, kept);
    };
    await retryWithFreshScope(request, this.authenticator, (caller) =>
      this.store.create(this.resource, body, caller, {
        ld: type === JSON_LD,
        record,
        remark,
        resolution,
        gathers: persistResponse === undefined,
        ...eventOptionsOf(request),
      }),
    );
    return answer as Answer;
  }

  /** `If-Match`: the client names the form of the item, in any format, that it wants to change. */
  private preconditionOf(request: AuthenticatedRequest): Precondition | undefined {
    const header = request.headers['if-match'];
    if (header === undefined) return undefined;
    return async (read) => {
      const plain = await read(false);
      const forms = [
        itemText(this.resource, await read(true), JSON_LD),
        itemText(this.resource, plain, JSON_PLAIN),
        itemText(this.resource, plain, CSV),
      ];
      if (!isMatched(header, forms)) throw new PreconditionFailed();
    };
  }

  /** A new team or workspace is seen at once, and a deleted client sees nothing any more. */
  private forgetScopes(): void {
    const { owner } = this.resource;
    if (['is team', 'is workspace', 'user'].includes(owner)) this.authenticator.forget();
  }
}

/** How a new item is answered, and kept for an `Idempotency-Key`. */
interface Making extends Pick<WriteOptions, 'remark' | 'resolution'> {
  readonly type: MediaType;
  readonly persistResponse?: PersistResponse | undefined;
}

/** Says in the header `Warning` (RFC 7234) what was done otherwise than the body has it. */
const warningIn =
  (reply: FastifyReply): WriteOptions['remark'] =>
  (sentence) =>
    void reply.header('Warning', [reply.getHeader('Warning') ?? [], `299 - "${sentence}"`].flat().join(', '));

/** `deleteData`: what came with the item goes with it. */
const wantsData = (request: AuthenticatedRequest): boolean =>
  ['1', 'true'].includes(QueryString.of(request.url).scalar('deleteData') ?? '');

/** @throws BadInput when there is none. */
function requestBody(request: AuthenticatedRequest): unknown {
  if (request.body === undefined) throw new BadInput('Syntax error');
  return request.body;
}
