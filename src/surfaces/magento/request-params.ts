import { BadInput } from '../../core/metadata/errors.js';
import { MAX_INTEGER } from '../../core/metadata/fields/number.js';
import { parseText } from '../../core/metadata/fields/text.js';
import { booleanFrom, isEmpty, jsonObject, wholeNumber } from '../shared/lenient-values.js';
import { invalid } from './errors.js';

/** Where values come from, by name: a query, or a JSON object. */
export type Source = (name: string) => unknown;

/** No row has this key. */
const NO_KEY = 0;

/** The fields of a JSON object. @throws BadInput when it is none. */
export function fieldsOf(body: unknown): Source {
  const sent = jsonObject(body);
  if (!sent) throw new BadInput('The body must be a JSON object');
  return (name) => (Object.hasOwn(sent, name) ? sent[name] : undefined);
}

/**
 * Reads what a request names. Clients send numbers as text and text as numbers: both are taken. Null and empty text count
 * as nothing. Where a reader takes several names, the others are aliases of the first.
 */
export class RequestParams {
  private readonly sources: readonly Source[];

  /** What an earlier source has wins. */
  constructor(...sources: readonly Source[]) {
    this.sources = sources;
  }

  /** As it was sent; undefined where there is nothing. */
  value(...names: readonly string[]): unknown {
    for (const source of this.sources)
      for (const name of names) if (!isEmpty(source(name))) return source(name);
    return undefined;
  }

  has(...names: readonly string[]): boolean {
    return this.value(...names) !== undefined;
  }

  /** Text without blanks around it, of so many characters at most. @throws BadInput. */
  text(name: string, longest = 255): string | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    const text = textFrom(value, name).trim();
    if ([...text].length > longest) throw invalid(name);
    return text === '' ? undefined : text;
  }

  /** Text as it was sent, that fits into a column of 64 KiB. @throws BadInput. */
  longText(name: string): string | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    const text = textFrom(value, name);
    if (Buffer.byteLength(text) > LONG_TEXT) throw invalid(name);
    return text;
  }

  /** A whole number from 1. @throws BadInput. */
  positive(names: readonly [string, ...string[]], most = MAX_INTEGER): number | undefined {
    const value = this.value(...names);
    if (value === undefined) return undefined;
    const number = wholeFrom(value);
    if (number === undefined || number < 1 || number > most) throw invalid(names[0]);
    return number;
  }

  /** The key of a row. What can be no key is one that no row has. @throws BadInput when it is neither number nor text. */
  key(...names: readonly [string, ...string[]]): number | undefined {
    const value = this.value(...names);
    if (value === undefined) return undefined;
    const number = wholeFrom(textFrom(value, names[0]).trim());
    return number !== undefined && number <= MAX_INTEGER ? number : NO_KEY;
  }

  /** True and false, also as 1 and 0 or as text; false where there is nothing. @throws BadInput. */
  flag(name: string): boolean {
    const flag = booleanFrom(this.value(name) ?? false);
    if (flag === undefined) throw invalid(name);
    return flag;
  }
}

/** Bytes that a column of long text takes. */
const LONG_TEXT = 65_535;

/** @throws BadInput when it is neither text nor a number, or nothing that can be stored. */
export function textFrom(value: unknown, name: string): string {
  try {
    return parseText(value, name, false) ?? '';
  } catch (error) {
    throw error instanceof BadInput ? invalid(name) : error;
  }
}

/** A whole number, zero or more, also as text; undefined when it is none. */
export function wholeFrom(value: unknown): number | undefined {
  const number = wholeNumber(value);
  return number !== undefined && number >= 0 ? number : undefined;
}
