import { messageResource } from '../messages/log/message.resource.js';
import { messageRuleResource } from '../messages/rules/message-rule.resource.js';
import { messageSettingsResource } from '../messages/settings/message-settings.resource.js';
import { messageTemplateResource } from '../messages/templates/message-template.resource.js';
import { suppressionResource } from '../messages/suppressions/suppression.resource.js';
import { noteResource } from '../notes/note.resource.js';
import { orderResource } from '../orders/order.resource.js';
import { order } from '../../core/query/filters/index.js';
import { ALL, ONCE, READ } from '../../core/metadata/field.js';
import { total } from '../../core/metadata/fields/number.js';
import { toOne } from '../../core/metadata/fields/relation.js';
import { datetime, derived, freeObject, textList, uuid } from '../../core/metadata/fields/simple.js';
import { text } from '../../core/metadata/fields/text.js';
import { withinQuota } from '../../core/metadata/quota.js';
import { defineResource, type Resource } from '../../core/metadata/resource.js';
import { savedViewResource } from '../saved-views/saved-view.resource.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { workspaceHasStatuses } from '../orders/statuses/default-statuses.js';
import { statusResource } from '../orders/statuses/status.resource.js';
import { teamResource } from '../identity/teams/team.resource.js';
import { trackingPageResource } from '../tracking-pages/tracking-page.resource.js';
import { workflowResource } from '../webhooks/workflows/workflow.resource.js';
import { retention } from './retention.field.js';
import { weekend } from './weekend.field.js';
import { hasAStoreHash } from './has-a-store-hash.js';
import { Workspace } from './workspace.entity.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Workflow } from '../webhooks/workflows/workflow.entity.js';
import { Team } from '../identity/teams/team.entity.js';

const x = sqlNames(Workflow, 'x');
const workspaces = sqlNames(Workspace);

export const workspaceResource: Resource<Workspace> = defineResource(Workspace, {
  name: 'Workspace',
  path: 'workspaces',
  description: 'A shop or warehouse of a team: orders and shipments belong to it.',
  nameField: 'title',
  owner: 'is workspace',
  fields: {
    team: toOne(() => teamResource, {
      groups: ONCE,
      required: true,
      embeds: true,
      embeddedOnPost: true,
      description: 'The answer to a POST has the team itself.',
    }),
    title: text({
      groups: ALL,
      required: true,
      nullable: false,
      pattern: /^[\w\-\s&]+$/,
      example: 'Main shop',
    }),
    defaultTrackingPage: toOne(() => trackingPageResource, { groups: ALL, embeds: true }),
    shipmentsCount: total(() => shipmentResource, { groups: READ }),
    ordersCount: total(() => orderResource, { groups: READ }),
    workflowsCount: derived({
      groups: READ,
      schema: { type: 'integer' },
      reads: [({ alias }) => `(SELECT COUNT(*) FROM ${x.table} WHERE ${x.workspacePk} = ${alias}.pk)`],
      toJson: (row, at) => row[at],
    }),
    workflowsOrder: textList({ groups: ALL }),
    logo: derived({
      groups: READ,
      schema: { type: 'object', nullable: true },
      reads: [],
      toJson: () => null,
    }),
    emailSettings: freeObject({
      groups: ALL,
      description: 'Kept for clients of TrackMage; nothing follows from it.',
    }),
    preferredCarriers: textList({
      groups: ALL,
      description:
        'Codes of carriers that the shop ships with: the first of them whose a tracking number may be is taken, where the number alone does not decide.',
    }),
    considerShipmentDelayed: freeObject({
      groups: ALL,
      description: 'Kept for clients of TrackMage; nothing follows from it.',
    }),
    weekend: weekend(),
    retention: retention(),
    widgets: derived({
      groups: READ,
      schema: { type: 'array', items: { type: 'string' } },
      reads: [],
      toJson: () => [],
    }),
    scheduledForDelete: derived({
      groups: READ,
      schema: { type: 'boolean' },
      reads: [],
      toJson: () => false,
    }),
    ecommerceIntegrationType: derived({
      groups: READ,
      description: 'The kind of shop that it is connected to.',
      schema: { type: 'string', nullable: true },
      reads: [
        ({ alias }) =>
          `(SELECT MIN(${x.type}) FROM ${x.table} WHERE ${x.workspacePk} = ${alias}.pk AND ${x.enabled} = 1 AND ${x.type} LIKE 'integration-%')`,
      ],
      toJson: (row, at) => row[at],
    }),
    storeHash: derived({
      groups: READ,
      description: 'The name of its store on the BigCommerce surface: `/stores/{storeHash}/v2`.',
      schema: { type: 'string', pattern: '^[a-z0-9]{10,20}$', example: 'c9k2v0m4t7q1h5ep' },
      reads: ['storeHash'],
      toJson: (row, at) => row[at],
    }),
    id: uuid({ groups: READ }),
    createdAt: datetime({ groups: [] }),
  },
  filters: [order('createdAt')],
  links: [
    { segment: 'shipments', target: () => shipmentResource, via: 'workspace' },
    { segment: 'orders', target: () => orderResource, via: 'workspace' },
    { segment: 'statuses', target: () => statusResource, via: 'workspace' },
    { segment: 'tracking_pages', target: () => trackingPageResource, via: 'workspace' },
    { segment: 'workflows', target: () => workflowResource, via: 'workspace' },
    { segment: 'notes', target: () => noteResource, via: 'workspace' },
    { segment: 'saved_views', target: () => savedViewResource, via: 'workspace' },
    { segment: 'message_settings', target: () => messageSettingsResource, via: 'workspace' },
    { segment: 'message_rules', target: () => messageRuleResource, via: 'workspace' },
    { segment: 'message_templates', target: () => messageTemplateResource, via: 'workspace' },
    { segment: 'messages', target: () => messageResource, via: 'workspace' },
    { segment: 'suppressions', target: () => suppressionResource, via: 'workspace' },
  ],
  beforeWrite: [hasAStoreHash],
  validate: [
    withinQuota('workspaces', ({ teamPk }) => ({
      owner: Team,
      ownerPk: teamPk,
      from: `${workspaces.table} WHERE ${workspaces.teamPk} = ?`,
      params: [teamPk],
    })),
  ],
  afterWrite: [workspaceHasStatuses],
});
