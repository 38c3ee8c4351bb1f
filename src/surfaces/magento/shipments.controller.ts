import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Attempts, type Limit } from '../../modules/identity/accounts/attempts.js';
import type { AuthenticatedRequest } from '../../core/http/authenticator.js';
import { CLAIM, idempotently } from '../../core/http/idempotently.js';
import { jsonAnswer, send, sendJson } from '../../core/http/json-answer.js';
import { routeOptions } from '../../core/http/route-options.js';
import { Idempotency } from '../../core/idempotency/idempotency.js';
import { QueryString } from '../../core/query/query-string.js';
import { and, condition, type Condition } from '../../core/metadata/condition.js';
import { BadInput } from '../../core/metadata/errors.js';
import { ShipmentMails } from '../../modules/shipments/shipment-emails/shipment-mails.js';
import { sharingNumbers } from '../../modules/shipments/shared-number.js';
import { shipmentResource } from '../../modules/shipments/shipment.resource.js';
import type { Caller } from '../../core/store/caller.js';
import { Store } from '../../core/store/store.js';
import { addTracks, newTracksIn } from './add-track.js';
import { BoundStoreGuard } from './bound-store.guard.js';
import { storeOf } from './bound-store.js';
import { createShipment, newShipmentIn, type Writing } from './create-shipment.js';
import { inOwnWords, shipmentNotFound } from './errors.js';
import { findShipment, shipmentNamesIn } from './find-shipment.js';
import { isTrack, listRequestFrom, type ListRequest } from './list-request.js';
import { fieldsOf, NamedValues } from './named-values.js';
import { PATHS } from './paths.js';
import { ShipmentViews } from './shipment-views.js';

/** How often a shipment's e-mail is sent again. */
const RESENT: Limit = { name: 'shipment-mail', attempts: 10, within: 3_600_000 };

/** Does the writes of a request. @returns the key of the shipment to show. */
type Work = (writing: Writing) => Promise<number>;

@routeOptions({ guard: BoundStoreGuard, bodyOfGet: true })
@Controller([...PATHS])
export class Api2ShipmentsController {
  constructor(
    private readonly store: Store,
    private readonly views: ShipmentViews,
    private readonly idempotency: Idempotency,
    private readonly mails: ShipmentMails,
    private readonly attempts: Attempts,
  ) {}

  /** A page of shipments, or one; what is asked for is in the query or in a JSON body. */
  @Get()
  async list(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    const { caller, url } = request;
    const { pk } = storeOf(caller);
    const query = QueryString.of(url);
    const { body } = request;
    const values = new NamedValues(
      (name) => query.scalar(name) ?? query.list(name),
      ...(body === undefined ? [] : [fieldsOf(body)]),
    );
    const asked = listRequestFrom(values, pk);
    const answer = asked.isSingle ? await this.one(asked, caller) : await this.page(asked, caller);
    sendJson(reply, answer);
  }

  private async one({ where }: ListRequest, caller: Caller): Promise<object> {
    const [shipment] = await this.views.of(
      await this.store.rows(shipmentResource, where, caller, { limit: 1 }),
      caller,
    );
    if (!shipment) throw shipmentNotFound();
    return { shipment };
  }

  private async page(asked: ListRequest, caller: Caller): Promise<object> {
    const { where, order, page, limit, isCounted } = asked;
    const slice = { order, limit, offset: (page - 1) * limit };
    const rows = await this.store.rows(shipmentResource, where, caller, slice);
    const shipments = await this.views.of(rows, caller);
    if (!isCounted) return { shipments };
    const total = await this.countOf(asked, caller);
    const last = Math.max(1, Math.ceil(total / limit));
    return { shipments, page, limit, total, last_page: last, has_next: page < last };
  }

  /** Indexes count all rows that the filters choose; further tracks, which are few, are counted alone. */
  private async countOf({ chosen }: ListRequest, caller: Caller): Promise<number> {
    const count = (where: Condition): Promise<number> => this.store.count(shipmentResource, where, caller);
    return (await count(chosen)) - (await count(and([isTrack, chosen])));
  }

  @Post('create')
  create(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.write(request, reply, 201, () => {
      const asked = newShipmentIn(request.body);
      return async (writing) => {
        const pk = await createShipment(asked, writing);
        await writing.transaction.finish();
        if (asked.isMailed && this.mails.isOn)
          await this.mails.queue(pk, { ip: request.ip }, writing.transaction);
        return pk;
      };
    });
  }

  @Post(['track', ''])
  track(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.write(request, reply, 201, () => {
      const asked = newTracksIn(request.body);
      return (writing) => addTracks(asked, writing);
    });
  }

  @Post('email')
  @HttpCode(200)
  email(@Req() request: AuthenticatedRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.write(request, reply, 200, async () => {
      if (!this.mails.isOn) throw new BadInput('E-mail is not configured');
      const { caller } = request;
      const values = new NamedValues(fieldsOf(request.body));
      const names = shipmentNamesIn(values, false);
      const comment = values.longText('comment');
      const rows = this.store.reader(caller);
      const pk = (await findShipment(names, storeOf(caller).pk, rows)).pk as number;
      await this.attempts.count([RESENT, String(pk)]);
      return async ({ transaction }) => {
        const isQueued = await this.mails.queue(pk, { ip: request.ip, comment, isAsked: true }, transaction);
        if (!isQueued) throw new BadInput('The shipment has no e-mail address');
        return pk;
      };
    });
  }

  /** Does what is asked for in one unit of work, once for each `Idempotency-Key`, and shows the shipment as it is then. */
  private async write(
    request: AuthenticatedRequest,
    reply: FastifyReply,
    status: number,
    prepare: () => Work | Promise<Work>,
  ): Promise<void> {
    const { caller } = request;
    const store = storeOf(caller);
    const answer = await idempotently(this.idempotency, request, reply, CLAIM, async (keep) => {
      const work = await prepare();
      try {
        return await sharingNumbers(() =>
          this.store.unit(caller, async (writer, transaction) => {
            const rows = this.store.reader(caller, transaction);
            const pk = await work({ store, writer, transaction, rows });
            await transaction.finish();
            const shown = await rows(shipmentResource, condition('t.pk = ?', pk));
            const [shipment] = await this.views.of(shown, caller, transaction);
            const made = jsonAnswer(status, { shipment });
            await keep?.(transaction, made);
            return made;
          }),
        );
      } catch (error) {
        throw inOwnWords(error);
      }
    });
    send(reply, answer);
  }
}
