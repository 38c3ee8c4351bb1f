import { ClientError } from '../../core/metadata/errors.js';

/** What a client can use to mend a request, beside the reason. */
type Details = Readonly<Record<string, unknown>>;

/** What BigCommerce's API has words of its own for. */
export class StoreError extends ClientError {
  constructor(
    readonly status: number,
    message: string,
    override readonly details?: Details,
  ) {
    super(message);
  }
}

/** 400: a field's value cannot be taken. `reason` is a sentence. */
export class InvalidField extends StoreError {
  constructor(name: string, reason: string, more: Details = {}) {
    super(400, `The field '${name}' is invalid.`, { invalid_reason: reason, ...more });
  }
}

/** 400: a field that must be there is not. */
export class MissingField extends StoreError {
  constructor(name: string) {
    super(400, `The required field '${name}' was not supplied.`);
  }
}

/** 400: a field that only the server writes, or that cannot be written any more. */
export class UnwritableField extends StoreError {
  constructor(name: string) {
    super(
      400,
      `The field '${name}' cannot be written to. Please remove it from your request before trying again.`,
    );
  }
}

/** 400: there is no JSON object in the body. */
export class InvalidBody extends StoreError {
  constructor() {
    super(400, 'The body must be a JSON object.');
  }
}

/** 401: there is no token, or nobody knows it. */
export class TokenRefused extends StoreError {
  override readonly headers = { 'WWW-Authenticate': 'X-Auth-Token' };
  constructor(message: 'The X-Auth-Token header is required.' | 'The token is not valid.') {
    super(401, message);
  }
}

/** 403: the token may not do this. */
export class ScopeMissing extends StoreError {
  constructor() {
    super(403, "You don't have a required scope to access the endpoint.");
  }
}

/** 413: pages are not that long. */
export class PageTooLong extends StoreError {
  constructor(limit: number) {
    super(413, `A page has ${limit} results at most.`);
  }
}
