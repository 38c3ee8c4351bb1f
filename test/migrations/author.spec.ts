import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MigrationInterface } from 'typeorm';
import { createMigration, hashOf, sealMigrations } from '../../src/migrations/author.mjs';
import { migrate } from '../../src/core/database/migrate.js';
import { lookingFirst } from '../../src/core/database/looking-first.js';
import { hasColumn } from '../../src/core/database/schema-checks.js';
import { onEachDatabase } from '../support/databases.js';
import { dataSourceOf } from '../support/open-database.js';
import { run } from '../support/run.js';

const SOURCES = fileURLToPath(new URL('../../src/migrations/', import.meta.url));
const NOW = Date.UTC(2027, 0, 15);

/** A copy of the migrations, inside of the project: there, compiler and linter know how to read it. */
let copy = '';
beforeEach(() => {
  copy = mkdtempSync(fileURLToPath(new URL('./copy-', import.meta.url)));
  cpSync(SOURCES, copy, { recursive: true });
  const schema = join(copy, 'schema.ts');
  writeFileSync(schema, readFileSync(schema, 'utf8').replaceAll("'../core/", "'../../../src/core/"));
});
afterEach(() => rmSync(copy, { recursive: true }));

const list = (): string => readFileSync(join(copy, 'index.ts'), 'utf8');

/** Makes a migration that adds a column, as its author would finish it. */
function finished(name: string): string {
  const file = createMigration(name, NOW, copy);
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8')
    .replace('// such as text(', 'text(')
    .replace("'comments', 500, 'nullable')", "'pickupPoint', 500, 'nullable'),")
    .replace('dropColumns }', 'dropColumns, text }');
  writeFileSync(path, text);
  return path;
}

describe('migration:create', () => {
  it('makes a migration that is dated now, and adds it to the end of the list', () => {
    const file = createMigration('pickup-points', NOW, copy);
    expect(file).toBe(`${NOW}-pickup-points.ts`);
    expect(list()).toContain(`\nimport { PickupPoints${NOW} } from './${NOW}-pickup-points.js';\n\n/**`);
    expect(list()).toMatch(new RegExp(`  PickupPoints${NOW},\n\\];\n$`));
    expect(readFileSync(join(copy, file), 'utf8')).toContain(
      `export class PickupPoints${NOW} implements MigrationInterface {`,
    );
    createMigration('second', NOW + 1, copy);
    expect(list()).toMatch(new RegExp(`  PickupPoints${NOW},\n  Second${NOW + 1},\n\\];\n$`));
  });

  it('makes what the compiler, the linter and the formatter accept, new and finished', async () => {
    const fresh = join(copy, createMigration('quite-a-long-name-for-what-it-brings', NOW - 1, copy));
    const files = [fresh, finished('pickup-points')];
    const node = async (...command: string[]): Promise<void> => {
      const { code, stdout, stderr } = await run(process.execPath, command);
      expect({ command, code, output: stdout + stderr }).toMatchObject({ command, code: 0 });
    };
    await node('node_modules/prettier/bin/prettier.cjs', '--check', fresh, join(copy, 'index.ts'));
    await node('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', ...files);
    const options = [
      '--noEmit',
      '--ignoreConfig',
      '--strict',
      '--noUncheckedIndexedAccess',
      '--skipLibCheck',
    ];
    const modern = ['--target', 'es2023', '--module', 'nodenext', '--types', 'node'];
    await node('node_modules/typescript/bin/tsc', ...options, ...modern, ...files);
  }, 180_000);

  it.each([undefined, '', 'Shipments', 'add column', 'a_b', '../x', '-a', 'a--b', '1st', 'a'.repeat(51)])(
    'refuses the name %j with a sentence',
    (name) => {
      const before = list();
      expect(() => createMigration(name, NOW, copy)).toThrow(
        /^The name of a migration is lower-case words [^\n]*$/,
      );
      expect(list()).toBe(before);
    },
  );

  it('refuses a name that another one has', () => {
    expect(() => createMigration('shops', NOW, copy)).toThrow(
      'There is a migration of this name: 1796004800000-shops.ts.',
    );
  });

  it('refuses to date one before the last, or at the same moment', () => {
    createMigration('first', NOW, copy);
    const message =
      'The clock says 2027-01-15T00:00:00.000Z, and the last migration is of 2027-01-15T00:00:00.000Z: set the clock.';
    expect(() => createMigration('second', NOW, copy)).toThrow(message);
    expect(() => createMigration('second', NOW - 86_400_000, copy)).toThrow(/^The clock says 2027-01-14T/);
  });

  it('is a command that says in one line what is wrong', async () => {
    const command = ['src/migrations/author.mjs', 'create'];
    const { code, stderr } = await run(process.execPath, [...command, 'Bad Name']);
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect((await run(process.execPath, [...command, 'a', 'b'])).stderr).toBe(
      'A migration has one name, with hyphens between its words.\n',
    );
  });
});

describe('migration:seal', () => {
  it('writes down the hashes that are missing, and no other', () => {
    const landed = join(copy, 'landed.json');
    writeFileSync(landed, JSON.stringify({ '1795400000000-initial.ts': 'as it was' }));
    const file = createMigration('pickup-points', NOW, copy);
    expect(sealMigrations(copy, landed)).toContain(file);
    const hashes = JSON.parse(readFileSync(landed, 'utf8')) as Record<string, string>;
    expect(hashes).toMatchObject({ '1795400000000-initial.ts': 'as it was', [file]: hashOf(file, copy) });
    expect(sealMigrations(copy, landed)).toEqual([]);
  });
});

onEachDatabase((database) => {
  describe('a migration that was made by migration:create', () => {
    it('can be done twice, and taken back twice', async () => {
      const path = finished('pickup-points');
      const found = (await import(pathToFileURL(path).href)) as Record<string, new () => MigrationInterface>;
      const Made = found[`PickupPoints${NOW}`];
      if (!Made) throw new Error('It exports no class.');
      const dataSource = await dataSourceOf(database.url()).initialize();
      try {
        await migrate(dataSource);
        const runner = lookingFirst(dataSource.createQueryRunner());
        const isThere = (): Promise<boolean> => hasColumn(runner, 'shipments', 'pickupPoint');
        for (const expected of [true, true]) {
          await new Made().up(runner);
          expect(await isThere()).toBe(expected);
        }
        for (const expected of [false, false]) {
          await new Made().down(runner);
          expect(await isThere()).toBe(expected);
        }
        await runner.release();
      } finally {
        await dataSource.destroy();
      }
    });
  });
});
