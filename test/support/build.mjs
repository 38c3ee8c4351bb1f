// @ts-check
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** A hash of what `dist` was compiled from. `npm run build` empties `dist`, so it is here only when a test run has built. */
const BUILT_FROM = join(ROOT, 'dist/.built-from');
const SETTINGS = ['ormconfig.ts', 'package.json', 'package-lock.json', 'nest-cli.json'];
const TSCONFIGS = ['tsconfig.json', 'tsconfig.build.json'];
/** Whoever runs what is compiled finds it by this file. */
const COMPILED = join(ROOT, 'test/support/compiled.ts');
/** Whoever runs the client in TypeScript is found by this one. */
const CLIENT = join(ROOT, 'test/support/built-client.ts');
/** Whoever opens the dashboard is found by this one. */
const DASHBOARD = join(ROOT, 'test/support/dashboard.ts');

/** Runs `npm run build` unless `dist` was built from what the sources are now, whatever their dates. */
export async function buildIfStale() {
  const sources = hashOfSources();
  if (existsSync(BUILT_FROM) && readFileSync(BUILT_FROM, 'utf8') === sources) return;
  try {
    await promisify(execFile)('npm', ['run', 'build'], { cwd: ROOT });
  } catch (error) {
    const { stdout = '', stderr = '' } = /** @type {{ stdout?: string, stderr?: string }} */ (error);
    throw new Error(`npm run build failed:\n${stdout}${stderr}`, { cause: error });
  }
  writeFileSync(BUILT_FROM, sources);
}

function hashOfSources() {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of [...files, ...[...SETTINGS, ...TSCONFIGS].map((name) => join(ROOT, name))]) {
    hash.update(`${file}\0`).update(createHash('sha256').update(readFileSync(file)).digest());
  }
  return hash.digest('hex');
}

/** Builds the dashboard unless it was built from what its sources are now. */
export async function buildDashboard() {
  await promisify(execFile)(process.execPath, ['web/scripts/build.mjs'], { cwd: ROOT });
}

/** Builds the client in TypeScript, of the `dist` that there is. */
export async function buildClient() {
  await promisify(execFile)(process.execPath, ['clients/typescript/scripts/build.mjs', 'dist'], {
    cwd: ROOT,
  });
}

/**
 * Whether one of these test files runs what is compiled, itself or through a file that it imports.
 * @param {readonly string[]} testFiles absolute paths
 */
export const needsBuild = (testFiles) => imports(testFiles, COMPILED);

/**
 * Whether one of them runs the client in TypeScript.
 * @param {readonly string[]} testFiles absolute paths
 */
export const needsClient = (testFiles) => imports(testFiles, CLIENT);

/**
 * Whether one of them opens the dashboard.
 * @param {readonly string[]} testFiles absolute paths
 */
export const needsDashboard = (testFiles) => imports(testFiles, DASHBOARD);

/**
 * @param {readonly string[]} testFiles
 * @param {string} wanted
 */
function imports(testFiles, wanted) {
  const reached = new Set(testFiles);
  for (const file of reached) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/'(\.{1,2}\/[^'\n]+)\.js'/g)) {
      const imported = join(dirname(file), `${name}.ts`);
      if (imported.startsWith(join(ROOT, 'test/')) && existsSync(imported)) reached.add(imported);
    }
  }
  return reached.has(wanted);
}
