import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

/** Paths in text and commands, `src/core/http/body.ts` or `test/filters/exact`; those with `<name>` or `*` are patterns. */
const pathsIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(/(?<![\w/.<>])(?:src|test|docs|bench|examples)\/[\w./<>*-]*/g)]
      .map(([path]) => path.replace(/[./]+$/, ''))
      .filter((path) => !/[<*]/.test(path)),
  ),
];

/** Commands name tests by the beginning of their paths. */
function exists(path: string): boolean {
  try {
    const names = readdirSync(new URL(`../../${dirname(path)}/`, import.meta.url));
    return names.some((name) => name === basename(path) || name.startsWith(`${basename(path)}.`));
  } catch {
    return false;
  }
}

describe.each(['CONTRIBUTING.md', 'docs/architecture.md'])('%s', (file) => {
  it('names paths that exist', () => {
    const paths = pathsIn(read(file));
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !exists(path))).toEqual([]);
  });

  it('names scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };
    const named = [...read(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

it('docs/architecture.md is one page: a diagram, and a glossary of 40 lines at most', () => {
  const text = read('docs/architecture.md');
  expect(text.match(/```mermaid/g)).toHaveLength(1);
  expect(text.split('## Glossary')[1]?.trim().split('\n').length).toBeLessThanOrEqual(40);
});
