import { ClientError } from '../../metadata/errors.js';

/** Why a field of a DTO is refused. */
export interface Problem {
  /** The field, dotted and with list positions: `shipmentItems[0].qty`; empty for the whole. */
  readonly path: string;
  /** What its reader threw, which can make nothing of the value. No rule has been tried then. */
  readonly error?: ClientError;
  /** The rule that does not hold, as class-validator calls it: `maxLength`. */
  readonly rule: string;
  /** The rule's limits: `[255]`. */
  readonly limits: readonly unknown[];
  /** What class-validator says of it, and the code that the rule was given in `context`. */
  readonly message: string;
  readonly code?: string | undefined;
  readonly value: unknown;
}

/** Whether something is what a JSON object is read from; PHP sends an empty one as `[]`. */
export const IS_OBJECT = 'isObject';

/** 400: a body or a query is not what its DTO says. Each surface says it in its own words: see `Surface.refusal`. */
export class InvalidInput extends ClientError {
  readonly status = 400;
  constructor(readonly problems: readonly Problem[]) {
    super('The request is not valid.');
  }
}
