import { BadInput, type ClientError, Violations, WrongType } from '../../metadata/errors.js';
import {
  CODE,
  hasTooMany,
  isBlank,
  isNoChoice,
  isNoEmail,
  isNoUrl,
  isNotValid,
  isOutOfRange,
  isTooLong,
  isTooShort,
  type Violation,
} from '../../metadata/violation.js';
import { IS_OBJECT, type Problem } from './problems.js';

/** What TrackMage says of a rule that does not hold. Rules that have no line here say it themselves, with a code. */
const VIOLATIONS: Readonly<Record<string, (path: string, ...limits: number[]) => Violation>> = {
  isNotEmpty: isBlank,
  arrayNotEmpty: isBlank,
  maxLength: (path, max = 0) => isTooLong(path, max),
  minLength: (path, min = 0) => isTooShort(path, min),
  isIn: isNoChoice,
  isEmail: isNoEmail,
  isUrl: isNoUrl,
  isValid: isNotValid,
  range: (path, min = 0, max = 0) => isOutOfRange(path, min, max),
  arrayMaxSize: (path, max = 0) => hasTooMany(path, max),
};

/** The error of TrackMage's API for what is wrong with a body or a query: the first value of a wrong type, or all violations. */
export function refusal(problems: readonly Problem[]): ClientError {
  for (const { error, rule, path, value } of problems) {
    if (error) return error;
    if (rule !== IS_OBJECT) continue;
    return path === ''
      ? new BadInput('The body must be a JSON object.')
      : new WrongType(path, 'array', value);
  }
  return new Violations(problems.map(violationOf));
}

const violationOf = ({ path, rule, limits, message, code = CODE.pattern }: Problem): Violation =>
  VIOLATIONS[rule]?.(path, ...(limits as number[])) ?? { propertyPath: path, message, code };
