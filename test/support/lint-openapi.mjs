// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// Lints the OpenAPI documents of what has been compiled: lint-openapi.mjs <directory of it>. It needs no database and no network.
const [, , compiled = 'dist'] = process.argv;
const root = fileURLToPath(new URL('../..', import.meta.url));
const { apis } = await import(pathToFileURL(join(root, compiled, 'src/app/api-document.js')).href);
const linter = join(
  dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')),
  'bin/cli.js',
);

const directory = mkdtempSync(join(tmpdir(), 'waybill-openapi-'));
try {
  /** @type {string[]} */
  const files = [];
  for (const { title, make } of apis) {
    const file = join(directory, `${title}.json`);
    writeFileSync(file, JSON.stringify(make('https://waybill.invalid'), null, 2));
    files.push(file);
  }
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [linter, 'lint', ...files, '--config', join(root, 'redocly.yaml')],
    {
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    },
  );
  if (status === 0) console.log(`${files.length} OpenAPI documents have no error and no warning.`);
  else console.error(stdout + stderr);
  process.exitCode = status ?? 1;
} finally {
  rmSync(directory, { recursive: true, force: true });
}
