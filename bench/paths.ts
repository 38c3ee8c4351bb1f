import { fileURLToPath } from 'node:url';

/** What the benchmark was compiled to, beside the sources: `var/bench-build/`. */
const BUILD = new URL('../', import.meta.url);

/** The repository. */
export const ROOT = fileURLToPath(new URL('../../', BUILD));

/** A compiled file: `src/main.js`. */
export const built = (path: string): string => fileURLToPath(new URL(path, BUILD));
