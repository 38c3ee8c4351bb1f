import { JOB_STATUSES } from '../../../core/jobs/jobs.js';
import { integer } from '../../../core/metadata/fields/number.js';
import { toOne } from '../../../core/metadata/fields/relation.js';
import { datetime, derived, uuid } from '../../../core/metadata/fields/simple.js';
import { lowerCode, unsearchableText } from '../../../core/metadata/fields/text.js';
import { toMilliseconds } from '../../../core/metadata/datetime.js';
import type { Row } from '../../../core/metadata/field.js';
import { defineResource, type Resource } from '../../../core/metadata/resource.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { Import } from './import.entity.js';
import { IMPORTABLE_ENTITIES } from './importable.js';

const ITEM = { groups: ['get'] } as const;

/** Rows a second, with two places. */
function rateOf([startedAt, updatedAt, position]: Row): number | null {
  if (startedAt === null || !position) return null;
  const milliseconds = toMilliseconds(updatedAt as string) - toMilliseconds(startedAt as string);
  return milliseconds > 0 ? Math.round(((position as number) * 100_000) / milliseconds) / 100 : null;
}

function secondsLeft(row: Row): number | null {
  const [, , position, rowCount, status] = row;
  if (!isUnderWay(status as string)) return 0;
  const rate = rateOf(row);
  return rate && rowCount !== null ? Math.ceil(((rowCount as number) - (position as number)) / rate) : null;
}

/** Whether an import may still go on. */
export const isUnderWay = (status: string): boolean => ['pending', 'running'].includes(status);

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
    rowCount: integer({
      ...ITEM,
      description:
        'What its rows can become, several rows of an order one order; null until the file has been read.',
    }),
    createdCount: integer({ ...ITEM, description: 'Rows that became something new.' }),
    updatedCount: integer({ ...ITEM, description: 'Rows that changed what was there.' }),
    failedCount: integer({
      ...ITEM,
      description: 'Rows that were refused: `GET /imports/{id}/refused_lines`.',
    }),
    startedAt: datetime(ITEM),
    rate: derived({
      ...ITEM,
      description:
        'Rows a second, from the beginning to the last row that was done; null before there is one.',
      schema: { type: 'number', nullable: true },
      reads: ['startedAt', 'updatedAt', 'position'],
      toJson: (row, at) => rateOf(row.slice(at)),
    }),
    secondsLeft: derived({
      ...ITEM,
      description: 'For how long it goes on at this rate; 0 when it has ended, null before that can be told.',
      schema: { type: 'integer', nullable: true },
      reads: ['startedAt', 'updatedAt', 'position', 'rowCount', 'status'],
      toJson: (row, at) => secondsLeft(row.slice(at)),
    }),
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
