import type { Violation } from './violation.js';

/** An error with a meaning for the client; everything else is answered as a bare 500. */
export abstract class ClientError extends Error {
  abstract readonly status: number;
  readonly headers: Readonly<Record<string, string>> = {};
  /** What a client can use to mend the request, where its surface tells that. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

/** Answers that time alone changes: a collision, and too many attempts. */
const PASSING: ReadonlySet<number> = new Set([409, 429]);

/** Whether sending the same again would be answered the same: it is neither our failure nor will it pass. */
export const isRefusal = (error: unknown): error is ClientError =>
  error instanceof ClientError && error.status < 500 && !PASSING.has(error.status);

/** 400: the body cannot be read as what it should be. */
export class BadInput extends ClientError {
  readonly status = 400;
}

/** 400: a JSON value of the wrong type. */
export class WrongType extends BadInput {
  constructor(path: string, expected: string, value: unknown) {
    super(`The type of the "${path}" attribute must be "${expected}", "${typeName(value)}" given.`);
  }
}

/** 403: the caller may not do this. */
export class Forbidden extends ClientError {
  readonly status = 403;
  constructor() {
    super('Access Denied.');
  }
}

/** 404: it is not there, or not there for this caller. */
export class NotFound extends ClientError {
  readonly status = 404;
  constructor(message = 'Not Found') {
    super(message);
  }
}

/** 400 with the list of what is wrong. */
export class Violations extends ClientError {
  readonly status = 400;
  constructor(readonly violations: readonly Violation[]) {
    super(violations.map((each) => `${each.propertyPath}: ${each.message}`).join('\n'));
  }
}

/** 409: writers kept colliding; nothing was written, the same request may be sent again. */
export class Collision extends ClientError {
  readonly status = 409;
  override readonly headers = { 'Retry-After': '1' };
  constructor() {
    super('The request collided with other writes. Nothing was written; please try again.');
  }
}

/** 429: it was tried too often lately, or there is too much of it already. */
export class TooMany extends ClientError {
  readonly status = 429;
  override readonly headers: Readonly<Record<string, string>>;
  /** `wait`: seconds until it may be tried again. */
  constructor(wait: number, message = 'There were too many attempts. Please try again later.') {
    super(message);
    this.headers = { 'Retry-After': String(wait) };
  }
}

/** 503: the database does not answer, or not now. */
export class Unavailable extends ClientError {
  readonly status = 503;
  override readonly headers = { 'Retry-After': '5' };
  /** `reason`: what the driver calls it, for the log. */
  constructor(readonly reason?: string) {
    super('The service is not available at the moment. Please try again.');
  }
}

/** PHP's names of JSON types, which TrackMage's messages use. */
function typeName(value: unknown): string {
  if (value === null) return 'NULL';
  if (Array.isArray(value) || typeof value === 'object') return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
