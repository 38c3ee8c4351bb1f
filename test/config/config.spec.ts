import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type Config, ConfigError, readConfig } from '../../src/config/config.js';
import { DEFAULT_QUOTAS } from '../../src/config/quotas.js';
import { TransitLimits } from '../../src/config/transit-limits.js';
import { networksIn } from '../../src/config/networks.js';

/** Secrets that are good enough for production. */
const RANDOM = {
  jwt: randomBytes(32).toString('hex'),
  encryption: randomBytes(32).toString('base64'),
  metrics: randomBytes(32).toString('base64url'),
};

function problemsOf(env: Record<string, string | undefined>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('The configuration was accepted.');
}

function databaseOf(url: string): Config['database'] {
  return readConfig({ DATABASE_URL: url }).database;
}

describe('readConfig', () => {
  it('has a default for everything but the JWT secret', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '0.0.0.0',
      database: { kind: 'sqlite', path: 'var/waybill.sqlite' },
      databasePoolSize: 10,
      databaseTimeout: 30_000,
      publicUrl: 'http://localhost:3000',
      logLevel: 'info',
      demo: true,
      slowQuery: 200,
      trackingProviders: [],
      transitLimits: new TransitLimits(60),
      tokenTtl: 3600,
      mailFrom: 'Waybill <no-reply@localhost>',
      isProduction: false,
      trackingPageUrl: 'http://localhost:3000/public/tracking_page_links/{hash}',
      dnsServers: [],
      exportHours: 24,
      testEndpoints: false,
      trustProxy: [],
      quotas: DEFAULT_QUOTAS,
      requestTimeout: 60,
      stopTimeout: 15,
      corsOrigins: [],
      worker: true,
      workerPort: 3001,
      webhookNetworks: [],
    });
  });

  it('reads every variable and ignores the others', () => {
    expect(
      readConfig({
        PATH: '/usr/bin',
        PORT: '8080',
        HOST: '::1',
        DATABASE_URL: 'mysql://waybill:secret@db.internal:3307/waybill',
        DATABASE_POOL_SIZE: '50',
        DATABASE_TIMEOUT_MS: '5000',
        PUBLIC_URL: 'https://api.example.com',
        LOG_LEVEL: 'warn',
        DEMO: '0',
        SLOW_QUERY_MS: '50',
        TRANSIT_LIMIT_DAYS: '90',
        TRANSIT_LIMITS: 'dhl=30, usps=45',
        SEVENTEEN_TRACK_KEY: 'abc',
        SEVENTEEN_TRACK_URL: 'https://17track.example.com/',
        KARRIO_KEY: 'key_def',
        KARRIO_URL: 'http://karrio:5002/api/',
        TRACKING_PROVIDERS: '17track, karrio',
        METRICS_TOKEN: RANDOM.metrics,
        TOKEN_TTL: '60',
        CORS_ORIGINS: 'https://admin.example.com, http://localhost:5173',
        JWT_SECRET: RANDOM.jwt,
        MAIL_EVENTS_SECRET: RANDOM.metrics.padEnd(40, 'x9Qz7Kd2'),
        SMS_URL: 'https://sms.example.com/',
        SMS_ACCOUNT: 'AC123',
        SMS_TOKEN: 'token',
        SMS_FROM: '+15005550006',
        SMTP_URL: 'smtps://user:p%40ss@mail.example.com:465',
        MAIL_FROM: 'Post office <post@example.com>',
        NODE_ENV: 'production',
        TRACKING_PAGE_URL: 'https://{subdomain}.example.com/{hash}',
        DNS_SERVERS: '192.0.2.1,192.0.2.2:5353',
        EXPORT_HOURS: '72',
        RETENTION_ARCHIVE: '/archive',
        TEST_ENDPOINTS: '0',
        TRUST_PROXY: '10.0.0.0/8, ::1',
        ENCRYPTION_KEY: RANDOM.encryption,
        MAX_CLIENTS: '7',
        REQUEST_TIMEOUT: '30',
        STOP_TIMEOUT: '25',
        WORKER: '0',
        WORKER_PORT: '9100',
        WEBHOOK_ALLOW_PRIVATE: '10.0.0.0/8',
      }),
    ).toEqual({
      port: 8080,
      host: '::1',
      database: {
        kind: 'mysql',
        host: 'db.internal',
        port: 3307,
        user: 'waybill',
        password: 'secret',
        database: 'waybill',
      },
      databasePoolSize: 50,
      databaseTimeout: 5000,
      publicUrl: 'https://api.example.com',
      logLevel: 'warn',
      demo: false,
      slowQuery: 50,
      trackingProviders: [
        { name: '17track', key: 'abc', url: 'https://17track.example.com' },
        { name: 'karrio', key: 'key_def', url: 'http://karrio:5002/api' },
      ],
      transitLimits: new TransitLimits(
        90,
        new Map([
          ['dhl', 30],
          ['usps', 45],
        ]),
      ),
      metricsToken: RANDOM.metrics,
      tokenTtl: 60,
      corsOrigins: ['https://admin.example.com', 'http://localhost:5173'],
      jwtSecret: RANDOM.jwt,
      encryptionKey: RANDOM.encryption,
      worker: false,
      workerPort: 9100,
      webhookNetworks: networksIn('10.0.0.0/8'),
      smtpUrl: 'smtps://user:p%40ss@mail.example.com:465',
      mailFrom: 'Post office <post@example.com>',
      mailEventsSecret: RANDOM.metrics.padEnd(40, 'x9Qz7Kd2'),
      sms: { url: 'https://sms.example.com', account: 'AC123', token: 'token', from: '+15005550006' },
      isProduction: true,
      trackingPageUrl: 'https://{subdomain}.example.com/{hash}',
      dnsServers: ['192.0.2.1', '192.0.2.2:5353'],
      exportHours: 72,
      retentionArchive: '/archive',
      testEndpoints: false,
      trustProxy: ['10.0.0.0/8', '::1'],
      quotas: { ...DEFAULT_QUOTAS, clients: 7 },
      requestTimeout: 30,
      stopTimeout: 25,
    });
  });

  it('is frozen', () => {
    const config = readConfig({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.database)).toBe(true);
  });

  it('takes an empty variable for an unset one', () => {
    const empty = { PORT: '', DATABASE_URL: '', PUBLIC_URL: '', DEMO: '', JWT_SECRET: '', HOST: undefined };
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it('derives the public URL from the port and drops a trailing slash of a given one', () => {
    expect(readConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
    expect(readConfig({ PUBLIC_URL: 'http://gateway:8080/' }).publicUrl).toBe('http://gateway:8080');
  });

  it.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['false', false],
  ])('reads DEMO=%s as %s', (value, expected) => {
    expect(readConfig({ DEMO: value }).demo).toBe(expected);
  });
});

