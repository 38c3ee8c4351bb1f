import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { type Finished, run } from '../support/run.js';

// each test compiles and lints several times
jest.setTimeout(120_000);

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const LINT = fromRoot('.ci/lint.mjs');
const TSC = fromRoot('node_modules/typescript/bin/tsc');

const CONFIG = `
import tseslint from ${JSON.stringify(new URL('../../node_modules/typescript-eslint/dist/index.js', import.meta.url).href)};
export default tseslint.config({
  files: ['**/*.ts'],
  extends: [tseslint.configs.base],
  languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
  rules: { '@typescript-eslint/no-floating-promises': 'error' },
});
`;
const TSCONFIG = {
  compilerOptions: { module: 'nodenext', target: 'es2022', strict: true, types: [], rootDir: '.' },
  include: ['*.ts'],
};

let directory = '';
const write = (name: string, text: string): void => writeFileSync(join(directory, name), text);

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'waybill-lint-'));
  execFileSync('git', ['init', '--quiet'], { cwd: directory });
  write('.gitignore', 'var/\nnode_modules/\n');
  write('package.json', '{ "type": "module" }');
  write('eslint.config.js', CONFIG);
  write('tsconfig.json', JSON.stringify(TSCONFIG));
  write('save.ts', 'export function save(): void {}\n');
  write('step.ts', "export { save as step } from './save.js';\n");
  write('caller.ts', "import { step } from './step.js';\nexport const call = (): void => {\n  step();\n};\n");
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Compiles as `npm run typecheck` does, and lints. */
async function lint(): Promise<Finished> {
  const options = ['--incremental', '--declaration', '--outDir', 'var/check'];
  execFileSync(process.execPath, [TSC, ...options], { cwd: directory });
  return run(process.execPath, [LINT], {}, directory);
}

it('looks again at a file that has not changed when a type has that it reaches', async () => {
  expect(await lint()).toMatchObject({ code: 0, stdout: '' });
  expect(await lint()).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing') });

  write('save.ts', 'export async function save(): Promise<void> {\n  await null;\n}\n');
  const result = await lint();
  expect(result).toMatchObject({ code: 1, stdout: expect.stringContaining('no-floating-promises') });
  expect(result.stdout).toContain('caller.ts');

  write('caller.ts', "import { step } from './step.js';\nexport const call = (): Promise<void> => step();\n");
  expect(await lint()).toMatchObject({ code: 0, stdout: '' });
});

it('looks at everything again when the rules have changed', async () => {
  write('eslint.config.js', CONFIG.replace('no-floating-promises', 'explicit-module-boundary-types'));
  write('save.ts', 'export async function save() {\n  await null;\n}\n');
  expect(await lint()).toMatchObject({ code: 1, stdout: expect.stringContaining('save.ts') });
});

it('trusts no build information of other sources', async () => {
  write('eslint.config.js', CONFIG);
  await lint();
  write('caller.ts', "import { step } from './step.js';\nvoid step();\nstep();\n");
  expect(await run(process.execPath, [LINT], {}, directory)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('caller.ts'),
  });
});
