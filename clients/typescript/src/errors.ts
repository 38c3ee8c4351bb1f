/** What is wrong with a field of a body. */
export interface Violation {
  readonly propertyPath: string;
  readonly message: string;
}

/** The server has refused a request, or could not answer it. */
export class WaybillError extends Error {
  override readonly name: string = 'WaybillError';

  constructor(
    message: string,
    /** The status of the answer. */
    readonly status: number,
    /** What is wrong with the body, by field. */
    readonly violations: readonly Violation[] = [],
    /** The id by which the server's log has the request. */
    readonly requestId: string | undefined = undefined,
  ) {
    super(message);
  }
}

/** 400: the request makes no sense, or goes against what is there: `violations` says why. */
export class ValidationError extends WaybillError {
  override readonly name = 'ValidationError';
}
/** 401, or 400 where a token is asked for: the credentials or the token are wrong. */
export class AuthenticationError extends WaybillError {
  override readonly name = 'AuthenticationError';
}
/** 403: this client may not do this. */
export class ForbiddenError extends WaybillError {
  override readonly name = 'ForbiddenError';
}
/** 404: it is not there, or not for this client. */
export class NotFoundError extends WaybillError {
  override readonly name = 'NotFoundError';
}
/** 409: writes collided each time that it was tried. Nothing was written. */
export class ConflictError extends WaybillError {
  override readonly name = 'ConflictError';
}
/** 412: the item has changed since it was read. */
export class ChangedError extends WaybillError {
  override readonly name = 'ChangedError';
}
/** 429: it was tried too often, also after the pauses that the server asked for. */
export class TooManyRequestsError extends WaybillError {
  override readonly name = 'TooManyRequestsError';
}
/** 5xx: the server could not answer, however often it was asked. */
export class ServerError extends WaybillError {
  override readonly name = 'ServerError';
}

/** There was no answer: the server cannot be reached, or the connection was broken off. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}

const CLASSES: Readonly<Record<number, typeof WaybillError>> = {
  400: ValidationError,
  401: AuthenticationError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  412: ChangedError,
  429: TooManyRequestsError,
};

/** The error of an answer that is no success. It reads the body. */
export async function errorOf(response: Response): Promise<WaybillError> {
  const { status, headers } = response;
  const body = objectIn(await response.text().catch(() => ''));
  const told = ['hydra:description', 'detail', 'error_description', 'message', 'error']
    .map((key) => body[key])
    .find((each): each is string => typeof each === 'string' && each !== '');
  const violations = Array.isArray(body.violations) ? (body.violations as Violation[]) : [];
  const Class = CLASSES[status] ?? (status >= 500 ? ServerError : WaybillError);
  return new Class(
    told ?? `The server answered ${status}.`,
    status,
    violations,
    headers.get('x-request-id') ?? undefined,
  );
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
