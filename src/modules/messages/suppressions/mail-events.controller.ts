import { timingSafeEqual, createHash } from 'node:crypto';
import { Body, Controller, HttpCode, Inject, Logger, Param, Post } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/config.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Public } from '../../../core/http/auth.guard.js';
import { OPERATION_LIMIT } from '../../../core/http/body-limits.js';
import { Answered } from '../../../core/http/dto/answers.js';
import { Dto } from '../../../core/http/dto/dto.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { idFrom } from '../../../core/metadata/fields/simple.js';
import { NotFound } from '../../../core/metadata/errors.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import { Message } from '../log/message.entity.js';
import { noteOutcome } from '../sending/message-outcome.js';
import { recipientKey } from '../sending/recipient-key.js';
import { type ProviderEvent, providerEvents } from './provider-events.js';
import { suppress } from './suppress.js';

const m = sqlNames(Message);

/** Messages to an address of which one is looked for. */
const MAX_MESSAGES = 200;

const CONFIRMATION = /^https:\/\/sns\.[a-z\d-]+\.amazonaws\.com(?:\.cn)?\//;

@Dto({ name: 'MailEventsTaken' })
class Taken {
  @Answered({ type: 'integer', minimum: 0, description: 'Messages that are known to have come back.' })
  readonly messages!: number;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Where the provider of mail tells what came back. Its URL has a secret; without one it is not there. */
@Operations({
  tag: 'Message',
  path: { secret: { description: 'MAIL_EVENTS_SECRET of the configuration.', examples: ['a'.repeat(32)] } },
})
@Public()
@Controller('/public/mail_events')
export class MailEventsController {
  private readonly logger = new Logger('messages');

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Post(':secret')
  @HttpCode(200)
  @routeOptions({ limit: OPERATION_LIMIT, textIsJson: true, assumesJson: true })
  @Operation({
    id: 'takeMailEvents',
    summary: 'Takes bounces and complaints of the provider of mail',
    description:
      'In the forms of Amazon SES (through SNS), Postmark, SendGrid and Mailgun, or `{"type": "bounced", "address": …, "messageId": …}`, or a list. Other events are ignored. An address that came back or complained gets no more messages of the workspaces that have written to it.',
    body: () => ({ anyOf: [{ type: 'object' }, { type: 'array', items: { type: 'object' } }] }),
    answer: { description: 'It is noted; sending it again changes nothing.', body: Taken },
    errors: [400, 404],
  })
  async take(@Param('secret') secret: string, @Body() body: unknown): Promise<Taken> {
    const known = this.config.mailEventsSecret;
    if (known === undefined || !timingSafeEqual(digest(secret), digest(known))) throw new NotFound();
    await this.confirm(body);
    let messages = 0;
    for (const event of providerEvents(body)) messages += await this.note(event);
    return { messages };
  }

  /** A message whose id is known is of one workspace; without one, whoever has written to the address is told. */
  private async note({ kind, address, messageId }: ProviderEvent): Promise<number> {
    const id = messageId === undefined ? undefined : idFrom(messageId.split('@')[0] ?? '');
    return this.database.transaction(async (transaction) => {
      const key = recipientKey('email', address);
      const rows = await transaction.rows<{ pk: number; workspacePk: number; id: string }>(
        `SELECT ${m.pk} AS pk, ${m.workspacePk} AS workspacePk, ${m.id} AS id FROM ${m.table}
          WHERE ${m.recipientKey} = ? AND ${m.channel} = 'email' AND ${m.handedAt} IS NOT NULL
          ORDER BY ${m.handedAt} DESC LIMIT ${MAX_MESSAGES}`,
        [key],
      );
      const meant = rows.filter((row) => row.id === id);
      // of a mailbox that is not there nobody has to find out again; who complains means one shop
      const concerned = kind === 'bounced' || meant.length === 0 ? rows : meant;
      for (const workspacePk of new Set(concerned.map((row) => row.workspacePk)))
        await suppress(workspacePk, 'email', address, kind, transaction);
      const told = meant.length > 0 ? meant : rows.slice(0, 1);
      for (const { pk } of told) await noteOutcome(pk, 'bounced', kind, transaction);
      return told.length;
    });
  }

  /** Amazon SNS asks first whether its messages are wanted: by an address of its own, and nobody else's. */
  private async confirm(body: unknown): Promise<void> {
    const { Type, SubscribeURL: url } = (body ?? {}) as { Type?: unknown; SubscribeURL?: unknown };
    if (Type !== 'SubscriptionConfirmation' || typeof url !== 'string' || !CONFIRMATION.test(url)) return;
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(10_000) }).catch(
      () => undefined,
    );
    await response?.body?.cancel();
    this.logger.log({ msg: 'subscription confirmed', status: response?.status ?? null });
  }
}
