import { boolean as isBoolean, exact, exists, order, partial } from '../../../core/query/filters/index.js';
import { ALL, READ, type Group } from '../../../core/metadata/field.js';
import { toOne } from '../../../core/metadata/fields/relation.js';
import { MASK, encrypted } from '../../../core/metadata/fields/encrypted.js';
import { boolean, datetime, derived, textList, uuid } from '../../../core/metadata/fields/simple.js';
import { lowerCode, unsearchableText, text } from '../../../core/metadata/fields/text.js';
import { defineResource, type Resource } from '../../../core/metadata/resource.js';
import { orderItemResource } from '../../orders/order-items/order-item.resource.js';
import { orderResource } from '../../orders/order.resource.js';
import { productVariantResource } from '../../products/product-variant.resource.js';
import { productResource } from '../../products/product.resource.js';
import { shipmentItemResource } from '../../shipments/shipment-items/shipment-item.resource.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import { workflowRunResource } from '../workflow-run.resource.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { constant, constantFilter } from './constant.field.js';
import {
  credentialsAreForOneHost,
  unusedCredentialsAreForgotten,
  webhookShowsCredentials,
} from './webhook-credentials.js';
import { webhookEvent } from './webhook-event.field.js';
import { webhookIsComplete, webhookIsSigned, webhooksAreWithinQuota } from './webhook-is-complete.js';
import { webhookSubscribes } from './webhook-subscribes.js';
import { Workflow } from './workflow.entity.js';

const ITEM: readonly Group[] = ['get', 'post', 'put'];

/** Also inside of the webhooks of an integration. */
const SHOWN: readonly Group[] = [...ALL, 'getp'];

/** What a webhook may be about. */
const ANNOUNCED = ['shipments', 'shipment_items', 'orders', 'order_items', 'reviews'];

const WRITTEN_ONLY = `Answers have \`${MASK}\` in its place, but for the answer to the POST that carried it; sent back, that changes nothing. A webhook that moves to another host needs it again.`;

const never = constant({ type: 'boolean' }, false);

/** Whether a yes-or-no text says no. */
const NO: ReadonlyMap<string, boolean> = new Map([
  ['false', true],
  ['0', true],
  ['true', false],
  ['1', false],
]);

/**
 * Integrations and webhooks. What orders and shipments were imported from carries the integration's IRI; a webhook is told
 * of changes. What a webhook needs are plain fields, null in integrations.
 */
