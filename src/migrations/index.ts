import { Initial1795400000000 } from './1795400000000-initial.js';

/** In the order in which they run. */
export const migrations = [Initial1795400000000];