describe('DATABASE_URL', () => {
  it.each([
    ['sqlite:var/a.sqlite', 'var/a.sqlite'],
    ['sqlite:/var/lib/a.sqlite', '/var/lib/a.sqlite'],
    ['sqlite:///var/lib/a.sqlite', '/var/lib/a.sqlite'],
    ['sqlite::memory:', ':memory:'],
  ])('reads the path of %s', (url, path) => {
    expect(databaseOf(url)).toEqual({ kind: 'sqlite', path });
  });

  it('decodes user, password and database name, and knows the default port', () => {
    expect(databaseOf('mariadb://way%40bill:p%40ss%2Fw%3Ard@db/way%20bill')).toEqual({
      kind: 'mysql',
      host: 'db',
      port: 3306,
      user: 'way@bill',
      password: 'p@ss/w:rd',
      database: 'way bill',
    });
  });

  it('takes an IPv6 host, an absent password and the ssl parameter', () => {
    expect(databaseOf('mysql://root@[::1]/waybill?ssl=true')).toEqual({
      kind: 'mysql',
      host: '::1',
      port: 3306,
      user: 'root',
      password: '',
      database: 'waybill',
      ssl: true,
    });
    expect(databaseOf('mysql://root@db/waybill?ssl=false')).toMatchObject({ ssl: false });
  });

  it.each([
    ['postgres://u:secret@db/waybill', 'postgres://***@db/waybill'],
    ['mysql://u:secret@db', 'mysql://***@db'],
    ['mysql://u:secret@db/a/b', 'mysql://***@db/a/b'],
    ['mysql://u:s@cret@db:port/waybill', 'mysql://***@db:port/waybill'],
    ['mysql://u:se?cret@db/waybill', 'mysql://***'],
    ['mysql://u@db/waybill?password=s@cret', 'mysql://***'],
    ['mysql://u:%zz@db/waybill', 'mysql://***@db/waybill'],
    ['mysql://u:secret', 'mysql://u:***'],
    ['mysql://db/waybill', 'mysql://db/waybill'],
    ['mysql://u@db/waybill?password=secret', 'mysql://***@db/waybill?***'],
    ['mysql://u@db/waybill?ssl=maybe', 'mysql://***@db/waybill?***'],
    ['u:secret@db/waybill', '***@db/waybill'],
    ['waybill.sqlite', 'waybill.sqlite'],
    ['sqlite:', 'sqlite:'],
  ])('refuses %s without showing credentials', (url, shown) => {
    expect(problemsOf({ DATABASE_URL: url })).toBe(
      'DATABASE_URL must be sqlite:<path> or mysql://<user>[:<password>]@<host>[:<port>]/<database>[?ssl=true] ' +
        `with special characters percent-encoded, not "${shown}".`,
    );
  });
});

