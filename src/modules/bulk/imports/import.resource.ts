import { JOB_STATUSES } from '../../../core/jobs/jobs.js';
import { integer } from '../../../core/metadata/fields/number.js';
import { toOne } from '../../../core/metadata/fields/relation.js';
import { derived, uuid } from '../../../core/metadata/fields/simple.js';
import { lowerCode, unsearchableText } from '../../../core/metadata/fields/text.js';
import { defineResource, type Resource } from '../../../core/metadata/resource.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { Import } from './import.entity.js';
import { IMPORTABLE_ENTITIES } from './importable.js';

const ITEM = { groups: ['get'] } as const;

/** Read here; `imports.controller.ts` takes the files. */
export const importResource: Resource<Import> = defineResource(Import, {
  name: 'Import',
  path: 'imports',
  description: 'A CSV file whose lines become orders, shipments or items of them.',
  owner: 'workspace',
  operations: ['item'],
  fields: {
    user: derived({
      ...ITEM,
      description: 'Who sent it.',
      schema: { type: 'string', format: 'iri-reference', nullable: true },
      reads: ['user.id'],
      toJson: (row, at) => (row[at] === null ? null : `/users/${row[at] as string}`),
    }),
    workspace: toOne(() => workspaceResource, { ...ITEM, required: true }),
    status: lowerCode({ ...ITEM, nullable: false, choices: JOB_STATUSES, default: 'pending' }),
    fileOriginalName: unsearchableText({ ...ITEM, nullable: false }),
    fileMimeType: unsearchableText({ ...ITEM, nullable: false }),
    fileSize: integer({ ...ITEM, description: 'Bytes.' }),
    entity: lowerCode({
      ...ITEM,
      nullable: false,
      choices: IMPORTABLE_ENTITIES,
      description: 'What its lines become.',
    }),
    createdCount: integer({ ...ITEM, description: 'Lines that became something.' }),
    failedCount: integer({ ...ITEM, description: 'Lines that were refused.' }),
    errors: derived({
      ...ITEM,
      description: 'The first lines that were refused, and why. Line 0 is the whole file.',
      schema: {
        type: 'array',
        items: { type: 'object', properties: { line: { type: 'integer' }, message: { type: 'string' } } },
      },
      reads: ['errors'],
      toJson: (row, at) => JSON.parse((row[at] as string | null) ?? '[]') as unknown,
    }),
    id: uuid(ITEM),
  },
  filters: [],
});
