import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MIGRATIONS = 'src/migrations';

/** Of git, or undefined where there is no such thing in this checkout. */
function git(...args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

const exists = (commit: string): boolean => git('cat-file', '-e', `${commit}^{commit}`) !== undefined;

/** Whether servers that do not know the newest migration may run beside it. */
function newestMigrationIsRolling(): boolean {
  const files = readdirSync(join(ROOT, MIGRATIONS)).filter((name) => /^\d+-/.test(name));
  const newest = files.sort().at(-1) ?? '';
  return readFileSync(join(ROOT, MIGRATIONS, newest), 'utf8').includes('olderServersGoOn = true');
}

/**
 * The commit of the version before this one: without the newest migration where that says that older servers go on, else
 * the last commit. Undefined in a checkout without history, such as a shallow clone or an unpacked package.
 */
export function earlierCommit(): string | undefined {
  const touched = git('log', '-1', '--format=%H', '--', MIGRATIONS);
  const found = touched && newestMigrationIsRolling() ? `${touched}^` : 'HEAD^';
  return exists(found) ? git('rev-parse', found) : undefined;
}

/** The compiled sources of a commit, on the packages of today, in a folder that `remove` removes. */
export async function compileCommit(
  commit: string,
): Promise<{ readonly main: string; readonly cli: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-earlier-'));
  const script = join(ROOT, 'test/support/build-earlier.mjs');
  const { code, stderr } = await run(process.execPath, [script, commit, folder]);
  if (code !== 0) throw new Error(`Commit ${commit} could not be compiled:\n${stderr}`);
  return {
    main: join(folder, 'dist/src/main.js'),
    cli: join(folder, 'dist/src/cli.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
