// Makes src/api/schema.gen.ts, the types of the API, of what the server itself says in its OpenAPI document:
// node scripts/generate-types.mjs [directory of the compiled server]. It needs no database and no network.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
const TARGET = new URL('../src/api/schema.gen.ts', import.meta.url);

/** The compiled server: what was named, else what `npm run check` or `npm run build` has left. */
const named = process.argv[2];
const compiled = (named ? [named] : ['var/check', 'dist']).find((directory) =>
  existsSync(new URL(`${directory}/src/app/api-document.js`, ROOT)),
);
if (!compiled) {
  console.error('The server is not compiled, so there is no OpenAPI document yet: npm run build');
  process.exit(1);
}

const file = fileURLToPath(new URL(`${compiled}/src/app/api-document.js`, ROOT));
const { apiDocument } = await import(pathToFileURL(file).href);
const { default: openapiTS, astToString } = await import('openapi-typescript');
const text = astToString(await openapiTS(JSON.stringify(apiDocument('https://waybill.invalid'))));
const header =
  '// Made by scripts/generate-types.mjs from the OpenAPI document of the server. Not to be edited.\n';
const known = existsSync(TARGET) ? readFileSync(TARGET, 'utf8') : '';
// what is the same is not written again: compilers go by its date
if (known !== header + text) writeFileSync(TARGET, header + text);
// the client that the dashboard uses has types of its own, made alike
const client = fileURLToPath(new URL('clients/typescript/scripts/build.mjs', ROOT));
execFileSync(process.execPath, [client, compiled, '--types'], { stdio: 'inherit' });
