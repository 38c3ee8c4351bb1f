import { order, partial } from '../../../core/query/filters/index.js';
import { ALL, type FieldDeclaration, type FieldOptions, READ } from '../../../core/metadata/field.js';
import { toOne } from '../../../core/metadata/fields/relation.js';
import { uuid } from '../../../core/metadata/fields/simple.js';
import { chosenCode, lowerCode, unsearchableText, text } from '../../../core/metadata/fields/text.js';
import { defineResource, type Resource } from '../../../core/metadata/resource.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { Status } from './status.entity.js';

export const statusResource: Resource<Status> = defineResource(Status, {
  name: 'Status',
  path: 'statuses',
  description: "A workspace's own status of orders or shipments.",
  nameField: 'title',
  owner: 'workspace',
  fields: {
    code: chosenCode({ groups: ALL, required: true, nullable: false, max: 100, example: 'packed' }),
    title: text({ groups: ALL, example: 'Packed' }),
    id: uuid({ groups: READ }),
    description: unsearchableText({ groups: ALL, max: 1000, example: 'Waits for the carrier.' }),
    entity: lowerCode({
      groups: ['post'],
      choices: ['orders', 'shipments'],
      default: 'orders',
      nullable: false,
      description: 'What it is a status of.',
    }),
    workspace: toOne(() => workspaceResource, { groups: ['post'], required: true }),
  },
  filters: [partial('entity', 'code', 'title'), order('entity', 'code', 'title')],
  unique: [
    {
      columns: ['workspacePk', 'entity', 'codeFolded'],
      propertyPath: 'code',
      message: 'This value is already used.',
    },
  ],
});

/** A status in a body, `{code, title}`: the workspace's own one with that code, made when there is none; or its IRI. */
export function statusOf(entity: 'orders' | 'shipments', options: FieldOptions): FieldDeclaration {
  const description =
    "The workspace's own status. Bodies have its IRI, or `{code, title}`: the one with that code, made when there is none. A title that differs from its own changes nothing, and the header `Warning` says so.";
  const relation = { description, embeds: true, embedded: true, preset: { entity }, reuseBy: 'code' };
  return toOne(() => statusResource, { ...options, ...relation });
}