export const workflowResource: Resource<Workflow> = defineResource(Workflow, {
  name: 'Workflow',
  path: 'workflows',
  description:
    'A connection of a workspace to another system, such as a shop, or a webhook that is told of changes.',
  nameField: 'title',
  owner: 'workspace',
  fields: {
    title: text({ groups: SHOWN, required: true, example: 'https://shop.example' }),
    type: lowerCode({
      groups: SHOWN,
      required: true,
      nullable: false,
      max: 60,
      pattern: /^(?:webhook|integration-[a-z\d-]+)$/,
      example: 'integration-woocommerce',
      description: '`webhook`, or `integration-` and the kind of system.',
    }),
    workspace: toOne(() => workspaceResource, { groups: ['get', 'getp', 'post'], required: true }),
    credentials: derived({
      groups: ['get'],
      schema: { type: 'string', nullable: true },
      reads: [],
      toJson: () => null,
    }),
    notificationEmails: textList({
      groups: ITEM,
      description:
        'Of a webhook: who is written to, once a day at most, when it is switched off or its deliveries are given up; the first five addresses.',
    }),
    enabled: boolean({ groups: SHOWN, default: true }),
    lastRunDate: datetime({ groups: [...READ, 'getp'] }),
    period: lowerCode({
      groups: SHOWN,
      max: 40,
      nullable: false,
      default: 'immediately',
      pattern: /^[a-z\d _-]+$/,
      example: 'immediately',
      description:
        'Of a webhook: for how long changes are gathered, `immediately` or `5 minutes` to `6 hours`.',
    }),
    integration: toOne(() => workflowResource, {
      groups: ALL,
      embeds: true,
      embedded: true,
      embeddedGroup: 'getp',
      description: 'Of a webhook: the integration that it belongs to, and is deleted with.',
    }),
    firstTimeSetupPassed: boolean({ groups: SHOWN, default: false }),
    tags: constant({ type: 'array', items: { type: 'string' } }, []),
    id: uuid({ groups: [...READ, 'getp'] }),
    integrationType: derived({
      groups: [...READ, 'getp'],
      schema: { type: 'string', nullable: true },
      reads: ['type'],
      toJson: (row, at) => /^integration-(.+)$/.exec(row[at] as string)?.[1] ?? null,
    }),
    passive: never,
    remote: never,
    firstTimeSetupRequired: never,
    runInProgress: never,
    url: unsearchableText({
      groups: ALL,
      format: 'url',
      max: 2048,
      emptyIsNull: true,
      description: 'Of a webhook: where it is told.',
    }),
    entity: lowerCode({
      groups: ALL,
      choices: ANNOUNCED,
      emptyIsNull: true,
      description: 'Of a webhook: what it is about; null is everything.',
    }),
    event: webhookEvent({
      groups: ALL,
      description:
        'Of a webhook: what has happened; null is any of `create`, `update` and `delete`. `prediction.changed`: the likely day of a shipment’s delivery, or whether it comes by the carrier’s date, is predicted otherwise than before.',
    }),
    field: unsearchableText({
      groups: ALL,
      max: 100,
      emptyIsNull: true,
      example: 'shippingAddress.city',
      description: 'Of a webhook: updates of this field alone; null is any.',
    }),
    concurrency: lowerCode({
      groups: ALL,
      pattern: /^(?:[1-9]|[1-4]\d|50)$/,
      emptyIsNull: true,
      example: '1',
      description:
        'Of a webhook: requests at the same time, 1 to 50. With 1 each waits for the success of the one before.',
    }),
    authType: lowerCode({ groups: ALL, choices: ['basic', 'bearer'], emptyIsNull: true }),
    username: unsearchableText({ groups: ALL, emptyIsNull: true }),
    password: encrypted({ groups: ITEM, max: 1000, description: `With \`basic\`. ${WRITTEN_ONLY}` }),
    token: encrypted({ groups: ITEM, max: 4000, description: `With \`bearer\`. ${WRITTEN_ONLY}` }),
    secret: derived({
      groups: ['get'],
      schema: { type: 'string', nullable: true },
      description:
        'Of a webhook: what its requests are signed with (Standard Webhooks). Only the answer to its POST shows it.',
      reads: [],
      toJson: () => null,
    }),
    createdAt: datetime({ groups: [] }),
  },
  filters: [
    exact('type', 'period'),
    partial('title'),
    constantFilter('tag', 'tags', 'Workflows have no tags: none is found by one.', (text) =>
      text === '' ? undefined : false,
    ),
    constantFilter(
      'first_time_setup_required',
      'firstTimeSetupRequired',
      'No workflow requires a first set-up: `false` finds all of them, `true` none.',
      (text) => NO.get(text),
    ),
    isBoolean('firstTimeSetupPassed'),
    exists('integration'),
    order('createdAt'),
  ],
  links: [{ segment: 'runs', target: () => workflowRunResource, via: 'workflow' }],
  beforeWrite: [unusedCredentialsAreForgotten, webhookIsSigned],
  validate: [webhookIsComplete, credentialsAreForOneHost, webhooksAreWithinQuota],
  afterWrite: [webhookShowsCredentials, webhookSubscribes],
  cascadeChildren: [{ target: () => workflowResource, via: 'integration' }],
  deletableData: [
    { target: () => shipmentItemResource, via: 'externalSourceIntegration' },
    { target: () => shipmentResource, via: 'externalSourceIntegration' },
    { target: () => orderItemResource, via: 'externalSourceIntegration' },
    { target: () => orderResource, via: 'externalSourceIntegration' },
    { target: () => productVariantResource, via: 'externalSourceIntegration' },
    { target: () => productResource, via: 'externalSourceIntegration' },
  ],
});
