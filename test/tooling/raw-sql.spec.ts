import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { getMetadataArgsStorage } from 'typeorm';
import '../../src/app/entities.js';

const MODULES = fileURLToPath(new URL('../../src/modules', import.meta.url));

const tables = getMetadataArgsStorage().tables.map(({ name }) => name);
const raw = new RegExp(`\\b(FROM|JOIN|INTO|UPDATE) (${tables.join('|')})\\b`, 'g');

/** Where a statement names a table by itself: `file: FROM shipments`. */
const rawNames = (file: string, text: string): string[] =>
  [...text.matchAll(raw)].map(([found]) => `${file}: ${found}`);

describe('the statements of modules', () => {
  it('name their tables by `sqlNames`, so that a renamed column is no TypeScript', () => {
    const files = readdirSync(MODULES, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    expect(files.flatMap((file) => rawNames(file, readFileSync(join(MODULES, file), 'utf8')))).toEqual([]);
  });

  it('are found where they do not', () => {
    expect(rawNames('a.ts', "'SELECT s.pk FROM shipments s JOIN orders o ON …'")).toEqual([
      'a.ts: FROM shipments',
      'a.ts: JOIN orders',
    ]);
  });
});
