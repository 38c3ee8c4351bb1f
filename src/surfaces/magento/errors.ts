import { IS_OBJECT, type Problem } from '../../core/http/dto/problems.js';
import { BadInput, ClientError, NotFound, Violations } from '../../core/metadata/errors.js';
import { CODE, type Violation } from '../../core/metadata/violation.js';

// The texts of errors are those of the customer's document; where it has none, they are made like those.

export const invalid = (name: string): BadInput => new BadInput(`Invalid ${name}`);

export const invalidItem = (): BadInput => invalid('item');
export const cannotShip = (): BadInput => new BadInput('Cannot create shipment');
export const ambiguousShipment = (): BadInput => new BadInput('Ambiguous shipment for order');
export const ambiguousOrder = (): BadInput => new BadInput('Ambiguous order');
export const orderNotFound = (): NotFound => new NotFound('Order not found');
export const shipmentNotFound = (): NotFound => new NotFound('Shipment not found');

/** 400: two names in one request lead to different rows. */
export const mismatch = (one: string, other: string): BadInput =>
  new BadInput(`${one} and ${other} do not match`);

/** 409: another shipment has the tracking number. */
export class Conflict extends ClientError {
  readonly status = 409;
  constructor() {
    super('Conflict on save');
  }
}

/** 401: the client, or its refresh token, is not what it says. */
export class WrongCredentials extends ClientError {
  readonly status = 401;
  override readonly headers = { 'WWW-Authenticate': 'Basic realm="api2"' };
  constructor() {
    super('Unauthorized');
  }
}

/** The error for what is wrong with a body or a query: the first problem. */
export function refusal([problem]: readonly Problem[]): ClientError {
  const { path, rule, error } = problem ?? { path: '', rule: IS_OBJECT };
  if (path === '' && rule === IS_OBJECT) return new BadInput('The body must be a JSON object');
  return error ?? invalid(/(\w+)(?:\[\d+\])?$/.exec(path)?.[1] ?? path);
}

/** What speaks against a shipment, as this surface says it; its `cause` is what the rules say. */
export function toMagentoError(error: unknown): unknown {
  const [first] = error instanceof Violations ? error.violations : [];
  const mapped = first && fromViolation(first);
  return mapped ? Object.assign(mapped, { cause: error }) : error;
}

function fromViolation({ propertyPath, code }: Violation): ClientError | undefined {
  if (propertyPath === 'trackingNumber' && code === CODE.notUnique) return new Conflict();
  if (propertyPath.startsWith('shipmentItems')) return invalidItem();
  return ['trackingNumber', 'originCarrier'].includes(propertyPath) ? invalid('track') : undefined;
}
