// Builds the dashboard into dist, unless it was built from what the sources are now: node scripts/build.mjs [--force]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const WEB = fileURLToPath(new URL('..', import.meta.url));
const DIST = join(WEB, 'dist');
const STAMP = join(DIST, '.built-from');
/** Made by the build itself, or nothing that it depends on. */
const IGNORED = /^(?:dist|node_modules)(?:\/|$)|\.gen\.(?:(?:d\.)?ts|woff2)$|\.md$/;
const COMPRESSED = /\.(?:js|css|svg|json|html)$/;

function filesIn(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (IGNORED.test(relative(WEB, path))) return [];
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

function hashOfSources() {
  const hash = createHash('sha256');
  const used = [...filesIn(WEB), ...filesIn(join(WEB, '../clients/typescript/src'))];
  for (const path of [...used.sort(), join(WEB, '../package-lock.json')])
    hash.update(`${relative(WEB, path)}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

const sources = hashOfSources();
const isCurrent = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources;
if (!isCurrent || process.argv.includes('--force')) {
  const started = Date.now();
  // also when a test run has built it
  process.env.NODE_ENV = 'production';
  const { makeIconFont } = await import('./icon-font.mjs');
  await makeIconFont();
  const { build } = await import('vite');
  await build({ root: WEB, logLevel: 'warn' });
  for (const name of readdirSync(join(DIST, 'assets'))) {
    if (!COMPRESSED.test(name)) continue;
    const path = join(DIST, 'assets', name);
    const content = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(
      `${path}.br`,
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    );
  }
  writeFileSync(STAMP, sources);
  console.log(`The dashboard is built (${((Date.now() - started) / 1000).toFixed(1)} s).`);
}
// editors and the type check want the types of the API; the bundle does not depend on them
if (!existsSync(join(WEB, 'src/api/schema.gen.ts')) && existsSync(join(WEB, '../dist')))
  execFileSync(process.execPath, [join(WEB, 'scripts/generate-types.mjs')], { stdio: 'inherit' });
