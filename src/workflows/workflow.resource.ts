import { boolean as isBoolean, exact, exists, order, partial } from '../query/filters/index.js';
import { ALL, READ, type Group } from '../resource/field.js';
import { iri } from '../resource/fields/relation.js';
import { boolean, datetime, derived, textList, uuid } from '../resource/fields/simple.js';
import { lower, text } from '../resource/fields/text.js';
import { defineResource, type Resource } from '../resource/resource.js';
import { workspaceResource } from '../workspaces/workspace.resource.js';
import { constant, constantly } from './constant.js';
import { Workflow } from './workflow.entity.js';

const ITEM: readonly Group[] = ['get', 'post', 'put'];

const never = constant({ type: 'boolean' }, false);

/** Whether a yes-or-no text says no. */
const NO: ReadonlyMap<string, boolean> = new Map([
  ['false', true],
  ['0', true],
  ['true', false],
  ['1', false],
]);

/** Integrations. What orders and shipments were imported from carries the integration's IRI. */
export const workflowResource: Resource<Workflow> = defineResource(Workflow, {
  name: 'Workflow',
  path: 'workflows',
  description: 'A connection of a workspace to another system, such as a shop.',
  owner: 'workspace',
  fields: {
    title: text({ groups: ALL, required: true, example: 'https://shop.example' }),
    type: lower({
      groups: ALL,
      required: true,
      nullable: false,
      max: 60,
      pattern: /^integration-[a-z\d-]+$/,
      example: 'integration-woocommerce',
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
    tags: constant({ type: 'array', items: { type: 'string' } }, []),
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
    constantly('tag', 'tags', 'Workflows have no tags: none is found by one.', (text) =>
      text === '' ? undefined : false,
    ),
    constantly(
      'first_time_setup_required',
      'firstTimeSetupRequired',
      'No workflow requires a first set-up: `false` finds all of them, `true` none.',
      (text) => NO.get(text),
    ),
    isBoolean('firstTimeSetupPassed'),
    exists('integration'),
    order('createdAt'),
  ],
});
