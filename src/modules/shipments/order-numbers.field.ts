import { and, condition, isIn } from '../../core/metadata/condition.js';
import type { FieldDeclaration, FieldOptions } from '../../core/metadata/field.js';
import { listFrom } from '../../core/metadata/fields/simple.js';
import { parseText } from '../../core/metadata/fields/text.js';
import { hasTooMany, isTooLong, type Violation } from '../../core/metadata/violation.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { ShipmentOrderNumber } from './shipment-order-number.entity.js';

const n = sqlNames(ShipmentOrderNumber, 'n');

const MAX_NUMBERS = 100;
const MAX_LENGTH = 255;
/** Bytes that the column takes. */
const MAX_BYTES = 65_535;

/** Upper case, blanks as one blank: how order numbers are kept and compared. */
export const normaliseOrderNumber = (text: string): string => text.replace(/\s+/g, ' ').trim().toUpperCase();

/** No number has it, and lists sort by their numbers: MySQL pads the shorter of two texts with blanks. */
const SEPARATOR = '  ';

export const splitOrderNumbers = (stored: string): string[] => (stored === '' ? [] : stored.split(SEPARATOR));

export const joinOrderNumbers = (numbers: readonly string[]): string => [...new Set(numbers)].join(SEPARATOR);

/** What speaks against keeping these numbers, whether they were sent or are those of orders. */
export function tooManyNumbers(numbers: readonly string[], path: string): Violation[] {
  if (numbers.length > MAX_NUMBERS) return [hasTooMany(path, MAX_NUMBERS)];
  const long = numbers.flatMap((number, index) =>
    [...number].length > MAX_LENGTH ? [isTooLong(`${path}[${index}]`, MAX_LENGTH)] : [],
  );
  const isFull = Buffer.byteLength(joinOrderNumbers(numbers)) > MAX_BYTES;
  return long.length === 0 && isFull ? [isTooLong(path, MAX_BYTES)] : long;
}

/**
 * The numbers of the orders that a shipment belongs to. The column keeps them for reading and sorting; the table
 * `shipment_order_numbers` finds shipments by them.
 */
export const orderNumbers =
  (options: FieldOptions): FieldDeclaration =>
  (name) => ({
    name,
    groups: new Set(options.groups),
    required: false,
    description: options.description,
    schema: {
      type: 'array',
      maxItems: MAX_NUMBERS,
      items: { type: 'string', maxLength: MAX_LENGTH, example: '100042' },
      example: ['100042'],
    },
    reads: [name],
    toJson: (row, at) => splitOrderNumbers(row[at] as string),
    write: {
      parse: (value, path) =>
        value === null
          ? []
          : listFrom(value, path)
              .map((each, index) => normaliseOrderNumber(parseText(each, `${path}[${index}]`, true) ?? ''))
              .filter((number) => number !== ''),
      check: (value, path) => tooManyNumbers(value as readonly string[], path),
      columns: (value) => ({ [name]: joinOrderNumbers(value as readonly string[]) }),
      default: [],
    },
    search: {
      column: name,
      kind: 'text',
      stored: normaliseOrderNumber,
      anyOf: (table, values) => {
        const own = table.workspacePks
          ? isIn(n.workspacePk, table.workspacePks)
          : condition(`${n.workspacePk} = ${table.column('workspacePk')}`);
        const number = and([own, isIn(n.number, values)]);
        return {
          sql: `${table.column('pk')} IN (SELECT ${n.shipmentPk} FROM ${n.table} WHERE ${number.sql})`,
          params: number.params,
        };
      },
    },
  });
