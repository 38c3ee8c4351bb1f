import { ALL, ONCE, READ } from '../../../core/metadata/field.js';
import { integer } from '../../../core/metadata/fields/number.js';
import { toOne } from '../../../core/metadata/fields/relation.js';
import { boolean, datetime, uuid } from '../../../core/metadata/fields/simple.js';
import { lowerCode } from '../../../core/metadata/fields/text.js';
import { defineResource, type Resource } from '../../../core/metadata/resource.js';
import { exact, order } from '../../../core/query/filters/index.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { CHANNELS, MESSAGE_EVENTS } from '../events/message-events.js';
import { workspaceIsHeard } from '../events/subscribe-messages.js';
import { MessageRule } from './message-rule.entity.js';

/** 60 days. */
const MAX_DELAY_MINUTES = 86_400;

export const messageRuleResource: Resource<MessageRule> = defineResource(MessageRule, {
  name: 'MessageRule',
  path: 'message_rules',
  description:
    'That customers are told of an event by a channel. Without a rule nobody is; the words are those of the template for event, channel and language, or the usual ones.',
  owner: 'workspace',
  fields: {
    workspace: toOne(() => workspaceResource, { groups: ONCE, required: true }),
    event: lowerCode({
      groups: ONCE,
      required: true,
      nullable: false,
      choices: MESSAGE_EVENTS,
      example: 'shipped',
      description: 'What has happened to a shipment; docs/messages.md tells when each does.',
    }),
    channel: lowerCode({ groups: ONCE, choices: CHANNELS, default: 'email', nullable: false }),
    enabled: boolean({ groups: ALL, default: true }),
    delayMinutes: integer({
      groups: ALL,
      min: 0,
      max: MAX_DELAY_MINUTES,
      description:
        'After how many minutes; null: at once, and for `review_request` after 7 days. What is no longer so by then is not told.',
    }),
    id: uuid({ groups: READ }),
    createdAt: datetime({ groups: READ, nullable: false }),
    updatedAt: datetime({ groups: READ, nullable: false }),
  },
  filters: [exact('event', 'channel'), order('event', 'createdAt')],
  unique: [
    {
      columns: ['workspacePk', 'event', 'channel'],
      propertyPath: 'event',
      message: 'There is a rule for this event and channel already.',
    },
  ],
  afterWrite: [workspaceIsHeard],
});
