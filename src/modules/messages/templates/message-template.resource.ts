import { ALL, ONCE, READ, type Group } from '../../../core/metadata/field.js';
import { toOne } from '../../../core/metadata/fields/relation.js';
import { datetime, uuid } from '../../../core/metadata/fields/simple.js';
import { lowerCode, unsearchableText } from '../../../core/metadata/fields/text.js';
import {
  type BeforeWrite,
  defineResource,
  type Resource,
  type Validator,
} from '../../../core/metadata/resource.js';
import { type Transaction, unitKey } from '../../../core/metadata/transaction.js';
import { CODE, isBlank } from '../../../core/metadata/violation.js';
import { exact, order } from '../../../core/query/filters/index.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { type Channel, CHANNELS, MESSAGE_EVENTS, type MessageEvent } from '../events/message-events.js';
import { isMessageLanguage, MESSAGE_LANGUAGES } from '../languages/index.js';
import { compileTemplate, MAX_TEXT_LENGTH } from './compiled-template.js';
import { defaultTemplate, type TemplateSource } from './default-template.js';
import { MessageTemplate } from './message-template.entity.js';
import { MAX_SOURCE_LENGTH } from './mjml-source.js';

type Compilation = ReturnType<typeof compileTemplate>;

/** What came of the templates of a unit, by the rows as they are written. */
const COMPILED = unitKey(() => new WeakMap<object, Compilation>());

function compilationOf(row: Readonly<MessageTemplate>, transaction: Transaction): Compilation {
  const known = transaction.get(COMPILED).get(row);
  const made = known ?? compileTemplate(row, row.channel as Channel);
  transaction.get(COMPILED).set(row, made);
  return made;
}

/** What stands for a part that a template does not have; undefined where event or language are none. */
const usualTemplate = ({ event, language }: MessageTemplate): TemplateSource | undefined =>
  (MESSAGE_EVENTS as readonly string[]).includes(event) && isMessageLanguage(language)
    ? defaultTemplate(event as MessageEvent, 'email', language)
    : undefined;

/** It is compiled when it is saved: what can be wrong with it is found now, and never when it is sent. */
const templateIsCompiled: BeforeWrite<MessageTemplate> = ({ after }, transaction) => {
  after.text ??= '';
  if (after.channel === 'sms') Object.assign(after, { subject: null, mjml: null });
  else {
    const usual = usualTemplate(after);
    after.subject = after.subject?.trim() ? after.subject : (usual?.subject ?? null);
    after.mjml = after.mjml?.trim() ? after.mjml : (usual?.mjml ?? null);
  }
  after.html = compilationOf(after, transaction).compiled?.html ?? null;
};

const templateCanBeSent: Validator<MessageTemplate> = ({ after }, transaction) => {
  if (!after) return [];
  if (after.text.trim() === '') return [isBlank('text')];
  return compilationOf(after, transaction).problems.map(({ part, sentence }) => ({
    propertyPath: part,
    message: `This value is not valid. ${sentence}`,
    code: CODE.pattern,
  }));
};

const ITEM: readonly Group[] = ['get', 'post', 'put'];
const VARIABLES_ARE = 'Variables are those of docs/messages.md.';

export const messageTemplateResource: Resource<MessageTemplate> = defineResource(MessageTemplate, {
  name: 'MessageTemplate',
  path: 'message_templates',
  description: "A workspace's own words for an event, in a channel and a language.",
  owner: 'workspace',
  fields: {
    workspace: toOne(() => workspaceResource, { groups: ONCE, required: true }),
    event: lowerCode({
      groups: ONCE,
      required: true,
      nullable: false,
      choices: MESSAGE_EVENTS,
      example: 'shipped',
    }),
    channel: lowerCode({ groups: ONCE, choices: CHANNELS, default: 'email', nullable: false }),
    language: lowerCode({ groups: ONCE, choices: MESSAGE_LANGUAGES, default: 'en', nullable: false }),
    subject: unsearchableText({
      groups: ALL,
      example: 'On its way: {{order_number}}',
      description: `Of an e-mail; the usual one where it is left out. ${VARIABLES_ARE}`,
    }),
    mjml: unsearchableText({
      groups: ITEM,
      max: MAX_SOURCE_LENGTH,
      example:
        '<mjml><mj-body><mj-section><mj-column><mj-text>Hello {{first_name}}</mj-text></mj-column></mj-section></mj-body></mjml>',
      description: `The HTML of an e-mail, in MJML; the usual one where it is left out. ${VARIABLES_ARE}`,
    }),
    text: unsearchableText({
      groups: ITEM,
      required: true,
      nullable: false,
      max: MAX_TEXT_LENGTH,
      example: 'Hello {{first_name}}, see {{tracking_url}}',
      description: `The text of a text message, and of an e-mail for those who read no HTML. ${VARIABLES_ARE}`,
    }),
    id: uuid({ groups: READ }),
    createdAt: datetime({ groups: READ, nullable: false }),
    updatedAt: datetime({ groups: READ, nullable: false }),
  },
  filters: [exact('event', 'channel', 'language'), order('event', 'createdAt')],
  unique: [
    {
      columns: ['workspacePk', 'event', 'channel', 'language'],
      propertyPath: 'event',
      message: 'There is a template for this event, channel and language already.',
    },
  ],
  beforeWrite: [templateIsCompiled],
  validate: [templateCanBeSent],
});
