import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import configuration from '../../.dependency-cruiser.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const houses: string[] = [];

afterEach(() => {
  for (const house of houses.splice(0)) rmSync(house, { recursive: true });
});

/** The names of the rules that sources of these files break. */
async function broken(files: Readonly<Record<string, string>>): Promise<string[]> {
  const house = mkdtempSync(join(tmpdir(), 'waybill-fence-'));
  houses.push(house);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, name)), { recursive: true });
    writeFileSync(join(house, name), text);
  }
  const { options = {}, forbidden = [] } = configuration;
  const { output } = await cruise(['src'], {
    ...options,
    baseDir: house,
    validate: true,
    ruleSet: { forbidden: [...forbidden] },
  });
  return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name);
}

/** A file of each place, which exports a value and a type. */
const PLACES = {
  config: 'src/config/config.ts',
  core: 'src/core/store/store.ts',
  orders: 'src/modules/orders/order.ts',
  shipments: 'src/modules/shipments/checkpoints/checkpoint.ts',
  shared: 'src/surfaces/shared/paging.ts',
  bigcommerce: 'src/surfaces/bigcommerce/orders/order.ts',
  magento: 'src/surfaces/magento/shipment.ts',
  migrations: 'src/migrations/1-initial.ts',
  demo: 'src/demo/make-demo.ts',
  app: 'src/app/app.module.ts',
  cli: 'src/cli/run.ts',
  'cli.ts': 'src/cli.ts',
  'main.ts': 'src/main.ts',
  test: 'test/support/api.ts',
} as const;

type Place = keyof typeof PLACES;

/** What each place may import; everything else is refused. */
const MAY: Readonly<Record<Place, readonly Place[]>> = {
  config: [],
  core: [],
  orders: ['config', 'core', 'shipments'],
  shipments: ['config', 'core', 'orders'],
  shared: ['config', 'core', 'orders', 'shipments'],
  bigcommerce: ['config', 'core', 'orders', 'shipments', 'shared'],
  magento: ['config', 'core', 'orders', 'shipments', 'shared'],
  migrations: ['config', 'core', 'orders', 'shipments'],
  demo: ['config', 'core', 'orders', 'shipments', 'shared', 'bigcommerce', 'magento', 'migrations', 'app'],
  app: ['config', 'core', 'orders', 'shipments', 'shared', 'bigcommerce', 'magento', 'migrations', 'demo'],
  cli: [],
  'cli.ts': [],
  'main.ts': [],
  test: [],
};

const places = Object.keys(PLACES) as Place[];
const builders: readonly Place[] = ['cli', 'cli.ts', 'main.ts', 'test'];

function specifier(from: Place, to: Place): string {
  const path = relative(dirname(PLACES[from]), PLACES[to]).replace(/\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}

/** The house with one import from one place to another. */
function withImport(from: Place, to: Place, form: (specifier: string) => string): Record<string, string> {
  const files = Object.fromEntries(
    places.map((place) => [PLACES[place], 'export const value = 1;\nexport type Kind = number;\n']),
  );
  files[PLACES[from]] += form(specifier(from, to));
  return files;
}

const asValue = (path: string): string =>
  `import { value as other } from '${path}';\nexport const sum = other;\n`;
const asType = (path: string): string =>
  `import type { Kind as Other } from '${path}';\nexport type Sum = Other;\n`;
const dynamic = (path: string): string => `export const later = () => import('${path}');\n`;
const passedOn = (path: string): string => `export { value as other } from '${path}';\n`;

describe('the fence between the wings', () => {
  const pairs = places
    .filter((from) => !builders.includes(from))
    .flatMap((from) => places.filter((to) => to !== from).map((to) => [from, to] as const));
  const allowed = pairs.filter(([from, to]) => MAY[from].includes(to));
  const forbidden = pairs.filter(([from, to]) => !MAY[from].includes(to));

  it.each(allowed)('lets %s import %s', async (from, to) => {
    expect(await broken(withImport(from, to, asValue))).toEqual([]);
  });

  it.each(forbidden)('refuses %s to import %s, as a value, a type, later or passed on', async (from, to) => {
    for (const form of [asValue, asType, dynamic, passedOn]) {
      expect(await broken(withImport(from, to, form))).not.toEqual([]);
    }
  });
});

describe('the fence around writes', () => {
  const files = (imported: string): Record<string, string> => ({
    'src/core/store/touch.ts': `import { one } from '../outbox/change-set.js';\nimport { two } from './workspace-version.js';\nexport const both = one + two;\n`,
    'src/core/store/workspace-version.ts': 'export const two = 2;\n',
    'src/core/outbox/change-set.ts': 'export const one = 1;\n',
    'src/modules/orders/count.ts': `import * as all from '../../core/${imported}.js';\nexport const count = all;\n`,
  });

  it('lets a module say that it has written a row', async () => {
    expect(await broken(files('store/touch'))).toEqual([]);
  });

  it.each(['store/workspace-version', 'outbox/change-set'])(
    'refuses a module that says only half of it with %s',
    async (imported) => {
      expect(await broken(files(imported))).toEqual(['writers-touch']);
    },
  );
});

describe('the fence against circles', () => {
  const circle = (first: string, second: string, kind: '' | 'type '): Record<string, string> => ({
    [`src/modules/orders/${first}.ts`]:
      `import ${kind}{ B } from './${second}.js';\nexport class A { b = () => B; }\n`.replace(
        kind ? '() => B' : '\0',
        'null as B | null',
      ),
    [`src/modules/orders/${second}.ts`]: `import { A } from './${first}.js';\nexport class B { a = () => A; }\n`,
  });

  it('refuses two files whose values need each other', async () => {
    expect(await broken(circle('order', 'order-number', ''))).toContain('no-value-circle');
  });

  it('refuses a circle by way of a third file', async () => {
    const files = {
      'src/core/a.ts': `import { b } from './b.js';\nexport const a = () => b;\n`,
      'src/core/b.ts': `import { c } from './c.js';\nexport const b = () => c;\n`,
      'src/core/c.ts': `import { a } from './a.js';\nexport const c = () => a;\n`,
    };
    expect(await broken(files)).toContain('no-value-circle');
  });

  it('lets types refer to each other', async () => {
    expect(await broken(circle('order', 'order-number', 'type '))).toEqual([]);
  });

  it('lets declarations of resources and entities name each other', async () => {
    expect(await broken(circle('order.resource', 'order-item.resource', ''))).toEqual([]);
    expect(await broken(circle('order.entity', 'order-item.entity', ''))).toEqual([]);
  });
});

describe('the sources', () => {
  const declarations = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(resource|entity)\.ts$/.test(name))
    .sort();

  // their circles are harmless only while each of them can be the first that is loaded
  it.each(declarations)('can be loaded from %s on', async (name) => {
    jest.resetModules();
    await import(pathToFileURL(join(ROOT, 'src', name)).href);
  });
});
