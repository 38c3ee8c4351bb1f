// Makes clients of OpenAPI documents by the generators that people use: generate-clients.mjs <directory>. The documents are
// `<directory>/documents/<name>.json`, and their clients go into `<directory>/<name>/`. It needs no network.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import openapiTS, { astToString } from 'openapi-typescript';

const [, , directory = '.'] = process.argv;
const names = readdirSync(join(directory, 'documents')).map((file) => file.replace('.json', ''));
const documentOf = (name) => join(directory, 'documents', `${name}.json`);

for (const name of names) {
  const document = documentOf(name);
  const types = await openapiTS(readFileSync(document, 'utf8'));
  await createClient({
    input: document,
    output: { path: join(directory, name, 'hey'), importFileExtension: '.js' },
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
    logs: { level: 'silent' },
  });
  writeFileSync(join(directory, name, 'types.ts'), astToString(types));
}

const outputs = names.flatMap((name) =>
  ['fetch', 'zod'].map((client) => [
    `${name} ${client}`,
    {
      input: documentOf(name),
      output: {
        target: join(directory, name, `${client}.ts`),
        client,
        mode: 'single',
        // times have an offset (RFC 3339); zod takes only those in UTC otherwise
        override: { zod: { dateTimeOptions: { offset: true } } },
      },
    },
  ]),
);
// orval reads its configuration by `require`
const configuration = join(directory, 'orval.config.cjs');
writeFileSync(configuration, `module.exports = ${JSON.stringify(Object.fromEntries(outputs))};`);
const orval = join(createRequire(import.meta.url).resolve('orval'), '../bin/orval.js');
const { status, stdout, stderr } = spawnSync(process.execPath, [orval, '--config', configuration], {
  encoding: 'utf8',
});
if (status !== 0) console.error(stdout + stderr);
process.exitCode = status ?? 1;
