// Lints the files whose result may differ from the last one: node .ci/lint.mjs. `npm run lint` looks at all of them.
//
// A rule that knows types sees more than its file, so ESLint's own cache would keep results that are no longer true. The
// build information of `npm run typecheck` has, for each file, a hash of its content, one of its declarations (what others
// see of it) and what it imports. A result holds while the file's content, the declarations of everything that it
// reaches by imports, every package and the configuration are the same.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The files that were linted without a word, with the key of all that this depended on. */
export const LINTED = 'node_modules/.cache/lint.json';
const BUILD_INFO = 'var/check/tsconfig.tsbuildinfo';
const SETTINGS = ['eslint.config.js', 'tsconfig.json', 'package-lock.json', '.ci/lint.mjs'];

const hash = (...texts) => createHash('sha256').update(JSON.stringify(texts)).digest('hex');
const contentHash = (text) => createHash('sha256').update(text).digest('hex');

async function readJson(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

const isLinted = (file) => /\.(ts|tsx|mts|js|mjs|cjs)$/.test(file);

/**
 * The sources of the working copy, tracked or new, and what they are set up by: content by path from its root. None where
 * there is no repository.
 */
async function readSources() {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const { stdout } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const all = stdout?.split('\0') ?? [];
  const texts = new Map();
  for (const file of all.filter((each) => isLinted(each) || each.endsWith('.json'))) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text !== undefined) texts.set(file, text);
  }
  return texts;
}

/** A function that gives the key of a file; undefined when the build information is not about these sources. */
async function readKeys(sources) {
  const info = await readJson(BUILD_INFO);
  if (!info?.fileNames || !info.fileInfos || !info.referencedMap || !info.fileIdsList) return undefined;

  const paths = info.fileNames.map((name) => relative('.', resolve(dirname(BUILD_INFO), name)));
  const isOwn = paths.map((path) => !path.startsWith('..') && !path.startsWith('node_modules/'));
  const isOther = paths.some(
    (path, index) => isOwn[index] && info.fileInfos[index].version !== contentHash(sources.get(path) ?? ''),
  );
  if (isOther) return undefined;

  const imports = paths.map(() => []);
  for (const [file, list] of info.referencedMap) {
    imports[file - 1] = info.fileIdsList[list - 1].map((id) => id - 1).filter((index) => isOwn[index]);
  }
  // what every result depends on: the settings, the packages, and files that declare something for all others
  const common = hash(
    process.version,
    info.version,
    info.options,
    SETTINGS.map((file) => sources.get(file) ?? null),
    info.fileInfos.filter((each, index) => !isOwn[index] || each.affectsGlobalScope),
  );
  const declarations = info.fileInfos.map(({ signature, version }) => signature ?? version);
  const indexes = new Map(paths.map((path, index) => [path, index]));

  return (file) => {
    const start = indexes.get(file);
    // a file without types is judged by itself; one with types that tsc has not seen, always anew
    if (start === undefined) return /tsx?$/.test(file) ? undefined : hash(common, sources.get(file));
    const reached = new Set(imports[start]);
    for (const index of reached) for (const next of imports[index]) reached.add(next);
    const seen = [...reached].map((index) => `${paths[index]} ${declarations[index]}`).sort();
    return hash(common, sources.get(file), seen);
  };
}

async function main() {
  // otherwise its parser gets ready to watch the files
  process.env.TSESTREE_SINGLE_RUN = 'true';
  const sources = await readSources();
  const files = [...sources.keys()].filter(isLinted);
  const linted = (await readJson(LINTED)) ?? {};
  const keyOf = await readKeys(sources);
  const isKnown = (file, key) => key !== undefined && linted[file] === key;
  const changed = files.filter((file) => !isKnown(file, keyOf?.(file)));
  if (keyOf && changed.length === 0) return console.log('Nothing that a result depends on has changed.');

  const { ESLint } = await import('eslint');
  const eslint = new ESLint({ warnIgnored: false });
  const results = await eslint.lintFiles(keyOf ? changed : ['.']);
  const report = await (await eslint.loadFormatter('stylish')).format(results);
  if (report) console.log(report);
  const isClean = ({ messages }) => messages.length === 0;
  if (!results.every(isClean)) process.exitCode = 1;

  // at the first run tsc has only now compiled; what has been edited meanwhile was perhaps not what was linted
  const now = await readSources();
  const after = hash([...now]) === hash([...sources]) ? await readKeys(now) : undefined;
  if (!after) return;
  const clean = new Set(results.filter(isClean).map(({ filePath }) => relative('.', filePath)));
  const kept = files
    .map((file) => [file, after(file)])
    .filter(([file, key]) => clean.has(file) || isKnown(file, key));
  await mkdir(dirname(LINTED), { recursive: true });
  await writeFile(LINTED, JSON.stringify(Object.fromEntries(kept)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