describe('a ConfigError', () => {
  it.each([
    ['PORT', '65536', 'PORT must be a whole number from 0 to 65535, not "65536".'],
    ['PORT', '-1', 'PORT must be a whole number from 0 to 65535, not "-1".'],
    ['PORT', '80.5', 'PORT must be a whole number from 0 to 65535, not "80.5".'],
    ['PORT', 'http', 'PORT must be a whole number from 0 to 65535, not "http".'],
    ['HOST', 'not a host', 'HOST must be an IP address or a host name, not "not a host".'],
    ['DATABASE_POOL_SIZE', '0', 'DATABASE_POOL_SIZE must be a whole number from 1 to 1000, not "0".'],
    ['DATABASE_TIMEOUT_MS', '10', 'DATABASE_TIMEOUT_MS must be a whole number from 100 to 600000, not "10".'],
    [
      'PUBLIC_URL',
      'ftp://example.com',
      'PUBLIC_URL must be an http or https origin such as https://api.example.com, not "ftp://example.com".',
    ],
    [
      'PUBLIC_URL',
      'https://example.com/api',
      'PUBLIC_URL must be an http or https origin such as https://api.example.com, not "https://example.com/api".',
    ],
    [
      'CORS_ORIGINS',
      'admin.example.com',
      'CORS_ORIGINS must be origins such as https://admin.example.com, separated by commas, or *, not "admin.example.com".',
    ],
    [
      'PUBLIC_URL',
      'example.com',
      'PUBLIC_URL must be an http or https origin such as https://api.example.com, not "example.com".',
    ],
    [
      'PUBLIC_URL',
      'https://u:secret@example.com',
      'PUBLIC_URL must be an http or https origin such as https://api.example.com, not "https://***@example.com".',
    ],
    [
      'LOG_LEVEL',
      'verbose',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "verbose".',
    ],
    [
      'TRACKING_PAGE_URL',
      'https://x.example/',
      'TRACKING_PAGE_URL must be a URL with {hash} in it, such as https://{subdomain}.example.com/{hash}, not "https://x.example/".',
    ],
    ['EXPORT_HOURS', '0', 'EXPORT_HOURS must be a whole number from 1 to 720, not "0".'],
    ['DEMO', 'yes', 'DEMO must be 1, 0, true or false, not "yes".'],
    ['TOKEN_TTL', '59', 'TOKEN_TTL must be a whole number from 60 to 2592000, not "59".'],
    ['TRANSIT_LIMITS', 'dhl=0', 'TRANSIT_LIMITS must be pairs such as dhl=30,usps=45, not "dhl=0".'],
    ['SLOW_QUERY_MS', '-5', 'SLOW_QUERY_MS must be a whole number from 0 to 600000, not "-5".'],
    ['METRICS_TOKEN', 'hunter2', 'METRICS_TOKEN must be at least 16 characters long.'],
    ['JWT_SECRET', 'hunter2', 'JWT_SECRET must be at least 32 characters long.'],
  ])('says what %s=%s should have been', (name, value, message) => {
    expect(problemsOf({ [name]: value })).toBe(message);
  });

  it('has one sentence a line when there are several problems', () => {
    expect(problemsOf({ DEMO: 'yes', PORT: 'x' }).split('\n').sort()).toEqual([
      'DEMO must be 1, 0, true or false, not "yes".',
      'PORT must be a whole number from 0 to 65535, not "x".',
    ]);
  });
});
