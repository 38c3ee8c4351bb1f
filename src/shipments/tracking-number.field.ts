import { and, condition, isIn, type Condition } from '../resource/condition.js';
import type { FieldDeclaration, SqlTable } from '../resource/field.js';
import { upper, type TextOptions } from '../resource/fields/text.js';
import { partsOf } from './tracking-number-parts.js';

/** Capitals and digits; every piece of a number is found through an index. */
export const trackingNumber =
  (options: TextOptions): FieldDeclaration =>
  (name) => {
    const field = upper(options)(name);
    return { ...field, search: field.search && { ...field.search, contains } };
  };

/** Among the rows that have the piece's last part, which is the rarest: numbers differ at their ends. */
function contains(table: SqlTable, piece: string): Condition {
  const column = table.column('trackingNumber');
  const inside = condition(`INSTR(${column}, ?) > 0`, piece);
  const part = partsOf(piece)?.at(-1);
  // of a shipment's items or checkpoints, the index belongs to another table
  const index = column.startsWith('t.') ? 'UQ_shipments_trackingNumber' : undefined;
  if (part === undefined) return { ...inside, index };
  const { workspacePks } = table;
  const own = workspacePks
    ? isIn('p.workspacePk', workspacePks)
    : condition(`p.workspacePk = ${table.column('workspacePk')}`);
  const found = and([own, condition('p.part = ?', part)]);
  return and([
    {
      sql: `${table.column('pk')} IN (SELECT p.shipmentPk FROM tracking_number_parts p WHERE ${found.sql})`,
      params: found.params,
    },
    inside,
  ]);
}
