import { BadInput, NotFound } from '../metadata/errors.js';
import type { Caller } from '../store/caller.js';
import type { Authenticator, AuthenticatedRequest } from './authenticator.js';

/**
 * Does a request's work. What is not there may have been made a moment ago through another process: the caller's scope
 * is looked up again before that is said, and the work repeated when the scope has changed.
 */
export async function retryWithFreshScope<T>(
  request: AuthenticatedRequest,
  authenticator: Authenticator,
  work: (caller: Caller) => T | Promise<T>,
): Promise<T> {
  try {
    return await work(request.caller);
  } catch (error) {
    const isMissing = error instanceof NotFound || error instanceof BadInput;
    const fresh = isMissing ? await authenticator.refresh(request.caller) : request.caller;
    if (fresh === request.caller) throw error;
    return work(fresh);
  }
}
