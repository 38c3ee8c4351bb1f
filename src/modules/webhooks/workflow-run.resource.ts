import { exact, order } from '../../core/query/filters/index.js';
import { READ, type FieldDeclaration, type FieldSchema, type Group } from '../../core/metadata/field.js';
import { integer } from '../../core/metadata/fields/number.js';
import { toOne } from '../../core/metadata/fields/relation.js';
import { datetime, derived, uuid } from '../../core/metadata/fields/simple.js';
import { lowerCode, unsearchableText } from '../../core/metadata/fields/text.js';
import { defineResource, READ_ONLY, type Resource } from '../../core/metadata/resource.js';
import { workflowResource } from './workflows/workflow.resource.js';
import { workspaceResource } from '../workspaces/workspace.resource.js';
import { WorkflowRun } from './workflow-run.entity.js';

/** `dead`: it has failed for so long that nobody tries any more. */
export const RUN_STATUSES = ['success', 'failed', 'dead'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

const ITEM: readonly Group[] = ['get'];

const always = (schema: FieldSchema, value: unknown): FieldDeclaration =>
  derived({ groups: ITEM, schema, reads: [], toJson: () => value });

/** Each request to a webhook, for 30 days. */
export const workflowRunResource: Resource<WorkflowRun> = defineResource(WorkflowRun, {
  name: 'WorkflowRun',
  path: 'workflow_runs',
  description: 'A request to a webhook, and what came of it.',
  owner: 'workspace',
  operations: READ_ONLY,
  fields: {
    workflow: toOne(() => workflowResource, { groups: READ, required: true }),
    createdAt: datetime({ groups: READ, nullable: false }),
    updatedAt: datetime({ groups: READ, nullable: false }),
    status: lowerCode({ groups: READ, choices: [...RUN_STATUSES], nullable: false }),
    duration: integer({ groups: READ, description: 'Milliseconds.' }),
    responseCode: integer({ groups: READ, description: 'The HTTP status of the answer; null without one.' }),
    attempt: integer({ groups: READ, description: 'How often the same was tried, with this time.' }),
    elements: integer({ groups: READ, description: 'How many changes it told of.' }),
    messageId: unsearchableText({ groups: READ, description: 'The `webhook-id` of the request.' }),
    log: unsearchableText({ groups: ITEM, description: 'The beginning of the answer.' }),
    errors: unsearchableText({ groups: ITEM, description: 'Why it failed.' }),
    id: uuid({ groups: READ }),
    deletedAt: always({ type: 'string', format: 'date-time', nullable: true }, null),
    workspace: toOne(() => workspaceResource, { groups: ITEM, required: true }),
    deleted: always({ type: 'boolean' }, false),
  },
  filters: [exact('status'), order('createdAt')],
});
