import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const engine = [
  'query',
  'iri',
  'serializer',
  'hydra',
  'openapi',
  'store',
  'http',
  'database',
  'idempotency',
  'metrics',
  'outbox',
];
const features = [
  'addresses',
  'tenants',
  'health',
  'workspaces',
  'teams',
  'users',
  'orders',
  'order-items',
  'shipments',
  'shipment-items',
  'checkpoints',
  'statuses',
  'carriers',
  'countries',
  'static-lists',
  'workflows',
  'webhooks',
  'tracking-pages',
  'products',
  'reviews',
  'oauth',
  'accounts',
  'mail',
  'demo',
  'tracking',
  'notes',
  'batches',
  'lookups',
  'jobs',
  'exports',
  'imports',
  'shipment-mails',
  'bigcommerce',
  'api2',
];

const nodeGlobals = Object.fromEntries(
  Object.getOwnPropertyNames(globalThis).map((name) => [name, 'readonly']),
);

/** Forbids the files of `folders` to import anything under src/{targets}: dependencies point one way. */
function mayNotImport(folders, targets, message) {
  return {
    files: folders.map((folder) => `src/${folder}/**/*.ts`),
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: `^(\\.\\./)+(src/)?(${targets.join('|')})/`, message }] },
      ],
    },
  };
}

export default defineConfig(
  { ignores: ['dist/', 'var/', 'coverage/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
  {
    // answers are JSON of every shape; what they hold is what the tests are about
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: nodeGlobals },
  },
  mayNotImport(
    engine,
    features,
    'The engine does not know the features; declare it on the resource instead.',
  ),
  mayNotImport(
    ['resource'],
    [...engine, ...features],
    'src/resource is the vocabulary: it imports neither the engine nor a feature.',
  ),
  prettier,
);
