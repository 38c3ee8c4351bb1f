import { IsIn } from 'class-validator';
import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/config.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import type { AuthenticatedRequest } from '../../../core/http/authenticator.js';
import { OPERATION_LIMIT } from '../../../core/http/body-limits.js';
import { Answered, TEXT_OR_NULL } from '../../../core/http/dto/answers.js';
import { Dto } from '../../../core/http/dto/dto.js';
import { Text } from '../../../core/http/dto/fields.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { BadInput, Forbidden, NotFound, TooMany, Violations } from '../../../core/metadata/errors.js';
import { idFrom } from '../../../core/metadata/fields/simple.js';
import { CODE } from '../../../core/metadata/violation.js';
import { dtoSchema } from '../../../core/openapi/dto-schema.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import type { Caller } from '../../../core/store/caller.js';
import { readIn } from '../../../core/store/reading.js';
import { Store } from '../../../core/store/store.js';
import { Attempts, LIMITS } from '../../identity/accounts/attempts.js';
import { User } from '../../identity/users/user.entity.js';
import { MailService } from '../../mail/mail.service.js';
import { Shipment } from '../../shipments/shipment.entity.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import { type Channel, CHANNELS, MESSAGE_EVENTS, type MessageEvent } from '../events/message-events.js';
import { languageOf, MESSAGE_LANGUAGES, type MessageLanguage } from '../languages/index.js';
import { type MessageContent, MessageContents } from '../sending/message-content.js';
import { settingsOf } from '../settings/settings-of.js';
import { UnsubscribeLinks } from '../sending/unsubscribe-link.js';
import { compileTemplate } from '../templates/compiled-template.js';
import { defaultTemplate, type TemplateSource } from '../templates/default-template.js';
import { MessageTemplate } from '../templates/message-template.entity.js';

const s = sqlNames(Shipment, 's');
const u = sqlNames(User, 'u');
const t = sqlNames(MessageTemplate, 't');

class MessageToPreview {
  @Text({ required: true, description: 'The id or IRI of a shipment.' })
  readonly shipment!: string;

  @IsIn([...MESSAGE_EVENTS])
  @Text({ required: true, description: 'What has happened to it, or might.' })
  readonly event!: MessageEvent;

  @IsIn([...CHANNELS])
  @Text({ description: 'Default: `email`.' })
  readonly channel?: Channel;

  @IsIn([...MESSAGE_LANGUAGES])
  @Text({ description: 'Default: that of the recipient.' })
  readonly language?: MessageLanguage;

  @Text({ description: 'With `text`: a template that is not saved.' })
  readonly subject?: string;

  @Text({ description: 'As `subject`.' })
  readonly mjml?: string;

  @Text({ description: 'As `subject`. Without it the saved template is shown, or the usual one.' })
  readonly text?: string;
}

class PreviewTemplate {
  @Answered(TEXT_OR_NULL)
  readonly subject!: string | null;

  @Answered(TEXT_OR_NULL)
  readonly mjml!: string | null;

  @Answered()
  readonly text!: string;
}

@Dto({ name: 'MessagePreview' })
class Preview {
  @Answered()
  readonly subject!: string;

  @Answered()
  readonly text!: string;

  @Answered({ type: 'string', description: 'Empty in a text message.' })
  readonly html!: string;

  @Answered({ type: 'string', enum: MESSAGE_LANGUAGES })
  readonly language!: string;

  @Answered((components) => dtoSchema(PreviewTemplate, components))
  readonly template!: PreviewTemplate;
}

@Dto({ name: 'MessageTest' })
class TestSent {
  @Answered({ type: 'string', format: 'email', description: "The caller's own address." })
  readonly recipient!: string;
}

