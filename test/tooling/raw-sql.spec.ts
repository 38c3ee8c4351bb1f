import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { getMetadataArgsStorage } from 'typeorm';
import '../../src/app/entities.js';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

const tables = getMetadataArgsStorage().tables.map(({ name }) => name);
const raw = new RegExp(`\\b(FROM|JOIN|INTO|UPDATE) (${tables.join('|')})\\b`, 'g');

/** Files whose statements name tables by themselves, each with the reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'core/database/sql-names.ts': 'an example in a comment',
  'core/query/source.ts': 'an example in a comment',
  'core/outbox/forget-changes.ts': 'the engine knows no entity of a module: erasures',
  'core/outbox/forget-team.ts':
    'the engine knows no entity of a module: exports, memberships, workspaces, mails',
  'core/store/caller.ts': 'the engine knows no entity of a module: memberships',
  'core/store/workspace-version.ts': 'the engine knows no entity of a module: workspaces',
};

/** Migrations name what was there when they were written. */
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.startsWith('migrations'),
);

/** Where a statement names a table by itself: `file: FROM shipments`. */
const rawNames = (file: string, text: string): string[] =>
  [...text.matchAll(raw)].map(([found]) => `${file}: ${found}`);

const rawNamesIn = (file: string): string[] => rawNames(file, readFileSync(join(SRC, file), 'utf8'));

describe('statements', () => {
  it('name their tables by `sqlNames`, so that a renamed column is no TypeScript', () => {
    expect(files.filter((file) => !(file in EXCEPTIONS)).flatMap(rawNamesIn)).toEqual([]);
  });

  it.each(Object.keys(EXCEPTIONS))('%s is an exception that is needed', (file) => {
    expect(rawNamesIn(file)).not.toEqual([]);
  });

  it('are found where they do not', () => {
    expect(rawNames('a.ts', "'SELECT s.pk FROM shipments s JOIN orders o ON …'")).toEqual([
      'a.ts: FROM shipments',
      'a.ts: JOIN orders',
    ]);
  });
});
