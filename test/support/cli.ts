import { compiled } from './compiled.js';
import { type Finished, run } from './run.js';

const CLI = compiled('cli.js');

/** Runs the command line to its end. */
export const cli = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Finished> =>
  run(process.execPath, ['--enable-source-maps', CLI, ...args], env);
