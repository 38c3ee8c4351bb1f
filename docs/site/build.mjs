// Builds the documentation into docs/site/dist, unless it was built from what its sources are now:
// node docs/site/build.mjs [--to directory] [--force]
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import MarkdownIt from 'markdown-it';
import MiniSearch from 'minisearch';
import { SEARCH } from './assets/search-options.js';
import { GROUPS } from './pages.mjs';
import { page } from './template.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SITE = fileURLToPath(new URL('.', import.meta.url));
const COMPRESSED = /\.(?:html|json|js|css)$/;
/** Where the server serves it. */
const BASE = '/docs/guide';

const { values: options } = parseArgs({
  options: {
    to: { type: 'string', default: join(SITE, 'dist') },
    force: { type: 'boolean', default: false },
  },
});

const adrs = readdirSync(join(ROOT, 'docs/adr')).sort();
const groups = [
  ...GROUPS,
  {
    title: 'Decisions',
    pages: adrs.map((file) => ({ name: `adr/${file.replace(/\.md$/, '')}`, file: `docs/adr/${file}` })),
  },
];
const pages = groups.flatMap((group) => group.pages);
const addressOf = ({ name }) => (name === '' ? BASE : `${BASE}/${name}`);
const addresses = new Map(pages.map((each) => [each.file, addressOf(each)]));
/** What a page says; comments are for whoever edits it. */
const read = (file) => readFileSync(join(ROOT, file), 'utf8').replace(/^<!--.*-->\n/gm, '');
const text = new Map(pages.map(({ file }) => [file, read(file)]));

function hashOfSources() {
  const hash = createHash('sha256');
  const own = [
    'build.mjs',
    'pages.mjs',
    'template.mjs',
    ...readdirSync(join(SITE, 'assets')).map((name) => `assets/${name}`),
  ];
  for (const name of own.sort()) hash.update(readFileSync(join(SITE, name)));
  for (const [file, content] of text) hash.update(`${file}\0${content}`);
  for (const name of readdirSync(join(ROOT, 'docs/images')).sort())
    hash.update(name).update(readFileSync(join(ROOT, 'docs/images', name)));
  return hash.digest('hex');
}

/** `Reading lists: an example` as `reading-lists-an-example`, as GitHub makes them. */
const slug = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const markdown = new MarkdownIt({ html: false, linkify: false });
const { rules } = markdown.renderer;
const asItIs = (tokens, index, opts, env, self) => self.renderToken(tokens, index, opts);

rules.heading_open = (tokens, index, opts, env, self) => {
  const title = tokens[index + 1].children.map(({ content }) => content).join('');
  const taken = (env.slugs ??= new Map());
  const base = slug(title);
  const times = taken.get(base) ?? 0;
  taken.set(base, times + 1);
  const id = times === 0 ? base : `${base}-${times}`;
  tokens[index].attrSet('id', id);
  (env.headings ??= []).push({ level: Number(tokens[index].tag.slice(1)), id, title });
  return asItIs(tokens, index, opts, env, self);
};
// the policy takes no style in an element, and what is too wide scrolls by itself
for (const cell of ['th_open', 'td_open'])
  rules[cell] = (tokens, index, opts, env, self) => {
    const style = tokens[index].attrGet('style');
    tokens[index].attrs = style?.includes('right') ? [['class', 'number']] : null;
    return asItIs(tokens, index, opts, env, self);
  };
rules.table_open = () => '<div class="wide" tabindex="0" role="region" aria-label="Table"><table>\n';
rules.table_close = () => '</table></div>\n';
const code = (tokens, index) =>
  `<pre tabindex="0"><code>${markdown.utils.escapeHtml(tokens[index].content)}</code></pre>\n`;
rules.fence = code;
rules.code_block = code;
rules.link_open = (tokens, index, opts, env, self) => {
  const href = tokens[index].attrGet('href');
  if (!/^[a-z]+:/.test(href) && !href.startsWith('#')) {
    const [path, anchor] = href.split('#');
    const file = posix.join(posix.dirname(env.file), path);
    const address =
      addresses.get(file) ?? (file === 'docs/adr' ? addresses.get(`docs/adr/${adrs[0]}`) : undefined);
    // a file that is no page is in the repository alone
    if (address === undefined) return ((env.open = true), '<span>');
    tokens[index].attrSet('href', address + (anchor ? `#${anchor}` : ''));
  }
  return asItIs(tokens, index, opts, env, self);
};
rules.link_close = (tokens, index, opts, env, self) => {
  if (!env.open) return asItIs(tokens, index, opts, env, self);
  env.open = false;
  return '</span>';
};
const image = rules.image;
rules.image = (tokens, index, opts, env, self) => {
  const src = tokens[index].attrGet('src');
  tokens[index].attrSet('src', `${BASE}/${posix.relative('docs', posix.join(posix.dirname(env.file), src))}`);
  tokens[index].attrSet('loading', 'lazy');
  return image(tokens, index, opts, env, self);
};

/** The parts of a page that the search finds, each by its heading. */
function parts(tokens, { headings }) {
  const found = [];
  let at = -1;
  for (const token of tokens) {
    if (token.type === 'heading_open') found.push({ ...headings[++at], words: [] });
    else if (found.length > 0 && ['inline', 'fence'].includes(token.type))
      found.at(-1).words.push(token.content);
  }
  return found;
}

function build(to, sources) {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(join(to, 'adr'), { recursive: true });
  const made = pages.map((each) => {
    const env = { file: each.file };
    const tokens = markdown.parse(text.get(each.file), env);
    const html = markdown.renderer.render(tokens, markdown.options, env);
    return { ...each, html, headings: env.headings, parts: parts(tokens, env), title: env.headings[0].title };
  });
  const navigation = groups.map(({ title, pages: those }) => ({
    title,
    links: those.map(({ file }) => {
      const { title: name } = made.find((each) => each.file === file);
      return { name, address: addresses.get(file) };
    }),
  }));
  const search = new MiniSearch(SEARCH);
  for (const { name, file, title, html, headings, parts: those } of made) {
    const target = join(to, `${name === '' ? 'index' : name}.html`);
    const content = page({ base: BASE, title, html, headings, navigation, address: addresses.get(file) });
    writeFileSync(target, content);
    search.addAll(
      those.map(({ id, title: heading, words }, index) => ({
        id: `${addresses.get(file)}${index === 0 ? '' : `#${id}`}`,
        page: title,
        heading,
        text: words.join('\n'),
      })),
    );
  }
  writeFileSync(join(to, 'search.json'), JSON.stringify(search));
  cpSync(join(SITE, 'assets'), join(to, 'assets'), { recursive: true });
  cpSync(fileURLToPath(import.meta.resolve('minisearch')), join(to, 'assets/minisearch.js'));
  cpSync(join(ROOT, 'docs/images'), join(to, 'images'), { recursive: true });
  for (const name of readdirSync(to, { recursive: true }).filter((each) => COMPRESSED.test(each)))
    writeFileSync(join(to, `${name}.gz`), gzipSync(readFileSync(join(to, name)), { level: 9 }));
  writeFileSync(join(to, '.built-from'), sources);
}

const started = Date.now();
const sources = hashOfSources();
const stamp = join(options.to, '.built-from');
if (options.force || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
  build(options.to, sources);
  console.log(`The documentation is built (${((Date.now() - started) / 1000).toFixed(1)} s).`);
}
