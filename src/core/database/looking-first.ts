import type { QueryRunner } from 'typeorm';
import { hasIndex } from './schema-checks.js';

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
