import { CASES } from './cases.js';
import { measureAgainst, measureAll } from './session.js';
import { readOptions, USAGE, type Options } from './options.js';
import { keep, thisMachine } from './report/results.js';
import { say } from './report/say.js';
import { tableOf } from './report/table.js';

process.exitCode = await run(process.argv.slice(2));

async function run(args: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (options.lists) {
    process.stdout.write(CASES.map(({ name, title }) => `${name.padEnd(20)}${title}\n`).join(''));
    return 0;
  }
  const measured = await (options.against ? measureAgainst(options, options.against) : measureAll(options));
  const results = {
    date: new Date().toISOString(),
    command: `npm run bench -- ${args.join(' ')}`.trim(),
    machine: thisMachine(),
    node: process.versions.node,

    rounds: options.rounds,
    seconds: options.seconds,
    ...measured,
  };
  if (!options.only) say(`Written to ${await keep(results)}.`);
  process.stdout.write(`${tableOf(results)}\n`);
  return 0;
}
