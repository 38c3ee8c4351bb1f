import { Violations, type ClientError } from '../metadata/errors.js';

const TITLE = 'An error occurred';

/** An error as JSON-LD. */
export function hydraError(error: Pick<ClientError, 'message'>): object {
  if (error instanceof Violations) {
    return {
      '@context': '/contexts/ConstraintViolationList',
      '@type': 'ConstraintViolationList',
      'hydra:title': TITLE,
      'hydra:description': error.message,
      violations: error.violations,
    };
  }
  return {
    '@context': '/contexts/Error',
    '@type': 'hydra:Error',
    'hydra:title': TITLE,
    'hydra:description': error.message,
  };
}

/** An error as RFC 7807 says. */
export function problem(error: Pick<ClientError, 'message' | 'status'>): object {
  return {
    type: 'about:blank',
    title: TITLE,
    status: error.status,
    detail: error.message,
    ...(error instanceof Violations ? { violations: error.violations } : {}),
  };
}
