import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readConfig } from '../../src/config/config.js';
import { described } from '../../src/config/variables.js';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: readonly string[] | Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly volumes?: readonly string[];
  readonly expose?: readonly string[];
  readonly ports?: readonly string[];
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
}

interface Compose {
  readonly name: string;
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
}

/** Compose's own rule: `${NAME:-default}` in a text is the variable where it is set and not empty. */
function composeWith(env: Readonly<Record<string, string>>): Compose {
  const interpolated = (text: string): string =>
    text.replace(/\$\{(\w+)(?::-([^}]*))?\}/g, (_, name: string, usual: string | undefined) => {
      // without a default Compose warns, and goes on with nothing
      if (usual === undefined) throw new Error(`\${${name}} has no default.`);
      return env[name] || usual;
    });
  return parse(
    read('compose.yaml'),
    (_, value: unknown) => (typeof value === 'string' ? interpolated(value) : value),
    { merge: true, uniqueKeys: true, strict: true },
  ) as Compose;
}

const compose = composeWith({});
const { services, volumes } = compose;
const ours = Object.entries(services).filter(([, { build }]) => build !== undefined);

/** The keys that Compose's specification has for a service, of those that are used here. */
const KEYS = [
  ...[
    'image',
    'build',
    'restart',
    'command',
    'environment',
    'depends_on',
    'healthcheck',
    'volumes',
    'expose',
  ],
  ...['ports', 'read_only', 'tmpfs', 'cap_drop', 'security_opt'],
];

describe('compose.yaml', () => {
  it('has what a whole Waybill needs, and no key that Compose does not know', () => {
    expect(Object.keys(services).sort()).toEqual(['database', 'proxy', 'server', 'worker']);
    for (const service of Object.values(services))
      expect(Object.keys(service).filter((key) => !KEYS.includes(key))).toEqual([]);
  });

  it.each(ours)('%s may do no more than it needs', (_, service) => {
    expect(service).toMatchObject({
      read_only: true,
      tmpfs: ['/tmp'],
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    expect(existsSync(new URL('Dockerfile', new URL(service.build ?? '', ROOT)))).toBe(true);
  });

  it.each([
    ['as a demo', {}],
    [
      'for real use',
      {
        NODE_ENV: 'production',
        DEMO: '0',
        SITE: 'parcels.example.com',
        DATABASE_PASSWORD: 'p4ssw0rd-of-some-length',
        JWT_SECRET: randomBytes(32).toString('hex'),
        ENCRYPTION_KEY: randomBytes(32).toString('hex'),
      },
    ],
  ])(
    'gives server and worker an environment that they take, %s',
    (_, env: Readonly<Record<string, string>>) => {
      const { server, worker, database } = composeWith(env).services;
      for (const service of [server, worker]) {
        const { environment = {} } = service ?? {};
        expect(Object.keys(environment).filter((name) => !described().includes(name))).toEqual([]);
        expect(readConfig(environment).publicUrl).toBe(`https://${env.SITE ?? 'localhost'}`);
        const url = new URL(environment.DATABASE_URL ?? '');
        expect(services).toHaveProperty(url.hostname);
        expect({ user: url.username, password: url.password, name: url.pathname.slice(1) }).toEqual({
          user: database?.environment?.MARIADB_USER,
          password: database?.environment?.MARIADB_PASSWORD,
          name: database?.environment?.MARIADB_DATABASE,
        });
      }
      // one of them looks after what is due, and it is not the one that answers
      expect(server?.environment?.WORKER).toBe('0');
      expect(worker?.command).toEqual(['worker']);
      expect(worker?.environment?.DEMO).toBe('0');
    },
  );

  it('has every service wait for others that are there, and for a health that they have', () => {
    for (const { depends_on: others = {} } of Object.values(services)) {
      const conditions = Array.isArray(others)
        ? others.map((name: string) => [name, { condition: 'service_started' }] as const)
        : Object.entries(others);
      for (const [name, { condition }] of conditions) {
        expect(services).toHaveProperty(name);
        if (condition === 'service_healthy') expect(services[name]?.healthcheck?.test[0]).toBe('CMD');
      }
    }
  });

  it('mounts files that are there and volumes that it names, and names no others', () => {
    const sources = Object.values(services).flatMap(({ volumes: mounts = [] }) =>
      mounts.map((mount) => mount.split(':')[0] ?? ''),
    );
    const [files, named] = [
      sources.filter((each) => each.startsWith('.')),
      sources.filter((each) => !each.startsWith('.')),
    ];
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect([file, existsSync(new URL(file, ROOT))]).toEqual([file, true]);
    expect(named.sort()).toEqual(Object.keys(volumes).sort());
  });

  it('lets nothing in but the proxy, which passes on to a port that the server listens on', () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(['proxy']);
    const [, host = '', port = ''] = /reverse_proxy (\w+):(\d+)/.exec(read('deploy/caddy/Caddyfile')) ?? [];
    expect(services[host]?.expose).toEqual([port]);
    expect(read('Dockerfile')).toMatch(new RegExp(`PORT=${port}\\b`));
    expect(services.proxy?.environment?.SITE).toBe('localhost');
    expect(read('deploy/caddy/Caddyfile')).toContain('{$SITE}');
  });
});

describe('the Dockerfile', () => {
  it('copies what a checkout and its build have, and nothing that .dockerignore leaves out', () => {
    const ignored = read('.dockerignore').split('\n').filter(Boolean);
    const own = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, from = '']) =>
      from.split(' '),
    );
    expect(own.length).toBeGreaterThan(3);
    for (const path of own) expect([path, existsSync(new URL(path, ROOT))]).toEqual([path, true]);
    for (const path of own) expect(ignored).not.toContain(path.split('/')[0]);
    const built = [...read('Dockerfile').matchAll(/^COPY --from=build \/build\/(\S+) \S+$/gm)].map(
      ([, from]) => from,
    );
    expect(built.sort()).toEqual(
      ['bin', 'dist', 'docs/site/dist', 'node_modules', 'package.json', 'web/dist'].sort(),
    );
  });

  it('ends with a user that is not root, and with a stage that builds nothing', () => {
    const last =
      read('Dockerfile')
        .split(/^FROM /m)
        .at(-1) ?? '';
    expect(/^USER (\d+)$/m.exec(last)?.[1]).toMatch(/^[1-9]\d*$/);
    expect(last).not.toMatch(/npm (ci|install|run)|apt-get/);
  });
});
