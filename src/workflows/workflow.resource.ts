import { boolean as isBoolean, exact, exists, order, partial } from '../query/filters/index.js';
import { ALL, READ, type Group } from '../resource/field.js';
import { iri } from '../resource/fields/relation.js';
import { boolean, datetime, derived, textList, uuid } from '../resource/fields/simple.js';
import { lower, text } from '../resource/fields/text.js';
import { defineResource, type Resource } from '../resource/resource.js';
import { workspaceResource } from '../workspaces/workspace.resource.js';
import { Workflow } from './workflow.entity.js';

const ITEM: readonly Group[] = ['get', 'post', 'put'];

const never = derived({ groups: READ, schema: { type: 'boolean' }, reads: [], toJson: () => false });

/** Integrations. What orders and shipments were imported from carries the integration's IRI. */
export const workflowResource: Resource<Workflow> = defineResource(Workflow, {
  name: 'Workflow',
  path: 'workflows',
  description: 'A connection of a workspace to another system, such as a shop.',
  owner: 'workspace',
  fields: {
    title: text({ groups: ALL, required: true }),
    type: lower({
      groups: ALL,
      required: true,
      nullable: false,
      max: 60,
      pattern: /^integration-[a-z\d-]+$/,
    }),
    workspace: iri(() => workspaceResource, { groups: ['get', 'post'], required: true }),
    credentials: derived({
      groups: ['get'],
      schema: { type: 'string', nullable: true },
      reads: [],
      toJson: () => null,
    }),
    notificationEmails: textList({ groups: ITEM }),
    enabled: boolean({ groups: ALL, default: true }),
    lastRunDate: datetime({ groups: READ }),
    period: lower({
      groups: ALL,
      max: 40,
      nullable: false,
      default: 'immediately',
      pattern: /^[a-z\d _-]+$/,
    }),
    integration: iri(() => workflowResource, { groups: ALL, embeds: true }),
    firstTimeSetupPassed: boolean({ groups: ALL, default: false }),
    tags: derived({
      groups: READ,
      schema: { type: 'array', items: { type: 'string' } },
      reads: [],
      toJson: () => [],
    }),
    id: uuid({ groups: READ }),
    integrationType: derived({
      groups: READ,
      schema: { type: 'string', nullable: true },
      reads: ['type'],
      toJson: (row, at) => (row[at] as string).replace(/^integration-/, ''),
    }),
    passive: never,
    remote: never,
    firstTimeSetupRequired: never,
    runInProgress: never,
    createdAt: datetime({ groups: [] }),
  },
  filters: [
    exact('type', 'period'),
    partial('title'),
    isBoolean('firstTimeSetupPassed'),
    exists('integration'),
    order('createdAt'),
  ],
});
