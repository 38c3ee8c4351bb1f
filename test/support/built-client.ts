import { fileURLToPath } from 'node:url';
import { compiled } from './compiled.js';

// its types are made from the document of the build
compiled('main.js');

/** The folder of `waybill-client`. Before a test run in which a test imports this file, the global setup builds it. */
export const CLIENT = fileURLToPath(new URL('../../clients/typescript/', import.meta.url));
