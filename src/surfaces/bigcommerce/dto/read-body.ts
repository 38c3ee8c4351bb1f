import type { Type } from '@nestjs/common';
import { InvalidInput, IS_OBJECT, type Problem } from '../../../core/http/dto/problems.js';
import { IS_REQUIRED, readInto } from '../../../core/http/dto/read-dto.js';
import type { ClientError } from '../../../core/metadata/errors.js';
import { InvalidBody, InvalidField, MissingField } from '../errors.js';

/** Which problem of several is named: a missing field comes first, then those of the fields in their order, but for these. */
interface Precedence {
  /** Fields that are named before others. */
  readonly first?: readonly string[];
  /** Fields of which what is inside is named after everything else. */
  readonly insideLast?: readonly string[];
}

const PRECEDENCE = Symbol('precedence of problems');

/** Says which problem of a body is named, where there are several. */
export const Names =
  (precedence: Precedence): ClassDecorator =>
  (target) =>
    Reflect.defineMetadata(PRECEDENCE, precedence, target);

/** Reads a body. @throws ClientError for the problem that is named. */
export function readBody<T extends object>(dto: Type<T>, sent: unknown): T {
  try {
    return readPart(dto, sent, '');
  } catch (error) {
    throw error instanceof InvalidInput ? refusal(error.problems) : error;
  }
}

/** Reads an object inside of a body. @throws InvalidInput with the one problem that is named. */
export function readPart<T extends object>(dto: Type<T>, sent: unknown, path: string): T {
  const problems: Problem[] = [];
  const value = readInto(dto, sent, path, problems);
  const precedence = (Reflect.getMetadata(PRECEDENCE, dto) as Precedence | undefined) ?? {};
  const rank = (problem: Problem): number =>
    rankOf(problem, path === '' ? problem.path : problem.path.slice(path.length + 1), precedence);
  const [first] = problems.sort((one, other) => rank(one) - rank(other));
  if (first) throw new InvalidInput([first]);
  return value;
}

function rankOf(problem: Problem, path: string, { first = [], insideLast = [] }: Precedence): number {
  const [name = ''] = /^\w*/.exec(path) ?? [];
  const isInside = path.includes('.');
  if (!isInside && isMissing(problem)) return -1;
  if (isInside && insideLast.includes(name)) return first.length + 1;
  return first.includes(name) ? first.indexOf(name) : first.length;
}

const isMissing = ({ rule, error }: Problem): boolean =>
  rule === IS_REQUIRED || error instanceof MissingField;

/** The name of a field in a path: `items[0].quantity` is `quantity`, and `items[0]` `items`. */
export const lastOf = (path: string): string => /(\w+)(?:\[\d+\])?$/.exec(path)?.[1] ?? path;

/** The error for what is wrong with a body: the first problem. */
export function refusal([problem]: readonly Problem[]): ClientError {
  const { path, rule, error } = problem ?? { path: '', rule: IS_OBJECT };
  if (error) return error;
  if (rule === IS_REQUIRED) return new MissingField(lastOf(path));
  return path === '' ? new InvalidBody() : new InvalidField(lastOf(path), 'There must be a JSON object.');
}
