import { READ, type Group } from '../../../core/metadata/field.js';
import { toOne } from '../../../core/metadata/fields/relation.js';
import { datetime, uuid } from '../../../core/metadata/fields/simple.js';
import { lowerCode, unsearchableText } from '../../../core/metadata/fields/text.js';
import { defineResource, READ_ONLY, type Resource } from '../../../core/metadata/resource.js';
import { date, exact, order } from '../../../core/query/filters/index.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { LOG_CHANNELS, MESSAGE_EVENTS } from '../events/message-events.js';
import { Message } from './message.entity.js';

/**
 * `waiting`: it goes out at `dueAt`; `queued`: it is given to whoever sends it; `sent`: a mail server or provider has taken it;
 * `skipped`: it does not go out, `reason` says why; `failed`: nobody took it; `bounced`: it was sent back.
 */
export const MESSAGE_STATUSES = ['waiting', 'queued', 'sent', 'skipped', 'failed', 'bounced'] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

/** Why a message does not go out. */
export const REASONS = [
  'too_old',
  'no_address',
  'not_possible',
  'suppressed',
  'too_many',
  'switched_off',
  'outdated',
  'channel_off',
  'refused',
  'given_up',
  'unknown_outcome',
  'bounced',
  'complained',
] as const;
export type Reason = (typeof REASONS)[number];

const ITEM: readonly Group[] = ['get'];

export const messageResource: Resource<Message> = defineResource(Message, {
  name: 'Message',
  path: 'messages',
  description: 'A message to a customer, or to the team in Slack, sent or not, for 90 days.',
  owner: 'workspace',
  operations: READ_ONLY,
  unique: [
    {
      columns: ['shipmentPk', 'event', 'occurrence', 'channel'],
      propertyPath: 'event',
      message: 'There is a message of this event already.',
    },
  ],
  fields: {
    shipment: toOne(() => shipmentResource, { groups: READ, required: true }),
    event: lowerCode({ groups: READ, choices: MESSAGE_EVENTS, nullable: false }),
    channel: lowerCode({ groups: READ, choices: LOG_CHANNELS, nullable: false }),
    status: lowerCode({
      groups: READ,
      choices: MESSAGE_STATUSES,
      nullable: false,
      description:
        '`waiting`: it goes out at `dueAt`. `queued`: it is given to whoever sends it. `sent`: that has been taken. `skipped`: it does not go out. `failed`: nobody took it. `bounced`: it came back.',
    }),
    reason: lowerCode({
      groups: READ,
      choices: REASONS,
      description: 'Why it does not go out, or did not arrive.',
    }),
    recipient: unsearchableText({
      groups: READ,
      description: 'The e-mail address or number; of the team none.',
    }),
    language: lowerCode({ groups: READ }),
    subject: unsearchableText({ groups: READ }),
    text: unsearchableText({ groups: ITEM, description: 'What it says, as plain text.' }),
    occurredAt: datetime({ groups: READ, nullable: false }),
    dueAt: datetime({ groups: READ, nullable: false }),
    sentAt: datetime({ groups: READ }),
    workspace: toOne(() => workspaceResource, { groups: READ, required: true }),
    id: uuid({ groups: READ }),
    createdAt: datetime({ groups: READ, nullable: false }),
  },
  filters: [
    exact('shipment.id', 'event', 'channel', 'status'),
    order('createdAt', 'dueAt'),
    date('createdAt'),
  ],
});
