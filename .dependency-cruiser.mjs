// @ts-check
/**
 * The house's fence: each wing of `src` imports only what stands below it, types too, and no file's values run in a circle.
 * `npm run lint:imports` holds it, test/tooling/fence.spec.ts proves that each rule refuses. docs/architecture.md has the picture.
 */

/** Wings and entry points that an import may not come from, by where they stand. */
const STARTS = ['src/app/', 'src/cli/', 'src/demo/', 'src/cli\\.ts$', 'src/main\\.ts$'];

/**
 * @param {string} name
 * @param {string} comment what to do instead
 * @param {string} from
 * @param {{ path?: string | string[]; pathNot?: string | string[] }} to
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const wing = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  // packages have folders of that name as well
  to: { path: 'src/', ...to, pathNot: [to.pathNot ?? [], '(?:^|/)node_modules/'].flat() },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    wing(
      'config-imports-nothing',
      'src/config reads the environment into plain values. What makes something of them imports it, not the other way.',
      '^src/config/',
      { pathNot: '^src/config/' },
    ),
    wing(
      'core-knows-no-module',
      'The engine gets what it needs handed in: declare it on the resource, or take it as an option of the Nest module.',
      '^src/core/',
      { pathNot: '^src/core/' },
    ),
    wing(
      'modules-know-no-surface',
      'The shops’ surfaces translate what the modules do; a module never asks one of them.',
      '^src/modules/',
      { path: '^src/surfaces/' },
    ),
    wing(
      'modules-know-no-app',
      'The lists of everything are handed in by src/app; migrations are history.',
      '^src/modules/',
      { path: [...STARTS, 'src/migrations/'].map((path) => `^${path}`) },
    ),
    {
      name: 'surfaces-stand-alone',
      comment: 'What two surfaces need stands in src/surfaces/shared.',
      severity: 'error',
      from: { path: '^src/surfaces/([^/]+)/' },
      to: { path: '^src/surfaces/', pathNot: '^src/surfaces/($1|shared)/' },
    },
    wing('surfaces-know-no-app', 'The lists of everything are handed in by src/app.', '^src/surfaces/', {
      path: [...STARTS, 'src/migrations/'].map((path) => `^${path}`),
    }),
    wing(
      'migrations-stand-alone',
      'A migration is frozen: it calls small functions of core and modules, and nothing above.',
      '^src/migrations/',
      { path: [...STARTS, 'src/surfaces/'].map((path) => `^${path}`) },
    ),
    wing(
      'app-starts-nothing',
      'src/app is what the entry points start; it does not know them.',
      '^src/(app|demo)/',
      {
        path: ['^src/cli/', '^src/cli\\.ts$', '^src/main\\.ts$'],
      },
    ),
    wing('sources-need-no-tests', 'What is shipped stands in src.', '^src/', {
      path: '^(test|bench|examples)/',
    }),
    {
      name: 'writers-touch',
      comment:
        'Whoever writes rows with SQL of his own calls `touch` of src/core/store/touch.ts, which raises the version of the workspace ' +
        'and records the event; nobody can do only one of the two.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/core/(store|outbox|idempotency)/' },
      to: { path: '^src/core/(outbox/change-set|store/workspace-version)\\.ts$' },
    },
    {
      name: 'no-value-circle',
      comment:
        'Files whose values need each other load in an order that nobody sees; "import type" is no such need. Only declarations of ' +
        'resources and entities may: they name each other in functions, which run when everything is loaded.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        circular: true,
        via: { pathNot: '\\.(resource|entity)\\.ts$' },
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
    cache: false,
  },
};
