import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { apis, packageVersion } from '../../src/app/api-document.js';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const versionIn = (file: string): string => (JSON.parse(read(file)) as { version: string }).version;

it('the version is one everywhere', () => {
  const version = packageVersion();
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Readonly<Record<string, { readonly version?: string }>>;
  };
  const found = {
    ...Object.fromEntries(
      ['package.json', 'web/package.json', 'clients/typescript/package.json', 'package-lock.json'].map(
        (file) => [file, versionIn(file)],
      ),
    ),
    ...Object.fromEntries(
      ['', 'web', 'clients/typescript'].map((name) => [`locked ${name}`, packages[name]?.version]),
    ),
    ...Object.fromEntries(
      apis.map(({ title, make }) => [title, make('https://waybill.invalid').info.version]),
    ),
    kubernetes: /newTag: (.+)/.exec(read('deploy/kubernetes/kustomization.yaml'))?.[1],
  };
  expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, version])));
});

it('the changelog has what is not released above the release, with its date', () => {
  const headings = [...read('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);
  expect(headings[0]).toBe('[Unreleased]');
  expect(headings[1]).toMatch(
    new RegExp(`^\\[${packageVersion().replaceAll('.', '\\.')}\\] - \\d{4}-\\d\\d-\\d\\d$`),
  );
});
