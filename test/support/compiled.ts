import { fileURLToPath } from 'node:url';

/**
 * The path of a compiled source: `compiled('cli.js')` is `dist/src/cli.js`. Before a test run in which a test imports this
 * file, the global setup builds `dist` if the sources have changed.
 */
export function compiled(name: string): string {
  if (process.env.TEST_BUILD !== 'current') throw new Error('The global setup has not built dist.');
  return fileURLToPath(new URL(`../../dist/src/${name}`, import.meta.url));
}
