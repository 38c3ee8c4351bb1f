import type { ClientError } from '../metadata/errors.js';
import type { Problem } from './dto/problems.js';
import type { RequestQuota } from './request-rates.js';

/** Paths that speak another API's language: whatever goes wrong there is told in its one shape. */
export interface Surface {
  /** `/api2`: that path and all below it. */
  readonly prefix: string;
  /** The JSON body of an error. */
  readonly errorBody: (error: ClientError) => unknown;
  /** The error for what is wrong with a body or a query that was read as a DTO; TrackMage's where there is none. */
  readonly refusal?: (problems: readonly Problem[]) => ClientError;
  /** Headers of every answer, errors as well, that say what is left to the caller. `wait`: its `Retry-After`. */
  readonly quotaHeaders?: (
    quota: RequestQuota,
    wait: number | string | string[] | undefined,
  ) => Readonly<Record<string, string>>;
}

/** The token under which Nest injects the list of them. */
export const SURFACES = Symbol('surfaces');

/** The surface that a request's path belongs to. */
export function surfaceOf(url: string, surfaces: readonly Surface[]): Surface | undefined {
  const path = decoded(url.split('?', 1)[0] ?? '');
  return surfaces.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
}

/** Routes are found by the decoded path; what cannot be decoded stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
