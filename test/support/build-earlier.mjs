// @ts-check
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

/** Compiles what a commit has in `src` into a folder: `build-earlier.mjs <commit> <folder>`. Types are not looked at. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const [commit = '', folder = ''] = process.argv.slice(2);

const archive = execFileSync('git', ['archive', '--format=tar', commit, 'src', 'package.json'], {
  cwd: ROOT,
  maxBuffer: 1024 ** 3,
});
execFileSync('tar', ['-x', '-C', folder], { input: archive });
symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));

/** @type {import('@swc/core').Options} */
const options = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
  sourceMaps: false,
};

const files = readdirSync(join(folder, 'src'), { recursive: true, withFileTypes: true });
await Promise.all(
  files
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const from = join(entry.parentPath, entry.name);
      const to = join(folder, 'dist', from.slice(folder.length));
      mkdirSync(dirname(to), { recursive: true });
      if (!from.endsWith('.ts')) return copyFileSync(from, to);
      const { code } = await transform(readFileSync(from, 'utf8'), { ...options, filename: from });
      writeFileSync(to.replace(/\.ts$/, '.js'), code);
    }),
);
