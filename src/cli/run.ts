import { parseArgs } from 'node:util';
import type { Command } from './command.js';
import { COMMANDS } from './commands.js';
import { UsageError } from './cli-options.js';

const USAGE = `Usage: node dist/src/cli.js <command>

${[...COMMANDS.values()].map(({ usage, summary }) => `  ${usage}\n      ${summary}\n`).join('')}  help
      Shows this.

--json prints one JSON object. The database is the one that DATABASE_URL names, as for the server.
`;

/** Does what the arguments say. @returns the exit code: 2 after wrong use, 1 when it failed. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const [name, ...rest] = args;
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    const command = prepare(name, rest);
    return await execute(command, env);
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`);
    if (!(error instanceof UsageError)) return 1;
    process.stderr.write(`\n${USAGE}`);
    return 2;
  }
}

/** What commands need is loaded when the command line makes sense. */
async function execute(command: Prepared, env: NodeJS.ProcessEnv): Promise<number> {
  const [work, { readConfig }, { startProblem }] = await Promise.all([
    import('./actions.js'),
    import('../config/config.js'),
    import('../app/start-problem.js'),
  ]);
  const config = readConfig(env);
  try {
    process.stdout.write(`${await command(work, config)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${startProblem(error, config) ?? sentence(error)}\n`);
    return 1;
  }
}

type Prepared = ReturnType<Command['prepare']>;

function prepare(name: string | undefined, args: string[]): Prepared {
  if (name === undefined) throw new UsageError('A command is missing.');
  const command = COMMANDS.get(name);
  if (!command) throw new UsageError(`There is no command "${name}".`);
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args, options: command.options, allowPositionals: false });
  } catch (error) {
    throw new UsageError(sentence(error));
  }
  return command.prepare(parsed.values);
}

/** The first sentence of what went wrong. */
function sentence(error: unknown): string {
  const { message = '', code = '' } = error as { message?: string; code?: string };
  const [line = ''] = (message || code || String(error)).split('\n');
  const first = /^.*?\.(?= [A-Z])/.exec(line)?.[0] ?? line;
  return first.endsWith('.') ? first : `${first}.`;
}
