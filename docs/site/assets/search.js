import MiniSearch from './minisearch.js';
import { SEARCH } from './search-options.js';

const MOST = 10;

const input = document.getElementById('search');
const list = document.getElementById('found');
let index;
let chosen = -1;

/** The index is loaded with the first use. */
const load = () =>
  (index ??= fetch(new URL('../search.json', import.meta.url))
    .then((answer) => answer.text())
    .then((text) => MiniSearch.loadJSON(text, SEARCH)));

function choose(next) {
  const items = [...list.children];
  chosen = items.length === 0 ? -1 : (next + items.length) % items.length;
  items.forEach((item, at) => item.setAttribute('aria-selected', String(at === chosen)));
  items[chosen]?.scrollIntoView({ block: 'nearest' });
  if (chosen >= 0) input.setAttribute('aria-activedescendant', items[chosen].id);
  else input.removeAttribute('aria-activedescendant');
}

function show(isShown) {
  list.hidden = !isShown;
  input.setAttribute('aria-expanded', String(isShown));
  if (!isShown) choose(-1);
}

function item({ id, heading, page }, at) {
  const link = document.createElement('a');
  link.href = id;
  link.tabIndex = -1;
  const strong = document.createElement('strong');
  strong.textContent = heading;
  link.append(strong);
  if (page !== heading) link.append(` ${page}`);
  const element = document.createElement('li');
  element.id = `found-${at}`;
  element.setAttribute('role', 'option');
  element.append(link);
  return element;
}

async function search() {
  const words = input.value.trim();
  if (words === '') return show(false);
  const found = (await load()).search(words).slice(0, MOST);
  if (words !== input.value.trim()) return;
  if (found.length > 0) list.replaceChildren(...found.map(item));
  else {
    const nothing = document.createElement('li');
    nothing.setAttribute('role', 'option');
    nothing.textContent = 'Nothing is called so.';
    list.replaceChildren(nothing);
  }
  show(true);
  choose(0);
}

input.addEventListener('focus', () => void load(), { once: true });
input.addEventListener('input', () => void search());
input.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown') choose(chosen + 1);
  else if (event.key === 'ArrowUp') choose(chosen - 1);
  else if (event.key === 'Enter') list.children[chosen]?.querySelector('a')?.click();
  else if (event.key === 'Escape') show(false);
  else return;
  event.preventDefault();
});
document.addEventListener('click', ({ target }) => {
  if (!target.closest('.search')) show(false);
});
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target.closest('input')) return;
  event.preventDefault();
  input.focus();
});
// on a phone the list of pages is closed at first
if (matchMedia('(max-width: 50em)').matches) document.querySelector('.all').open = false;
