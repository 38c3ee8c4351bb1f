import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const markdownIn = (directory: string): readonly string[] =>
  readdirSync(ROOT + directory, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map(({ name }) => posix.join(directory, name));

const FILES = ['.', 'docs', 'docs/adr', 'bench', 'web', 'examples'].flatMap(markdownIn);

const withoutCode = (text: string): string =>
  text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, 'code');

const slug = (heading: string): string =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('`', '')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const headings = new Map<string, ReadonlySet<string>>();

function headingsOf(file: string): ReadonlySet<string> {
  const known = headings.get(file);
  if (known) return known;
  const text = readFileSync(ROOT + file, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  const made = new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => slug(heading)));
  headings.set(file, made);
  return made;
}

it.each(FILES)('%s: what it links to is there', (file) => {
  const text = withoutCode(readFileSync(ROOT + file, 'utf8'));
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, href = '']) => href);
  const dead = links.filter((href) => {
    if (/^[a-z]+:/.test(href)) return !URL.canParse(href);
    const [path = '', anchor] = href.split('#');
    const target = path === '' ? file : posix.join(posix.dirname(file), path);
    if (!existsSync(ROOT + target)) return true;
    return anchor !== undefined && !(target.endsWith('.md') && headingsOf(target).has(anchor));
  });
  expect(dead).toEqual([]);
});
