import type { FieldSchema } from '../metadata/field.js';
import { parseNumber } from '../metadata/fields/number.js';

/**
 * Where a spreadsheet would begin to calculate: at the beginning of a cell, of a line in it, and after what some programs
 * take for the end of a cell; blanks do not matter. A cell that begins with such an end is one as well.
 */
const BEGINS = String.raw`(?:(?<=^|[;\n])(?='*(?:(?!\n)[\s\p{Cf}])*[=+\-@＝＋－＠])|^(?='*[;\t\r\n]))`;
const FORMULA = new RegExp(BEGINS, 'gu');
const GUARDED = new RegExp(BEGINS.replaceAll("(?='*", "'(?='*"), 'gu');

/** What most cells are not, and can be told at a glance. */
const MAYBE = /^\W|[;\n]/;

/** A telephone number or a number, up to the end of a cell: nothing is calculated. */
const HARMLESS =
  /(?:\+[\d ()./-]*\d(?: ?(?:x|ext\.?) ?\d+)?|[+-]?\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)?)(?=$|[;\n])/y;

function isHarmless(text: string, at: number): boolean {
  HARMLESS.lastIndex = at;
  return HARMLESS.test(text);
}

/** Text that a spreadsheet would calculate gets a `'` before it; so does what looks so guarded, to be read back as it was. */
const guarded = (text: string): string =>
  !MAYBE.test(text) ? text : text.replace(FORMULA, (_, at: number) => (isHarmless(text, at) ? '' : "'"));

const unguarded = (text: string): string => text.replace(GUARDED, '');

/** A number that somebody keeps a spreadsheet from reading as one: `'0034`, `'1Z999AA1`. */
const MARKED = /^'+[A-Z]*\d/;

/** The same as Excel writes it: `="0034"`. */
const EXCEL_TEXT = /^="([^"]*)"$/;

const marked = (text: string): string => (MARKED.test(text) ? `'${text}` : text);

const unmarked = (cell: string): string =>
  MARKED.test(cell) ? cell.slice(1) : (EXCEL_TEXT.exec(cell)?.[1] ?? cell);

const SPECIAL = /[",\r\n]/;

/** RFC 4180. */
const quoted = (text: string): string => (SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A JSON value as a cell; null is an empty one. */
export function cellOf(value: unknown, { type }: FieldSchema): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return quoted(guarded(marked(value)));
  if (Array.isArray(value) && type === 'array') return quoted(guarded(marked(listText(value))));
  return quoted(guarded(JSON.stringify(value)));
}

/** A cell as the JSON value that a body has for it. What does not fit the type stays text, for the type's own error. */
export function valueOf(cell: string, { type }: FieldSchema): unknown {
  const text = unguarded(unmarked(cell));
  if (type === 'integer' || type === 'number') return parseNumber(text) ?? text;
  if (type === 'boolean') return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
  if (type === 'array') return listFrom(text);
  return type === 'object' ? (parseJson(text) ?? text) : text;
}

/** `A;B`. A list that this would not tell apart from another, such as `["A;B"]`, is JSON. */
function listText(list: readonly unknown[]): string {
  const joined = list.join(';');
  const read = listFrom(joined);
  return read.length === list.length && read.every((each, index) => each === list[index])
    ? joined
    : JSON.stringify(list);
}

function listFrom(text: string): readonly unknown[] {
  if (text === '') return [];
  const json = text.startsWith('[') ? parseJson(text) : undefined;
  return Array.isArray(json) ? (json as unknown[]) : text.split(';');
}

/** Lists and objects inside each other at most, as in JSON bodies. */
const DEPTH_LIMIT = 32;

function parseJson(text: string): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    return isDeeperThan(DEPTH_LIMIT, value) ? undefined : value;
  } catch {
    return undefined;
  }
}

const isDeeperThan = (limit: number, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (limit === 0 || Object.values(value).some((each) => isDeeperThan(limit - 1, each)));
