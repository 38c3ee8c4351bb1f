import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AuthenticatedRequest } from '../../core/http/authenticator.js';
import { CLAIM, withIdempotency } from '../../core/http/with-idempotency.js';
import { jsonAnswer, send } from '../../core/http/json-answer.js';
import { Idempotency } from '../../core/idempotency/idempotency.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import type { Caller } from '../../core/store/caller.js';
import { Store } from '../../core/store/store.js';
import type { Writer } from '../../core/store/writer.js';
import { retryWhenNumberIsTaken } from '../../modules/shipments/shared-tracking-number.js';
import { type Reads, ShopReads } from './shop-reads.js';

/** A unit of work of a shop's request; it reads as the unit sees it. */
export interface ShopUnit extends Reads {
  readonly writer: Writer;
  readonly transaction: Transaction;
}

/** Does the writes of a request. @returns the JSON that is answered. */
type Work = (unit: ShopUnit) => Promise<unknown>;

/** The writes of shops. */
@Injectable()
export class ShopUnits {
  constructor(
    private readonly store: Store,
    private readonly reads: ShopReads,
    private readonly idempotency: Idempotency,
  ) {}

  /** Does work in one unit; two orders may travel in one parcel. */
  run<T>(caller: Caller, work: (unit: ShopUnit) => Promise<T>): Promise<T> {
    return retryWhenNumberIsTaken(() =>
      this.store.unit(caller, (writer, transaction) =>
        work({ writer, transaction, ...this.reads.of(caller, transaction) }),
      ),
    );
  }

  /**
   * Does a POST in one unit, once for each `Idempotency-Key`, and sends its answer. `prepare` reads the request before
   * the unit begins: what it refuses is answered again, too.
   */
  async post(
    request: AuthenticatedRequest,
    reply: FastifyReply,
    status: number,
    prepare: () => Work | Promise<Work>,
  ): Promise<void> {
    const answer = await withIdempotency(this.idempotency, request, reply, CLAIM, async (persistResponse) => {
      const work = await prepare();
      return this.run(request.caller, async (unit) => {
        const made = jsonAnswer(status, await work(unit));
        await persistResponse?.(unit.transaction, made);
        return made;
      });
    });
    send(reply, answer);
  }
}
