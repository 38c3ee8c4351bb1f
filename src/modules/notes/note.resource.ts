import { exact, order } from '../../core/query/filters/index.js';
import { ONCE, READ } from '../../core/metadata/field.js';
import { toOne } from '../../core/metadata/fields/relation.js';
import { datetime, derived, uuid } from '../../core/metadata/fields/simple.js';
import { lowerCode, unsearchableText } from '../../core/metadata/fields/text.js';
import { defineResource, type Resource } from '../../core/metadata/resource.js';
import { workspaceResource } from '../workspaces/workspace.resource.js';
import { entityId } from './entity-id.field.js';
import { Note } from './note.entity.js';
import { noteHasItsAuthor, noteHasTarget, NOTE_ENTITIES } from './note-target.js';

export const noteResource: Resource<Note> = defineResource(Note, {
  name: 'Note',
  path: 'notes',
  description: 'What somebody wrote down about an order, a shipment or an item of one.',
  owner: 'workspace',
  operations: ['list', 'item', 'post'],
  fields: {
    workspace: toOne(() => workspaceResource, { groups: ONCE, required: true }),
    entity: lowerCode({
      groups: ONCE,
      required: true,
      nullable: false,
      choices: NOTE_ENTITIES,
      example: 'shipments',
      description: 'What kind of thing it is about.',
    }),
    entityId: entityId({ groups: ONCE, required: true, description: 'The id of what it is about.' }),
    user: derived({
      groups: READ,
      description: 'Who wrote it.',
      schema: { type: 'string', format: 'iri-reference', nullable: true },
      reads: ['user.id'],
      toJson: (row, at) => (row[at] === null ? null : `/users/${row[at] as string}`),
    }),
    comment: unsearchableText({ groups: ONCE, required: true, max: 10_000, example: 'The customer called.' }),
    createdAt: datetime({ groups: READ, nullable: false }),
    attachment: derived({
      groups: READ,
      schema: { type: 'object', nullable: true },
      reads: [],
      toJson: () => null,
    }),
    id: uuid({ groups: READ }),
    userPhoto: derived({
      groups: READ,
      schema: { type: 'string', nullable: true },
      reads: [],
      toJson: () => null,
    }),
    userFullName: derived({
      groups: READ,
      schema: { type: 'string', nullable: true },
      reads: ['user.firstName', 'user.lastName'],
      toJson: (row, at) => [row[at], row[at + 1]].filter(Boolean).join(' ') || null,
    }),
  },
  filters: [exact('entity', 'entityId'), order('createdAt')],
  beforeWrite: [noteHasItsAuthor],
  validate: [noteHasTarget],
});
