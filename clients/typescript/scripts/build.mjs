// Makes dist: the types of the API from the server's OpenAPI document, and the client compiled. It needs no database and no
// network: node scripts/build.mjs [directory of the compiled server] [--types]
// With --types it makes the types alone.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const ROOT = new URL('../../../', import.meta.url);
const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const SCHEMA = new URL('../src/schema.gen.d.ts', import.meta.url);

const [named] = process.argv.slice(2).filter((each) => each !== '--types');
const compiled = (named ? [named] : ['dist', 'var/check']).find((directory) =>
  existsSync(new URL(`${directory}/src/app/api-document.js`, ROOT)),
);
if (!compiled) {
  console.error('The server is not compiled, so there is no OpenAPI document yet: npm run build');
  process.exit(1);
}
const file = fileURLToPath(new URL(`${compiled}/src/app/api-document.js`, ROOT));
const { apiDocument } = await import(pathToFileURL(file).href);
const document = JSON.stringify(apiDocument('https://waybill.invalid'));
// what has a default need not be sent
const text = astToString(await openapiTS(document, { defaultNonNullable: false }));
const known = existsSync(SCHEMA) ? readFileSync(SCHEMA, 'utf8') : '';
if (known !== text) writeFileSync(SCHEMA, text);
if (process.argv.includes('--types')) process.exit();

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [tsc, '-p', PACKAGE], { stdio: 'inherit' });
if (status === 0) {
  mkdirSync(new URL('../dist', import.meta.url), { recursive: true });
  // tsc copies no declarations
  copyFileSync(SCHEMA, new URL('../dist/schema.gen.d.ts', import.meta.url));
}
process.exitCode = status ?? 1;