/** What a message would say, and one of it to whoever asks. */
@Operations({ tag: 'MessageTemplate' })
@routeOptions({ limit: OPERATION_LIMIT })
@Controller()
export class MessagePreviewsController {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly store: Store,
    private readonly contents: MessageContents,
    private readonly links: UnsubscribeLinks,
    private readonly mails: MailService,
    private readonly attempts: Attempts,
  ) {}

  @Post('/message_previews')
  @HttpCode(200)
  @routeOptions({ needs: 'read' })
  @Operation({
    id: 'previewMessage',
    summary: 'What a message about a shipment says',
    description:
      'With the template of the body, which is looked at as when it is saved; or the saved one; or the usual one, from which one of your own may begin.',
    answer: { description: 'The message, and the template that it is made with.', body: Preview },
    hasViolations: true,
    errors: [400, 404],
  })
  async preview(@Body() sent: MessageToPreview, @Req() { caller }: AuthenticatedRequest): Promise<Preview> {
    const { content, language, template } = await this.render(sent, caller);
    const { subject, text, html } = content;
    return { subject, text, html, language, template };
  }

  /** Only to the caller's own address: the server writes to nobody because somebody else wants it. */
  @Post('/message_tests')
  @HttpCode(200)
  @Operation({
    id: 'sendTestMessage',
    summary: 'Sends the caller what a message about a shipment says',
    description: 'An e-mail, and only to the address of the user who asks. 20 an hour.',
    answer: { description: 'It is on its way.', body: TestSent },
    hasViolations: true,
    errors: [400, 403, 404, 429],
  })
  async test(@Body() sent: MessageToPreview, @Req() { caller }: AuthenticatedRequest): Promise<TestSent> {
    if ((sent.channel ?? 'email') !== 'email')
      throw new BadInput('Tests are e-mails: text messages cost money.');
    if (this.config.smtpUrl === undefined) throw new BadInput('E-mail is not configured.');
    const [user] = await this.database.read(`SELECT ${u.email} FROM ${u.table} WHERE ${u.pk} = ?`, [
      caller.userPk,
    ]);
    const recipient = user?.[0] as string | null | undefined;
    if (!recipient) throw new Forbidden();
    const { content, workspacePk } = await this.render(sent, caller);
    await this.database.transaction(async (transaction) => {
      const wait = await this.attempts.countIn(transaction, [
        LIMITS.testMessagesOfUser,
        String(caller.userPk),
      ]);
      if (wait > 0) throw new TooMany(wait);
      const { subject, text, html, shop } = content;
      const settings = (await settingsOf([workspacePk], readIn(transaction))).get(workspacePk);
      const senderName = settings?.senderName ?? shop;
      const replyTo = settings?.replyTo ?? undefined;
      await this.mails.queue(transaction, {
        to: recipient,
        subject,
        text,
        html,
        senderName,
        ...(replyTo !== undefined && { replyTo }),
      });
    });
    return { recipient };
  }

  private async render(
    { shipment: iri, event, channel = 'email', language: wanted, ...own }: MessageToPreview,
    caller: Caller,
  ): Promise<{
    content: MessageContent;
    workspacePk: number;
    language: MessageLanguage;
    template: TemplateSource;
  }> {
    const id = idFrom(iri);
    if (id === undefined) throw new NotFound();
    await this.store.item(shipmentResource, id, caller, false);
    const [row] = await this.database.read(
      `SELECT ${s.pk}, ${s.workspacePk}, COALESCE(${s['address.countryIso2']}, ${s.destinationCountryIso2}) FROM ${s.table} WHERE ${s.id} = ?`,
      [id],
    );
    if (!row) throw new NotFound();
    const [shipmentPk, workspacePk, country] = row as [number, number, string | null];
    const language = wanted ?? languageOf(country) ?? 'en';
    const template = await this.templateOf(own, workspacePk, event, channel, language);
    const { compiled, problems } = compileTemplate(template, channel);
    if (!compiled)
      throw new Violations(
        problems.map(({ part, sentence }) => ({
          propertyPath: part,
          message: `This value is not valid. ${sentence}`,
          code: CODE.pattern,
        })),
      );
    // a link of a preview ends nothing of somebody else's
    const unsubscribeUrl = this.links.of({ workspacePk, channel, address: '' });
    const content = await this.contents.of({
      shipmentPk,
      event,
      channel,
      language,
      template: compiled,
      unsubscribeUrl,
    });
    if (!content) throw new NotFound();
    return { content, workspacePk, language, template };
  }

  private async templateOf(
    { subject, mjml, text }: Pick<MessageToPreview, 'subject' | 'mjml' | 'text'>,
    workspacePk: number,
    event: MessageEvent,
    channel: Channel,
    language: MessageLanguage,
  ): Promise<TemplateSource> {
    if (text !== undefined || mjml !== undefined)
      return { subject: subject ?? '', mjml: mjml ?? '', text: text ?? '' };
    const [row] = await this.database.read(
      `SELECT ${t.subject}, ${t.mjml}, ${t.text} FROM ${t.table}
        WHERE ${t.workspacePk} = ? AND ${t.event} = ? AND ${t.channel} = ? AND ${t.language} = ?`,
      [workspacePk, event, channel, language],
    );
    if (!row) return defaultTemplate(event, channel, language);
    return { subject: row[0] as string | null, mjml: row[1] as string | null, text: row[2] as string };
  }
}
