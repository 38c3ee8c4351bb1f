import { isNumberString } from 'class-validator';

// How shops' clients write values: numbers as text and text as numbers, and null or empty text for nothing.

export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Nothing, or text of blanks alone. */
export const isBlank = (value: unknown): boolean =>
  isEmpty(value) || (typeof value === 'string' && value.trim() === '');

/** The fields of a JSON object; undefined when it is none. PHP sends an empty one as `[]`. */
export const jsonObject = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !(Array.isArray(value) && value.length > 0)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;

/** 2 and `"2"` are 2; undefined for what is no whole number. Only a JSON number may be below 0. */
export function wholeNumber(value: unknown): number | undefined {
  const number =
    typeof value === 'string' && isNumberString(value, { no_symbols: true }) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) ? number : undefined;
}

/** The integer that a text is digit by digit: `"7"` is 7; `"07"`, `"7.0"` and what JavaScript cannot hold are none. */
export function exactInteger(text: string | null): number | undefined {
  const number = Number(text);
  return Number.isSafeInteger(number) && String(number) === text ? number : undefined;
}

/** `true`, 1, `"1"` and `"True"` are true, `false`, 0, `"0"` and `"False"` false; all else is undefined. */
export function booleanFrom(value: unknown): boolean | undefined {
  const word = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  if (typeof word !== 'string') return undefined;
  if (['true', '1'].includes(word.toLowerCase())) return true;
  return ['false', '0'].includes(word.toLowerCase()) ? false : undefined;
}
