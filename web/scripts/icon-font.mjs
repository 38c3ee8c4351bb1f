// Makes the font of the icons that src/lib/glyphs.json names, out of Tabler's: node scripts/icon-font.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const ALL = createRequire(import.meta.url).resolve('@tabler/icons-webfont/dist/tabler-icons.css');
const GLYPHS = fileURLToPath(new URL('../src/lib/glyphs.json', import.meta.url));
const FONT = fileURLToPath(new URL('../src/app/icons.gen.woff2', import.meta.url));

/** @throws where Tabler's font has another icon at a code point, or none. */
export async function makeIconFont() {
  const css = readFileSync(ALL, 'utf8');
  const codes = new Map(
    [...css.matchAll(/\.ti-([\w-]+):before \{\s*content: "\\([0-9a-f]+)"/g)].map(([, name, code]) => [
      name,
      code,
    ]),
  );
  const wanted = Object.entries(JSON.parse(readFileSync(GLYPHS, 'utf8')));
  const wrong = wanted.filter(([name, code]) => codes.get(name) !== code);
  if (wrong.length > 0)
    throw new Error(
      `glyphs.json and Tabler's font differ: ${wrong.map(([name]) => `${name} is ${codes.get(name)}`).join(', ')}.`,
    );
  const letters = wanted.map(([, code]) => String.fromCodePoint(Number.parseInt(code, 16))).join('');
  const font = readFileSync(join(dirname(ALL), 'fonts/tabler-icons.woff2'));
  writeFileSync(FONT, await subsetFont(font, letters, { targetFormat: 'woff2' }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await makeIconFont();
