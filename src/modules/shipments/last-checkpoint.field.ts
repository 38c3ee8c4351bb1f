import { toMilliseconds, wholeDays } from '../../core/metadata/datetime.js';
import { READ, type FieldDeclaration } from '../../core/metadata/field.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Checkpoint } from './checkpoints/checkpoint.entity.js';

const c = sqlNames(Checkpoint, 'c');

/** Whole days since the carrier last reported of a parcel; null when it never has. */
export const daysSinceLastCheckpoint = (): FieldDeclaration => (name) => ({
  name,
  groups: new Set(READ),
  required: false,
  description: 'Whole days since the carrier last reported of it.',
  schema: { type: 'integer', nullable: true },
  reads: [
    ({ alias }) => `(SELECT MAX(${c.checkpointDate}) FROM ${c.table} WHERE ${c.shipmentPk} = ${alias}.pk)`,
  ],
  toJson: (row, at, { now }) => (row[at] === null ? null : wholeDays(toMilliseconds(row[at] as string), now)),
});
