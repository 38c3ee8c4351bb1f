import { isInt } from 'class-validator';
import { BadInput, Violations, WrongType } from '../metadata/errors.js';
import { idFrom, listFrom } from '../metadata/fields/simple.js';
import { parseText } from '../metadata/fields/text.js';
import {
  hasTooMany,
  isBlank,
  isNoChoice,
  isOutOfRange,
  isTooLong,
  type Violation,
} from '../metadata/violation.js';

/** Reads the body of an operation that is no resource, field by field; what is wrong is told all at once. */
export class OperationBody {
  /** Its fields as they were sent. */
  readonly sent: Readonly<Record<string, unknown>>;
  private readonly violations: Violation[] = [];

  /** @throws BadInput when it is no object. PHP sends an empty one as `[]`. */
  constructor(body: unknown) {
    if (typeof body !== 'object' || body === null) throw new BadInput('The body must be a JSON object.');
    this.sent = body as Record<string, unknown>;
  }

  /** Text without blanks around it; undefined where there is none. @throws WrongType. */
  text(name: string, longest = 255): string | undefined {
    const value = parseText(this.sent[name] ?? null, name, true)?.trim() ?? '';
    if ([...value].length > longest) this.violations.push(isTooLong(name, longest));
    return value === '' ? undefined : value;
  }

  /** As `text`, of a field that must be there. */
  requiredText(name: string, longest?: number): string {
    const value = this.text(name, longest);
    if (value === undefined) this.violations.push(isBlank(name));
    return value ?? '';
  }

  /** The id in an id or IRI; what can be none stays as it is, and is found nowhere. */
  id(name: string): string | undefined {
    const value = this.text(name);
    return value === undefined ? undefined : (idFrom(value) ?? value);
  }

  requiredId(name: string): string {
    const value = this.id(name);
    if (value === undefined) this.violations.push(isBlank(name));
    return value ?? '';
  }

  /** Ids and IRIs of a list, each once. */
  ids(name: string, most: number): readonly string[] {
    const list = listFrom(this.sent[name] ?? [], name);
    if (list.length === 0) this.violations.push(isBlank(name));
    if (list.length > most) this.violations.push(hasTooMany(name, most));
    const texts = list.map((each, index) => parseText(each, `${name}[${index}]`, false) ?? '');
    return [...new Set(texts.map((each) => idFrom(each) ?? each.slice(0, 200)))];
  }

  choice<T extends string>(name: string, choices: readonly T[]): T {
    const value = this.requiredText(name).toLowerCase();
    const chosen = choices.find((each) => each === value);
    if (!chosen && value !== '') this.violations.push(isNoChoice(name));
    return chosen ?? ('' as T);
  }

  /** A whole number that must be there. @throws WrongType. */
  whole(name: string, min: number, max: number): number {
    const value = this.sent[name] ?? null;
    if (value === null || value === '') {
      this.violations.push(isBlank(name));
      return min;
    }
    if (!isInt(value)) throw new WrongType(name, 'int', value);
    if ((value as number) < min || (value as number) > max)
      this.violations.push(isOutOfRange(name, min, max));
    return value as number;
  }

  /** False where there is none. @throws WrongType. */
  flag(name: string): boolean {
    const value = this.sent[name] ?? false;
    if (typeof value !== 'boolean') throw new WrongType(name, 'bool', value);
    return value;
  }

  /** Adds what only the caller can know. */
  refuse(violation: Violation): void {
    this.violations.push(violation);
  }

  /** To be called when everything has been read. @throws Violations. */
  done(): void {
    if (this.violations.length > 0) throw new Violations(this.violations);
  }
}
