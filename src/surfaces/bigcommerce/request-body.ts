import { BadInput } from '../../core/metadata/errors.js';
import { MAX_INTEGER } from '../../core/metadata/fields/number.js';
import { listFrom } from '../../core/metadata/fields/simple.js';
import { storable } from '../../core/metadata/fields/text.js';
import { parseMoney } from '../../core/metadata/money.js';
import { booleanFrom, isEmpty, jsonObject, wholeNumber } from '../shared/lenient-values.js';
import { InvalidBody, InvalidField, MissingField } from './errors.js';

/**
 * Reads a JSON object field by field. Clients send numbers as text and text as numbers: both are taken. Where a field is
 * not there a reader answers undefined, and null counts as empty text.
 */
export class RequestBody {
  private readonly sent: Readonly<Record<string, unknown>>;

  /** @throws InvalidBody when it is no object. */
  constructor(body: unknown) {
    const sent = jsonObject(body);
    if (!sent) throw new InvalidBody();
    this.sent = sent;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.sent, name);
  }

  /** @throws MissingField naming the first that is not there, or empty. */
  require(...names: readonly string[]): void {
    for (const name of names) if (isEmpty(this.sent[name])) throw new MissingField(name);
  }

  /** Text of so many characters at most, as it was sent. @throws InvalidField. */
  text(name: string, longest = 255): string | undefined {
    if (!this.has(name)) return undefined;
    const value = this.sent[name] ?? '';
    // a number with more digits than JavaScript has is not what was sent any more
    if (typeof value !== 'string' && !(isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER))
      throw new InvalidField(name, 'The value must be a string.');
    const text = String(value);
    if ([...text].length > longest)
      throw new InvalidField(name, `The value must have ${longest} characters or fewer.`);
    return kept(text, name);
  }

  /** A whole number of a 32-bit column. @throws InvalidField. */
  integer(name: string, min = 0, max = MAX_INTEGER): number | undefined {
    const value = this.sent[name];
    if (isEmpty(value)) return undefined;
    const number = wholeNumber(value);
    if (number === undefined) throw new InvalidField(name, 'The value must be a whole number.');
    if (number < min || number > max)
      throw new InvalidField(name, `The value must be between ${min} and ${max}.`);
    return number;
  }

  /** An amount in ten-thousandths, zero or more. @throws InvalidField. */
  money(name: string): number | undefined {
    const value = this.sent[name];
    if (isEmpty(value)) return undefined;
    const amount = typeof value === 'string' || isFinite(value) ? parseMoney(String(value)) : undefined;
    if (amount === undefined)
      throw new InvalidField(name, 'The value must be a decimal number with four places at most.');
    if (amount < 0) throw new InvalidField(name, 'The value must be zero or more.');
    return amount;
  }

  /** True and false, also as 1 and 0 or as text. @throws InvalidField. */
  flag(name: string): boolean | undefined {
    const value = this.sent[name];
    if (isEmpty(value)) return undefined;
    const flag = booleanFrom(value);
    if (flag === undefined) throw new InvalidField(name, 'The value must be true or false.');
    return flag;
  }

  /** @throws InvalidField when it is no object. */
  object(name: string): RequestBody | undefined {
    const value = this.sent[name];
    return isEmpty(value) ? undefined : inside(value, name);
  }

  /** Each an object, of so many at most. @throws InvalidField. */
  list(name: string, most = MAX_LIST_LENGTH): readonly RequestBody[] | undefined {
    const value = this.sent[name];
    if (isEmpty(value)) return undefined;
    if (typeof value !== 'object' || value === null)
      throw new InvalidField(name, 'The value must be a list.');
    const list = listFrom(value, name);
    if (list.length > most) throw new InvalidField(name, `The list must have ${most} entries or fewer.`);
    return list.map((each) => inside(each, name));
  }
}

/** Lines of an order at most. */
export const MAX_LIST_LENGTH = 1000;

const isFinite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function inside(value: unknown, name: string): RequestBody {
  try {
    return new RequestBody(value);
  } catch (error) {
    throw error instanceof InvalidBody ? new InvalidField(name, 'There must be a JSON object.') : error;
  }
}

function kept(text: string, name: string): string {
  try {
    return storable(text, name);
  } catch (error) {
    throw error instanceof BadInput
      ? new InvalidField(name, 'The value contains characters that are not allowed.')
      : error;
  }
}
