import type { MigrationInterface, QueryRunner } from 'typeorm';
import { hasIndex } from './present.js';
import { dropTables } from './schema.js';

/**
 * What an interrupted run of a migration has left and its next run must not find, by migration. Only for those that
 * landed before each step could be repeated: a new migration repeats its own steps.
 */
const LEFT_OVERS: Readonly<Record<string, (runner: QueryRunner) => Promise<void>>> = {
  // written again from the shipments
  FastLists1795572800000: (runner) => dropTables(runner, ['tracking_number_parts']),
};

/** A migration that can be done again after it was interrupted. */
export function repeatable(migration: MigrationInterface): MigrationInterface {
  const name = migration.name ?? migration.constructor.name;
  return {
    name,
    up: async (runner) => {
      await LEFT_OVERS[name]?.(runner);
      await migration.up(runner);
    },
    down: (runner) => migration.down(runner),
  };
}

/** Lets a runner look for an index before it makes or drops one: the first migrations ask it without looking. */
export function lookingFirst(runner: QueryRunner): QueryRunner {
  const createIndex = runner.createIndex.bind(runner);
  const dropIndex = runner.dropIndex.bind(runner);
  const nameOf = (named: { readonly name?: string } | string): string =>
    typeof named === 'string' ? named : (named.name ?? '');
  return Object.assign(runner, {
    createIndex: async (...[table, index]: Parameters<QueryRunner['createIndex']>) => {
      if (!(await hasIndex(runner, nameOf(table), nameOf(index)))) await createIndex(table, index);
    },
    dropIndex: async (...[table, index]: Parameters<QueryRunner['dropIndex']>) => {
      if (await hasIndex(runner, nameOf(table), nameOf(index))) await dropIndex(table, index);
    },
  });
}
