import { READ, type Group } from '../../../core/metadata/field.js';
import { toOne } from '../../../core/metadata/fields/relation.js';
import { datetime, uuid } from '../../../core/metadata/fields/simple.js';
import { lowerCode, unsearchableText } from '../../../core/metadata/fields/text.js';
import { isAddress } from '../../../core/metadata/identity.js';
import {
  type BeforeWrite,
  defineResource,
  type Resource,
  type Validator,
} from '../../../core/metadata/resource.js';
import { isNoEmail, isNotValid } from '../../../core/metadata/violation.js';
import { exact, order } from '../../../core/query/filters/index.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { type Channel, CHANNELS } from '../events/message-events.js';
import { phoneFrom, recipientKey } from '../sending/recipient-key.js';
import { Suppression } from './suppression.entity.js';

export const SUPPRESSION_REASONS = ['manual', 'unsubscribed', 'bounced', 'complained'] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

const addressHasItsKey: BeforeWrite<Suppression> = ({ kind, after }) => {
  if (kind !== 'create') return;
  after.reason = 'manual';
  after.addressKey = recipientKey(after.channel as Channel, after.address);
};

const addressIsOne: Validator<Suppression> = ({ kind, after }) => {
  if (kind !== 'create' || !after) return [];
  if (after.channel === 'sms') return phoneFrom(after.address) === undefined ? [isNotValid('address')] : [];
  return isAddress(after.address) ? [] : [isNoEmail('address')];
};

const WRITTEN: readonly Group[] = [...READ, 'post'];

export const suppressionResource: Resource<Suppression> = defineResource(Suppression, {
  name: 'Suppression',
  path: 'suppressions',
  description:
    'Somebody whom a workspace sends no more messages: they have said so, their mailbox does not take them, or the shop wants it.',
  owner: 'workspace',
  operations: ['list', 'item', 'post', 'delete'],
  fields: {
    workspace: toOne(() => workspaceResource, { groups: WRITTEN, required: true }),
    channel: lowerCode({ groups: WRITTEN, choices: CHANNELS, default: 'email', nullable: false }),
    address: unsearchableText({
      groups: WRITTEN,
      required: true,
      nullable: false,
      example: 'ada@example.com',
      description: 'An e-mail address, or a number with the code of its country.',
    }),
    reason: lowerCode({ groups: READ, choices: SUPPRESSION_REASONS, nullable: false }),
    id: uuid({ groups: READ }),
    createdAt: datetime({ groups: READ, nullable: false }),
  },
  filters: [exact('channel', 'reason'), order('createdAt')],
  unique: [
    {
      columns: ['workspacePk', 'channel', 'addressKey'],
      propertyPath: 'address',
      message: 'Nothing is sent to this address already.',
    },
  ],
  beforeWrite: [addressHasItsKey],
  validate: [addressIsOne],
});
