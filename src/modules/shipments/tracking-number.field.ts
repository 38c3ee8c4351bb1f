import { MAX_TRACKING_NUMBER_LENGTH } from '../reference-data/carriers/normalize-tracking-number.js';
import {
  singleTrackingNumber,
  searchedTrackingNumber,
  trackingNumberProblem,
} from '../reference-data/carriers/parse-tracking-numbers.js';
import { and, condition, isIn, type Condition } from '../../core/metadata/condition.js';
import type { FieldDeclaration, FieldOptions, SqlTable } from '../../core/metadata/field.js';
import { parseText, upperCode } from '../../core/metadata/fields/text.js';
import { CODE, isTooLong } from '../../core/metadata/violation.js';
import { partsOf } from './tracking-number-parts.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { TrackingNumberPart } from './tracking-number-part.entity.js';

const p = sqlNames(TrackingNumberPart, 'p');

/**
 * Capitals and digits; bodies and filters may have the number as it is printed on labels, or the address of a carrier's
 * page that shows it. Every piece of a number is found through an index.
 */
export const trackingNumber =
  (options: FieldOptions): FieldDeclaration =>
  (name) => {
    const limits = { max: MAX_TRACKING_NUMBER_LENGTH, pattern: /^[A-Z\d]+$/, emptyIsNull: true };
    const field = upperCode({ ...options, ...limits, example: 'TN00000001' })(name);
    return {
      ...field,
      schema: { ...field.schema, written: '[0-9０-９]' },
      write: field.write && {
        ...field.write,
        parse: (value, path) => {
          const text = parseText(value, path, true)?.trim() ?? '';
          return text === '' ? null : (singleTrackingNumber(text) ?? text);
        },
        check: (value, path) => {
          const text = (value ?? '') as string;
          if (text === '') return [];
          if ([...text].length > MAX_TRACKING_NUMBER_LENGTH)
            return [isTooLong(path, MAX_TRACKING_NUMBER_LENGTH)];
          const message = trackingNumberProblem(text);
          return message === undefined ? [] : [{ propertyPath: path, message, code: CODE.pattern }];
        },
      },
      search: field.search && { ...field.search, stored: searched, part: searched, contains },
    };
  };

/** Characters that no number has, and signs alone, become one that no number has. */
function searched(text: string): string {
  const sought = searchedTrackingNumber(text);
  return sought === '' && text.trim() !== '' ? '\x7F' : sought.replace(/[^ -~]/gu, '\x7F');
}

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
    ? isIn(p.workspacePk, workspacePks)
    : condition(`${p.workspacePk} = ${table.column('workspacePk')}`);
  const found = and([own, condition(`${p.part} = ?`, part)]);
  return and([
    {
      sql: `${table.column('pk')} IN (SELECT ${p.shipmentPk} FROM ${p.table} WHERE ${found.sql})`,
      params: found.params,
    },
    inside,
  ]);
}
