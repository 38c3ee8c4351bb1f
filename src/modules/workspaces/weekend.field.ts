import { SATURDAY_AND_SUNDAY } from '../../core/metadata/business-time.js';
import { BadInput, WrongType } from '../../core/metadata/errors.js';
import { ALL, type FieldDeclaration } from '../../core/metadata/field.js';
import { listFrom } from '../../core/metadata/fields/simple.js';

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** The days of the week as bits, or as a list: 1 is Monday, 7 Sunday. */
const daysOf = (bits: number): number[] => WEEK.filter((day) => (bits >> (day - 1)) & 1);
const bitsOf = (days: readonly number[]): number => days.reduce((bits, day) => bits | (1 << (day - 1)), 0);

/** Days that are no business days; there is always one that is. */
export const weekend = (): FieldDeclaration => (name) => ({
  name,
  groups: new Set(ALL),
  required: false,
  description:
    'The days of the week that are no business days in analytics: 1 is Monday, 7 Sunday. Six at most.',
  schema: {
    type: 'array',
    items: { type: 'integer', minimum: 1, maximum: 7 },
    maxItems: 6,
    default: daysOf(SATURDAY_AND_SUNDAY),
    example: [5, 6],
  },
  reads: [name],
  toJson: (row, at) => daysOf(row[at] as number),
  write: {
    parse: (value, path) => {
      if (value === null) return daysOf(SATURDAY_AND_SUNDAY);
      const days = listFrom(value, path);
      for (const [index, day] of days.entries())
        if (!Number.isInteger(day)) throw new WrongType(`${path}[${index}]`, 'int', day);
      if (days.every((day) => WEEK.some((each) => each === day)) && new Set(days).size < WEEK.length)
        return days;
      throw new BadInput(`The "${path}" attribute must be a list of days from 1 to 7, six at most.`);
    },
    columns: (value) => ({ [name]: bitsOf(value as number[]) }),
    default: daysOf(SATURDAY_AND_SUNDAY),
  },
});
