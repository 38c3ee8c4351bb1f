// @ts-check
/**
 * For authors of migrations: `npm run migration:create -- shipment-comments` makes one and adds it to the list,
 * `npm run migration:seal` writes down the hashes of those that are finished, so that nobody changes them afterwards.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** SHA-256 of each migration's file as it landed. */
export const LANDED = fileURLToPath(new URL('../../test/migrations/landed.json', import.meta.url));
const MAX_NAME = 50;

/**
 * The files of migrations, by their time stamps: `1795400000000-initial.ts`.
 * @param {string} directory
 */
export const migrationFiles = (directory = HERE) =>
  readdirSync(directory)
    .filter((file) => /^\d{13}-.*\.ts$/.test(file))
    .sort();

/**
 * The hash of a migration, without its imports: what it calls may move.
 * @param {string} file
 * @param {string} directory
 */
export function hashOf(file, directory = HERE) {
  const text = readFileSync(join(directory, file), 'utf8').replace(/^import [^;]*;\n/gm, '');
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Makes a migration, dated now, as the last of the list.
 * @param {string | undefined} name such as `shipment-comments`
 * @returns {string} its file's name
 * @throws {Error} saying in a sentence what the author has to do otherwise
 */
export function createMigration(name, now = Date.now(), directory = HERE) {
  if (name === undefined || name.length > MAX_NAME || !/^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/.test(name))
    throw new Error(
      `The name of a migration is lower-case words with hyphens between them, ${MAX_NAME} characters at most: npm run migration:create -- shipment-comments`,
    );
  const list = join(directory, 'index.ts');
  const text = readFileSync(list, 'utf8');
  const same = migrationFiles(directory).find((file) => file.slice(14, -3) === name);
  if (same) throw new Error(`There is a migration of this name: ${same}.`);
  const last = /(\d{13}),\n\];\n$/.exec(text)?.[1];
  if (last === undefined)
    throw new Error('src/migrations/index.ts must end with the list of migrations, one a line.');
  const stamp = String(now);
  if (stamp <= last || migrationFiles(directory).some((file) => file.startsWith(stamp)))
    throw new Error(
      `The clock says ${new Date(now).toISOString()}, and the last migration is of ${new Date(Number(last)).toISOString()}: set the clock.`,
    );
  const file = `${stamp}-${name}.ts`;
  const className = `${name.replace(/(^|-)(.)/g, (_all, _hyphen, letter) => letter.toUpperCase())}${stamp}`;
  writeFileSync(join(directory, file), written(className), { flag: 'wx' });
  const imported = `import { ${className} } from './${file.replace(/ts$/, 'js')}';\n`;
  writeFileSync(
    list,
    text
      .replace(/^(import [^;]*;\n)(?!import )/m, (line) => line + imported)
      .replace(/\];\n$/, `  ${className},\n];\n`),
  );
  return file;
}

/** @param {string} className */
const written = (className) => `import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, type ColumnSketch, dropColumns } from './schema.js';

const columns: readonly ColumnSketch[] = [
  // such as text('comments', 500, 'nullable')
];

/** What it brings. It may be interrupted and is done again then: the functions of schema.ts look before they act. */
export class ${className} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'shipments', columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = columns.map(({ name }) => name);
    await dropColumns(runner, 'shipments', names);
  }
}
`;

/**
 * Writes down the hashes of the migrations that have none. Those that have one stay as they are.
 * @returns {string[]} the files that it sealed
 */
export function sealMigrations(directory = HERE, landed = LANDED) {
  const hashes = JSON.parse(readFileSync(landed, 'utf8'));
  const files = migrationFiles(directory).filter((file) => !(file in hashes));
  for (const file of files) hashes[file] = hashOf(file, directory);
  if (files.length > 0) writeFileSync(landed, `${JSON.stringify(hashes, null, 2)}\n`);
  return files;
}

/** @param {readonly string[]} words */
function run([command, ...names]) {
  if (command === 'seal') {
    const files = sealMigrations();
    console.log(files.length === 0 ? 'All migrations are sealed.' : `Sealed ${files.join(', ')}.`);
    return;
  }
  if (names.length > 1) throw new Error('A migration has one name, with hyphens between its words.');
  const file = createMigration(names[0]);
  console.log(
    `Made src/migrations/${file} and added it to the list. When it is finished: npm run migration:seal`,
  );
}

const started = process.argv[1];
if (
  started !== undefined &&
  existsSync(started) &&
  realpathSync(started) === fileURLToPath(import.meta.url)
) {
  try {
    run(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
