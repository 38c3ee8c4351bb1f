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
/**
 * A script of a package.
 * @param {string} name
 * @param {string} path
 */
const scriptOf = (name, path) =>
  join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), path);
const redocly = scriptOf('@redocly/cli', 'bin/cli.js');
const spectral = scriptOf('@stoplight/spectral-cli', 'dist/index.js');

const directory = mkdtempSync(join(tmpdir(), 'waybill-openapi-'));
try {
  /** @type {string[]} */
  const files = [];
  for (const { title, make } of apis) {
    const file = join(directory, `${title}.json`);
    writeFileSync(file, JSON.stringify(make('https://waybill.invalid'), null, 2));
    files.push(file);
  }
  const linters = [
    [redocly, 'lint', ...files, '--config', join(root, 'redocly.yaml')],
    [
      spectral,
      'lint',
      ...files,
      '--ruleset',
      join(root, '.spectral.yaml'),
      '--fail-severity=warn',
      '--quiet',
    ],
  ];
  for (const args of linters) {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    });
    if (status === 0) continue;
    console.error(stdout + stderr);
    process.exitCode = status ?? 1;
  }
  if (!process.exitCode) console.log(`${files.length} OpenAPI documents have no error and no warning.`);
} finally {
  rmSync(directory, { recursive: true, force: true });
}
