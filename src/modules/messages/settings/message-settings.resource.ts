import { TimeZone } from '../../../core/metadata/time-zone.js';
import { ALL, ONCE, READ } from '../../../core/metadata/field.js';
import { encrypted } from '../../../core/metadata/fields/encrypted.js';
import { integer } from '../../../core/metadata/fields/number.js';
import { toOne } from '../../../core/metadata/fields/relation.js';
import { datetime, uuid } from '../../../core/metadata/fields/simple.js';
import { lowerCode, unsearchableText } from '../../../core/metadata/fields/text.js';
import { defineResource, type Resource, type Validator } from '../../../core/metadata/resource.js';
import { CODE, isNotValid, type Violation } from '../../../core/metadata/violation.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { MESSAGE_EVENTS } from '../events/message-events.js';
import { workspaceIsHeard } from '../events/subscribe-messages.js';
import { MESSAGE_LANGUAGES } from '../languages/index.js';
import { digestGoesToMembers } from '../operators/digest-goes-to-members.js';
import { digestIsPlanned } from '../operators/plan-digest.js';
import { addressList, choiceList } from './address-list.field.js';
import { MessageSettings } from './message-settings.entity.js';
import { DEFAULT_SETTINGS } from './settings-of.js';

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Hours that an event may be old at most, when something is told of it. */
const MAX_AGE_HOURS = 168;

/** A name in a header: no quotes, no angle brackets, no line breaks. */
const NAME = /^[^\p{Cc}<>"@\\]*$/u;

/** Quiet hours have a beginning and an end, and an end that is not the beginning. */
const quietHoursAreWhole: Validator<MessageSettings> = ({ after }) => {
  if (!after) return [];
  const { quietFrom, quietTo } = after;
  const isWhole =
    (quietFrom === null) === (quietTo === null) && (quietFrom === null || quietFrom !== quietTo);
  if (isWhole) return [];
  const message = 'Quiet hours have a beginning and an end that differ, or neither.';
  return [{ propertyPath: 'quietTo', message, code: CODE.pattern }];
};

const isZone = (name: string, path: string): Violation | undefined =>
  TimeZone.find(name) === undefined ? isNotValid(path) : undefined;

export const messageSettingsResource: Resource<MessageSettings> = defineResource(MessageSettings, {
  name: 'MessageSettings',
  path: 'message_settings',
  description:
    "Who a workspace's messages come from, when and how often they go out, and what its team is told. There is one of a workspace.",
  owner: 'workspace',
  fields: {
    workspace: toOne(() => workspaceResource, { groups: ONCE, required: true }),
    senderName: unsearchableText({
      groups: ALL,
      max: 100,
      emptyIsNull: true,
      pattern: NAME,
      example: 'Tea house',
      description:
        "The name that e-mails come from; the address is the server's. Without one it is the shop's.",
    }),
    replyTo: unsearchableText({
      groups: ALL,
      format: 'email',
      emptyIsNull: true,
      example: 'help@example.com',
      description: 'Where answers to e-mails go.',
    }),
    language: lowerCode({
      groups: ALL,
      choices: MESSAGE_LANGUAGES,
      default: DEFAULT_SETTINGS.language,
      nullable: false,
      description: 'Of recipients whose country has none of its own, such as Switzerland.',
    }),
    timeZone: unsearchableText({
      groups: ALL,
      max: 60,
      pattern: /^[A-Za-z][\w+/-]*$/,
      nullable: false,
      default: DEFAULT_SETTINGS.timeZone,
      example: 'Europe/Berlin',
      refusal: isZone,
      description: 'Of recipients whose place has none that is known, and of the digest.',
    }),
    quietFrom: unsearchableText({
      groups: ALL,
      max: 5,
      emptyIsNull: true,
      pattern: CLOCK,
      default: DEFAULT_SETTINGS.quietFrom,
      example: '21:00',
      description: 'From when nobody is disturbed, by the clock of the recipient.',
    }),
    quietTo: unsearchableText({
      groups: ALL,
      max: 5,
      emptyIsNull: true,
      pattern: CLOCK,
      default: DEFAULT_SETTINGS.quietTo,
      example: '08:00',
      description: 'Until when.',
    }),
    maxPerDay: integer({
      groups: ALL,
      min: 1,
      max: 50,
      default: DEFAULT_SETTINGS.maxPerDay,
      description: 'Messages to one recipient within 24 hours at most.',
    }),
    maxAgeHours: integer({
      groups: ALL,
      min: 1,
      max: MAX_AGE_HOURS,
      default: DEFAULT_SETTINGS.maxAgeHours,
      description: `What happened longer ago is told nobody. ${MAX_AGE_HOURS} at most.`,
    }),
    digestEmails: addressList({
      groups: ALL,
      max: 20,
      description: 'Members of the team who get a digest each day on which there is something to do.',
    }),
    digestTime: unsearchableText({
      groups: ALL,
      max: 5,
      nullable: false,
      pattern: CLOCK,
      default: DEFAULT_SETTINGS.digestTime,
      description: 'When the digest goes out.',
    }),
    slackUrl: encrypted({
      groups: ALL,
      max: 1000,
      format: 'url',
      description: 'An incoming webhook in the form of Slack. Answers have a mask in its place.',
    }),
    slackEvents: choiceList({
      groups: ALL,
      choices: MESSAGE_EVENTS,
      description: 'Events that are told there; none: `exception`, `failed_attempt`, `returned` and `late`.',
    }),
    id: uuid({ groups: READ }),
    createdAt: datetime({ groups: READ, nullable: false }),
    updatedAt: datetime({ groups: READ, nullable: false }),
  },
  filters: [],
  unique: [
    {
      columns: ['workspacePk'],
      propertyPath: 'workspace',
      message: 'This workspace has its settings of messages already.',
    },
  ],
  beforeWrite: [digestIsPlanned],
  validate: [quietHoursAreWhole, digestGoesToMembers],
  afterWrite: [workspaceIsHeard],
});
