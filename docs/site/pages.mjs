// What the documentation consists of, in the order of its navigation: files of the repository by the names of their pages. The
// decisions in docs/adr are added by themselves; a test finds a file of docs that is missing here.

/** @typedef {{ readonly name: string, readonly file: string }} Page */

/** @type {(...names: string[]) => Page[]} */
const docs = (...names) => names.map((name) => ({ name, file: `docs/${name}.md` }));

/** @type {readonly { readonly title: string, readonly pages: readonly Page[] }[]} */
export const GROUPS = [
  { title: 'Begin', pages: [{ name: '', file: 'README.md' }, ...docs('getting-started')] },
  {
    title: 'Guides',
    pages: docs(
      'clients',
      'sync-worker',
      'dashboards',
      'webhooks',
      'changes',
      'bulk',
      'tracking-sources',
      'tracking-pages',
      'messages',
      'accounts',
      'mcp',
    ),
  },
  {
    title: 'Coming from elsewhere',
    pages: docs('from-trackmage', 'from-bigcommerce', 'from-magento', 'from-aftership'),
  },
  {
    title: 'Reference',
    pages: docs('lists', 'writing', 'tracking', 'analytics', 'predictions', 'tool-builders'),
  },
  {
    title: 'Running it',
    pages: docs(
      'configuration',
      'databases',
      'operations',
      'security',
      'scaling',
      'performance',
      'command-line',
    ),
  },
  {
    title: 'Working on it',
    pages: [
      { name: 'contributing', file: 'CONTRIBUTING.md' },
      ...docs('architecture'),
      { name: 'changelog', file: 'CHANGELOG.md' },
    ],
  },
];
