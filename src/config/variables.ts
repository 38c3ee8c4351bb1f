import type { Environment } from './config.js';

/** A variable, for whoever sets it: what it means, and a value that shows its form where there is no default. */
interface Variable {
  readonly meaning: string;
  readonly example?: string;
}

type Section = Readonly<Partial<Record<keyof Environment, Variable>>>;

/** Everything that the environment may say, in the order in which `.env.example` has it. */
const SECTIONS = {
  'The server': {
    PORT: { meaning: 'Port to listen on; 0 takes a free one.' },
    HOST: { meaning: 'Address to listen on.' },
    PUBLIC_URL: {
      meaning: 'The origin that clients see: scheme, host and port, no path.',
      example: 'https://tracking.example.com',
    },
    TRUST_PROXY: {
      meaning: 'Proxies whose X-Forwarded-For counts; behind a proxy, rate limits need it.',
      example: '10.0.0.0/8,::1',
    },
    NODE_ENV: {
      meaning: 'production: weak secrets, the demo and TEST_ENDPOINTS stop the start.',
      example: 'production',
    },
    LOG_LEVEL: { meaning: 'fatal, error, warn, info, debug, trace or silent; logs are lines of JSON.' },
    DEMO: { meaning: '0: an empty database stays empty. 1 is refused in production.', example: '0' },
    CORS_ORIGINS: {
      meaning: 'Origins whose pages may call the API, separated by commas, or *.',
      example: 'https://admin.example.com',
    },
    REQUEST_TIMEOUT: { meaning: 'Seconds within which the body of a request arrives.' },
    STOP_TIMEOUT: { meaning: 'Seconds that requests under way have when the process is told to stop.' },
  },
  'The database': {
    DATABASE_URL: {
      meaning: 'sqlite:<path> or mysql://<user>:<password>@<host>:<port>/<database>[?ssl=true].',
    },
    DATABASE_POOL_SIZE: { meaning: 'Connections to MariaDB or MySQL of one process.' },
    DATABASE_TIMEOUT_MS: {
      meaning: 'Milliseconds after which MariaDB or MySQL is taken for silent, and left.',
    },
    SLOW_QUERY_MS: { meaning: 'Queries that take so many milliseconds are logged; 0: none.' },
  },
  OpenTelemetry: {
    OTEL_EXPORTER_OTLP_ENDPOINT: {
      meaning:
        'Where spans go, over OTLP/HTTP; without it none are made. The other OTEL_ variables of traces hold, too.',
      example: 'http://localhost:4318',
    },
    OTEL_SDK_DISABLED: { meaning: 'true: no spans.', example: 'true' },
    OTEL_SERVICE_NAME: { meaning: 'What the process is called in traces.', example: 'waybill' },
    OTEL_TRACES_SAMPLER: {
      meaning: 'Which traces are kept; by default all but those that their caller does not keep.',
      example: 'parentbased_traceidratio',
    },
    OTEL_TRACES_SAMPLER_ARG: { meaning: 'The share of them, for a sampler by ratio.', example: '0.1' },
  },
  Secrets: {
    JWT_SECRET: {
      meaning:
        'What tokens are signed with, 32 characters at least; without it one is made, and kept in the database.',
    },
    JWT_SECRET_PREVIOUS: { meaning: 'What it has signed is good as well.' },
    ENCRYPTION_KEY: {
      meaning:
        "What is secret in the database is encrypted with it, 32 characters at least; without it with a key made from the installation's secret.",
    },
    ENCRYPTION_KEY_PREVIOUS: { meaning: 'What it has encrypted can be read as well; see docs/security.md.' },
    TOKEN_TTL: { meaning: 'Life of an access token in seconds.' },
    METRICS_TOKEN: {
      meaning:
        'Bearer token for /metrics, 16 characters at least; without it this machine alone may read them.',
    },
  },
  'What is done behind requests': {
    WORKER: { meaning: '0: this process leaves it to `cli worker`.' },
    WORKER_PORT: {
      meaning: 'Where `cli worker` answers /health, /health/ready and /metrics; 0 is any free port.',
    },
    WEBHOOK_ALLOW_PRIVATE: {
      meaning: 'Networks, separated by commas, to which webhooks may be sent beside public addresses.',
      example: '10.0.0.0/8',
    },
    WEBHOOK_ALLOW_PORTS: {
      meaning: 'Ports above 1023 to which webhooks may be sent beside 443 and 80.',
      example: '8443,9000-9100',
    },
    EXPORT_HOURS: { meaning: 'Hours for which the file of an export is kept.' },
    RETENTION_ARCHIVE: {
      meaning:
        'Folder into which a worker writes, compressed, what workspaces keep no longer; without it that is removed alone.',
      example: '/var/lib/waybill/archive',
    },
  },
  'Mail and pages for customers': {
    SMTP_URL: {
      meaning: 'Where mail goes out; without it nobody signs up in production.',
      example: 'smtp://user:password@mail.example.com:587',
    },
    MAIL_FROM: { meaning: 'The sender of mail.', example: 'Waybill <no-reply@example.com>' },
    MAIL_EVENTS_SECRET: {
      meaning:
        'What the URL has to which a mail provider tells what came back, 32 characters at least; without it there is none.',
    },
    SMS_ACCOUNT: {
      meaning:
        'Account at a provider of text messages with the API of Twilio; with SMS_TOKEN and SMS_FROM, or none goes out.',
      example: 'AC0123456789',
    },
    SMS_TOKEN: { meaning: 'Its token.', example: 'a-token' },
    SMS_FROM: { meaning: 'The number or the name that text messages come from.', example: '+15005550006' },
    SMS_URL: { meaning: 'Where the provider is.' },
    TRACKING_PAGE_URL: {
      meaning: "Where customers' links lead: {hash} opens a page, {subdomain} is the page's.",
      example: 'https://{subdomain}.example.com/{hash}',
    },
    DNS_SERVERS: {
      meaning: "Name servers that are asked for the host names of tracking pages; without it the machine's.",
      example: '192.0.2.1,192.0.2.2:5353',
    },
  },
  Tracking: {
    TRANSIT_LIMIT_DAYS: { meaning: 'Days on the way after which a parcel is transit_limit_exceeded.' },
    TRANSIT_LIMITS: { meaning: 'The same by carrier.', example: 'dhl=30,usps=45' },
    TRACKING_PROVIDERS: { meaning: 'Which providers are asked, in this order.', example: 'karrio,17track' },
    SEVENTEEN_TRACK_KEY: { meaning: 'Key of 17TRACK; with it 17TRACK is asked.' },
    SEVENTEEN_TRACK_URL: { meaning: 'Where 17TRACK is.' },
    KARRIO_KEY: { meaning: 'Key of a Karrio server of your own, with KARRIO_URL.' },
    KARRIO_URL: { meaning: 'Where it is.', example: 'https://karrio.example.com' },
  },
  'What a tenant may have or do at most; 0 is no limit': {
    MAX_REQUESTS_PER_CLIENT: { meaning: 'Requests of one client in a minute.' },
    MAX_REQUESTS_PER_WORKSPACE: { meaning: 'Requests of all clients of one workspace in a minute.' },
    MAX_EXPORTS: { meaning: 'Exports under way of one user, and of one workspace.' },
    MAX_IMPORTS: { meaning: 'Imports under way of one user, and of one workspace.' },
    MAX_CLIENTS: { meaning: 'Clients of one user.' },
    MAX_WEBHOOKS: { meaning: 'Webhooks of one workspace.' },
    MAX_LINKS: { meaning: 'Links to tracking pages of one workspace.' },
    MAX_TEAMS: { meaning: 'Teams that one user owns.' },
    MAX_WORKSPACES: { meaning: 'Workspaces of one team.' },
  },
  'For tests alone': {
    TEST_ENDPOINTS: { meaning: '1: links of e-mails can be read over HTTP; never in production.' },
  },
} as const satisfies Readonly<Record<string, Section>>;

/**
 * What `.env.example` says: each variable with what it means and its default, commented out, so that a copy changes nothing.
 * @param defaults of those that have one.
 */
export function envExample(defaults: Readonly<Partial<Record<string, unknown>>>): string {
  const sections = Object.entries(SECTIONS).map(([title, variables]) => {
    const lines = Object.entries<Variable>(variables).map(
      ([name, { meaning, example = '' }]) =>
        `# ${meaning}\n#${name}=${quoted(`${(defaults[name] as string | number | undefined) ?? example}`)}`,
    );
    return [`## ${title}`, ...lines].join('\n');
  });
  return [
    '# What Waybill reads from its environment (systemd, Docker and Compose read such a file). What is commented out is the',
    '# default, or an example where there is none. Made by `npm run env:example` from src/config.',
    ...sections.map((section) => `\n${section}`),
    '',
  ].join('\n');
}

/** Names of all variables that are described. */
export const described = (): string[] =>
  Object.values<Section>(SECTIONS).flatMap((section) => Object.keys(section));

const quoted = (value: string): string => (/[\s<>#]/.test(value) ? `"${value}"` : value);
