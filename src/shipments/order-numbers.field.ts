import { and, condition, isIn } from '../resource/condition.js';
import type { FieldDeclaration, FieldOptions } from '../resource/field.js';
import { listFrom } from '../resource/fields/simple.js';
import { parseText } from '../resource/fields/text.js';
import { hasTooMany, isTooLong } from '../resource/violation.js';

const MOST = 100;
const LONGEST = 255;

/** Upper case, blanks as one blank: how order numbers are kept and compared. */
export const normaliseOrderNumber = (text: string): string => text.replace(/\s+/g, ' ').trim().toUpperCase();

export const splitOrderNumbers = (stored: string): string[] => (stored === '' ? [] : stored.split('\n'));

export const joinOrderNumbers = (numbers: readonly string[]): string => [...new Set(numbers)].join('\n');

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
    schema: { type: 'array', maxItems: MOST, items: { type: 'string', maxLength: LONGEST } },
    reads: [name],
    toJson: (row, at) => splitOrderNumbers(row[at] as string),
    write: {
      parse: (value, path) =>
        value === null
          ? []
          : listFrom(value, path)
              .map((each, index) => normaliseOrderNumber(parseText(each, `${path}[${index}]`, true) ?? ''))
              .filter((number) => number !== ''),
      check: (value, path) => {
        const numbers = value as readonly string[];
        if (numbers.length > MOST) return [hasTooMany(path, MOST)];
        return numbers.flatMap((number, index) =>
          number.length > LONGEST ? [isTooLong(`${path}[${index}]`, LONGEST)] : [],
        );
      },
      columns: (value) => ({ [name]: joinOrderNumbers(value as readonly string[]) }),
      default: [],
    },
    search: {
      column: name,
      kind: 'text',
      stored: normaliseOrderNumber,
      anyOf: (table, values) => {
        const number = and([
          condition(`n.workspacePk = ${table.column('workspacePk')}`),
          isIn('n.number', values),
        ]);
        return {
          sql: `${table.column('pk')} IN (SELECT n.shipmentPk FROM shipment_order_numbers n WHERE ${number.sql})`,
          params: number.params,
        };
      },
    },
  });
