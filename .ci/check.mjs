// npm run check: formatting, lint, types, imports and the OpenAPI documents, as many at a time as there are processors.
//
// What has been found right before and cannot have changed is not looked at again: Prettier goes by a file's content, tsc
// by its build information, ESLint as .ci/lint.mjs says. With CI=true everything is looked at.
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { LINTED } from './lint.mjs';

const PRETTIER_CACHE = 'node_modules/.cache/prettier/.prettier-cache';
/** Where `npm run typecheck` leaves what it has compiled. */
const COMPILED = 'var/check';

const npx = (...command) => ['npx', '--no-install', ...command];
/** Each begins when those it is `after` have succeeded. */
const tasks = [
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'], after: [] },
  // the dashboard's types of the API are made of what has been compiled
  { name: 'types of web', command: ['npm', 'run', '--silent', 'typecheck:web'], after: ['types'] },
  {
    name: 'types of the client',
    command: [process.execPath, 'clients/typescript/scripts/build.mjs', COMPILED],
    // which makes the types of the client as well, at the same place
    after: ['types of web'],
  },
  // its rules see those types
  {
    name: 'lint',
    command: [process.execPath, '.ci/lint.mjs'],
    after: ['types of the client'],
  },
  {
    name: 'format',
    command: npx(
      'prettier',
      '--check',
      '.',
      '--cache',
      '--cache-strategy=content',
      '--log-level=warn',
    ).concat(`--cache-location=${PRETTIER_CACHE}`),
    after: [],
  },
  { name: 'imports', command: npx('depcruise', '--config', '.dependency-cruiser.mjs', 'src'), after: [] },
  {
    name: 'openapi',
    command: [process.execPath, 'test/support/lint-openapi.mjs', COMPILED],
    after: ['types'],
  },
];

if (process.env.CI === 'true') {
  for (const path of [PRETTIER_CACHE, COMPILED, LINTED]) await rm(path, { recursive: true, force: true });
}
// the documents tell the version of the package.json above them
const { type, version } = JSON.parse(await readFile('package.json', 'utf8'));
await mkdir(COMPILED, { recursive: true });
await writeFile(`${COMPILED}/package.json`, JSON.stringify({ type, version }));

/** Runs one command to its end and shows what it wrote in one piece. */
const run = ({ name, command: [program, ...args] }) =>
  new Promise((resolve) => {
    const began = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
      process.stdout.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });

const done = new Map();
const waiting = new Set(tasks);
const running = new Set();
while (waiting.size + running.size > 0) {
  for (const task of waiting) {
    if (task.after.some((name) => done.get(name) === false)) {
      console.log(`FAILED ${task.name} (not run: ${task.after.join(', ')} failed)`);
      done.set(task.name, false);
      waiting.delete(task);
    } else if (running.size < availableParallelism() && task.after.every((name) => done.get(name))) {
      waiting.delete(task);
      const job = run(task).then((succeeded) => {
        done.set(task.name, succeeded);
        running.delete(job);
      });
      running.add(job);
    }
  }
  await Promise.race(running);
}
process.exitCode = [...done.values()].every(Boolean) ? 0 : 1;
