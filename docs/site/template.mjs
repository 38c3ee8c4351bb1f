/** @param {string} text */
const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * A page of the documentation. It loads nothing but files of its own, and has neither scripts nor styles in itself.
 * @param {object} what
 * @param {string} what.base `/docs/guide`
 * @param {string} what.title
 * @param {string} what.html What is between the navigation and the headings.
 * @param {readonly { level: number, id: string, title: string }[]} what.headings
 * @param {readonly { title: string, links: readonly { name: string, address: string }[] }[]} what.navigation
 * @param {string} what.address Its own address.
 */
export function page({ base, title, html, headings, navigation, address }) {
  const groups = navigation.map(({ title: group, links }) => {
    const items = links.map(
      ({ name, address: to }) =>
        `<li><a href="${to}"${to === address ? ' aria-current="page"' : ''}>${escape(name)}</a></li>`,
    );
    const isOpen = group !== 'Decisions' || links.some(({ address: to }) => to === address);
    return `<details${isOpen ? ' open' : ''}><summary>${group}</summary><ul>${items.join('')}</ul></details>`;
  });
  const contents = headings
    .filter(({ level }) => level === 2)
    .map(({ id, title: heading }) => `<li><a href="#${id}">${escape(heading)}</a></li>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title === 'Waybill' ? 'Waybill: documentation' : `${title} – Waybill`)}</title>
<link rel="icon" type="image/svg+xml" href="${base}/assets/waybill.svg">
<link rel="stylesheet" href="${base}/assets/guide.css">
<script type="module" src="${base}/assets/search.js"></script>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<a class="name" href="${base}"><img src="${base}/assets/waybill.svg" alt="" width="24" height="24">Waybill</a>
<div class="search" role="search">
<input id="search" type="search" placeholder="Search" aria-label="Search the documentation" autocomplete="off" role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list">
<ul id="found" role="listbox" aria-label="Found" hidden></ul>
</div>
<nav class="places" aria-label="Waybill"><a href="/docs">API reference</a><a href="/app">Dashboard</a></nav>
</header>
<div class="columns">
<nav class="pages" aria-label="Documentation"><details class="all" open><summary>All pages</summary>${groups.join('')}</details></nav>
<main id="content" tabindex="-1">
${html}</main>
<nav class="contents" aria-label="On this page">${contents.length > 1 ? `<h2>On this page</h2><ul>${contents.join('')}</ul>` : ''}</nav>
</div>
</body>
</html>
`;
}
