import { Initial1795400000000 } from './1795400000000-initial.js';
import { IdempotencyKeys1795486400000 } from './1795486400000-idempotency-keys.js';

/** In the order in which they run. */
export const migrations = [Initial1795400000000, IdempotencyKeys1795486400000];
