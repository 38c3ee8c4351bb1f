import type { Config } from '../config/config.js';

/** What commands do; it is loaded when the command line makes sense. */
export type Actions = typeof import('./actions.js');

/** The options of a command line, as `parseArgs` reads them. */
export interface OptionValues {
  readonly [option: string]: string | boolean | (string | boolean)[] | undefined;
}

export interface Command {
  readonly usage: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, { type: 'string' | 'boolean'; multiple?: boolean }>>;
  /** Checks the options. @returns what is to be done, which answers what is printed. @throws WrongUse. */
  readonly prepare: (values: OptionValues) => (work: Actions, config: Config) => Promise<string>;
}

export const text = (value: OptionValues[string]): string | undefined =>
  typeof value === 'string' ? value : undefined;
