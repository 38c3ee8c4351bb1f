import { applyDecorators } from '@nestjs/common';
import { plainToInstance, Transform, type TransformFnParams } from 'class-transformer';
import {
  isEmail,
  isFQDN,
  isIP,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  Min,
  MinLength,
  ValidateBy,
  type ValidationArguments,
  validateSync,
} from 'class-validator';
import { PROVIDER_NAMES, providerNamesIn, providersIn, type ProviderConfig } from './tracking-providers.js';
import { productionProblems } from './production.js';
import { type Network, networksIn, type Ports, portsIn } from './networks.js';
import { QUOTA_VARIABLES, type Quotas, DEFAULT_QUOTAS } from './quotas.js';
import { TransitLimits, DEFAULT_TRANSIT_LIMIT_DAYS } from './transit-limits.js';

const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const DAY_SECONDS = 86_400;
const MOST = 1_000_000_000;
const DATABASE_URL_FORM =
  'sqlite:<path> or mysql://<user>[:<password>]@<host>[:<port>]/<database>[?ssl=true] with special characters percent-encoded';
const SERVER_URL_FORM = 'an http or https URL such as https://tracking.example.com';
const KEY_FORM = 'a key of printable ASCII without blanks';

/** The token under which Nest injects it. */
export const CONFIG = Symbol('config');

/** What the process is told by its environment; see docs/configuration.md for the variables. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseConfig;
  /** Connections kept open to MariaDB or MySQL. */
  readonly databasePoolSize: number;
  /** Milliseconds after which MariaDB or MySQL is taken for silent; waiting for a connection or a lock takes less. */
  readonly databaseTimeout: number;
  /** The origin that clients see, without a trailing slash. */
  readonly publicUrl: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly demo: boolean;
  /** Milliseconds from which a query is logged; 0 is never. */
  readonly slowQuery: number;
  /** Whoever has it may read /metrics from anywhere. */
  readonly metricsToken?: string;
  /** Spans are sent over OTLP; the SDK reads by itself where to and which. */
  readonly tracing?: boolean;
  /** Days in transit that are too many. */
  readonly transitLimits: TransitLimits;
  /** Where news of parcels come from, the one that is asked first in front. */
  readonly trackingProviders: readonly ProviderConfig[];
  /** Life of an access token in seconds. */
  readonly tokenTtl: number;
  readonly jwtSecret?: string;
  /** What it has signed is good as well. */
  readonly jwtSecretPrevious?: string;
  /** What is kept at rest is encrypted with it; without it, with a key made from the installation's own secret. */
  readonly encryptionKey?: string;
  /** What it has encrypted can be read. */
  readonly encryptionKeyPrevious?: string;
  /** This process does what is done behind requests: webhooks, mail, exports and imports, tracking, the sweep. */
  readonly worker: boolean;
  /** Where `cli worker` answers `/health` and `/metrics`; 0: any port that is free. */
  readonly workerPort: number;
  /** Networks beside the public ones to which webhooks may be sent. */
  readonly webhookNetworks: readonly Network[];
  /** Ports beside 443 and 80 to which webhooks may be sent; undefined: in those networks all above 1023, elsewhere none. */
  readonly webhookPorts?: readonly Ports[];
  /** Where e-mail goes out: `smtp://user:password@host:587` or `smtps://…`; without it none does. */
  readonly smtpUrl?: string;
  /** The sender of e-mail: `Waybill <no-reply@example.com>`. */
  readonly mailFrom: string;
  /** What the URL has to which a provider of mail tells what came back; without it there is none. */
  readonly mailEventsSecret?: string;
  /** Who sends text messages; without it none go out. */
  readonly sms?: SmsConfig;
  /** Where customers' links lead: `{hash}` stands for what opens a page, `{subdomain}` for the page's. */
  readonly trackingPageUrl: string;
  /** Name servers that are asked for custom domains; none: those of the machine. */
  readonly dnsServers: readonly string[];
  /** Hours for which the file of an export is kept. */
  readonly exportHours: number;
  /** The folder into which is archived what workspaces keep no longer. */
  readonly retentionArchive?: string;
  /** Real users depend on it: NODE_ENV is `production`. */
  readonly isProduction: boolean;
  /** Whether there are routes that only tests may use. */
  readonly testEndpoints: boolean;
  /** Proxies whose `X-Forwarded-For` tells who a client is: addresses and networks. */
  readonly trustProxy: readonly string[];
  /** What a tenant may have or do at most. */
  readonly quotas: Quotas;
  /** Seconds within which the body of a request arrives. */
  readonly requestTimeout: number;
  /** Seconds that requests under way have when the process is told to stop. */
  readonly stopTimeout: number;
  /** Pages of these origins may call the API from a browser; `*` is any. */
  readonly corsOrigins: readonly string[];
}

/** A provider of text messages with the API of Twilio. */
export interface SmsConfig {
  /** Without a trailing slash. */
  readonly url: string;
  readonly account: string;
  readonly token: string;
  /** A number such as `+15005550006`, or a name of up to 11 letters and digits. */
  readonly from: string;
}

export type DatabaseConfig =
  | { readonly kind: 'sqlite'; readonly path: string }
  | {
      readonly kind: 'mysql';
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly password: string;
      readonly database: string;
      readonly ssl?: boolean;
    };

/** One sentence a line, each naming a variable and what was expected of it; never a secret. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** The variables, each with its default. */
export class Environment {
  @WholeNumber(0, 65_535)
  PORT = 3000;

  @Satisfies(isHost, 'an IP address or a host name')
  HOST = '0.0.0.0';

  @Satisfies((value) => parseDatabaseUrl(value) !== undefined, DATABASE_URL_FORM, withoutPassword)
  DATABASE_URL = 'sqlite:var/waybill.sqlite';

  @WholeNumber(1, 1000)
  DATABASE_POOL_SIZE = 10;

  @WholeNumber(100, 600_000)
  DATABASE_TIMEOUT_MS = 30_000;

  @Transform(withoutTrailingSlash)
  @Satisfies(isOrigin, 'an http or https origin such as https://api.example.com', withoutCredentials)
  @IsOptional()
  PUBLIC_URL?: string;

  @IsIn(LOG_LEVELS, mustBe(`one of ${LOG_LEVELS.join(', ')}`))
  LOG_LEVEL: Config['logLevel'] = 'info';

  @Transform(toBoolean)
  @IsBoolean(mustBe('1, 0, true or false'))
  @IsOptional()
  DEMO?: boolean;

  @WholeNumber(0, 600_000)
  SLOW_QUERY_MS = 200;

  @MinLength(16, { message: 'METRICS_TOKEN must be at least 16 characters long.' })
  @IsOptional()
  METRICS_TOKEN?: string;

  @WholeNumber(1, 3650)
  TRANSIT_LIMIT_DAYS = DEFAULT_TRANSIT_LIMIT_DAYS;

  @Satisfies((value) => parseLimits(value) !== undefined, 'pairs such as dhl=30,usps=45')
  @IsOptional()
  TRANSIT_LIMITS?: string;

  @Satisfies(isKey, KEY_FORM, () => '***')
  @IsOptional()
  SEVENTEEN_TRACK_KEY?: string;

  @Transform(withoutTrailingSlash)
  @Satisfies(isServerUrl, SERVER_URL_FORM, withoutCredentials)
  SEVENTEEN_TRACK_URL = 'https://api.17track.net';

  @Satisfies(isKey, KEY_FORM, () => '***')
  @IsOptional()
  KARRIO_KEY?: string;

  @Transform(withoutTrailingSlash)
  @Satisfies(isServerUrl, SERVER_URL_FORM, withoutCredentials)
  @IsOptional()
  KARRIO_URL?: string;

  @Satisfies((list) => providerNamesIn(list) !== undefined, `some of ${PROVIDER_NAMES.join(', ')}`)
  @IsOptional()
  TRACKING_PROVIDERS?: string;

  @WholeNumber(60, 30 * DAY_SECONDS)
  TOKEN_TTL = 3600;

  @Satisfies(isOriginList, 'origins such as https://admin.example.com, separated by commas, or *')
  @IsOptional()
  CORS_ORIGINS?: string;

  @MinLength(32, { message: 'JWT_SECRET must be at least 32 characters long.' })
  @IsOptional()
  JWT_SECRET?: string;

  @MinLength(32, { message: 'ENCRYPTION_KEY must be at least 32 characters long.' })
  @IsOptional()
  ENCRYPTION_KEY?: string;

  @IsOptional()
  JWT_SECRET_PREVIOUS?: string;

  @IsOptional()
  ENCRYPTION_KEY_PREVIOUS?: string;

  @Transform(toBoolean)
  @IsBoolean(mustBe('1, 0, true or false'))
  WORKER = true;

  @WholeNumber(0, 65_535)
  WORKER_PORT = 3001;

  @Satisfies((value) => networksIn(value) !== undefined, 'networks such as 10.0.0.0/8, separated by commas')
  @IsOptional()
  WEBHOOK_ALLOW_PRIVATE?: string;

  @Satisfies((value) => portsIn(value) !== undefined, 'ports above 1023 such as 8443,9000-9100')
  @IsOptional()
  WEBHOOK_ALLOW_PORTS?: string;

  @Satisfies(isSmtpUrl, 'smtp://<user>:<password>@<host>[:<port>] or smtps://…', () => '***')
  @IsOptional()
  SMTP_URL?: string;

  @Satisfies(isSender, 'an address such as no-reply@example.com or Waybill <no-reply@example.com>')
  @IsOptional()
  MAIL_FROM?: string;

  @MinLength(32, { message: 'MAIL_EVENTS_SECRET must be at least 32 characters long.' })
  @Satisfies(isUrlWord, 'letters, digits, - and _ alone', () => '***')
  @IsOptional()
  MAIL_EVENTS_SECRET?: string;

  @Transform(withoutTrailingSlash)
  @Satisfies(isServerUrl, SERVER_URL_FORM, withoutCredentials)
  SMS_URL = 'https://api.twilio.com';

  @Satisfies(isUrlWord, 'letters, digits, - and _ alone')
  @IsOptional()
  SMS_ACCOUNT?: string;

  @Satisfies(isKey, KEY_FORM, () => '***')
  @IsOptional()
  SMS_TOKEN?: string;

  @Satisfies(isSmsSender, 'a number such as +15005550006, or a name of up to 11 letters and digits')
  @IsOptional()
  SMS_FROM?: string;

  @Satisfies(isLinkTemplate, 'a URL with {hash} in it, such as https://{subdomain}.example.com/{hash}')
  @IsOptional()
  TRACKING_PAGE_URL?: string;

  @Satisfies(isIpList, 'IP addresses, each with a port if it is not 53, separated by commas')
  @IsOptional()
  DNS_SERVERS?: string;

  @WholeNumber(1, 720)
  EXPORT_HOURS = 24;

  @IsOptional()
  RETENTION_ARCHIVE?: string;

  @IsOptional()
  NODE_ENV?: string;

  @Transform(toBoolean)
  @IsBoolean(mustBe('1, 0, true or false'))
  TEST_ENDPOINTS = false;

  @WholeNumber(0, MOST)
  MAX_REQUESTS_PER_CLIENT = DEFAULT_QUOTAS.requestsOfClient;

  @WholeNumber(0, MOST)
  MAX_REQUESTS_PER_WORKSPACE = DEFAULT_QUOTAS.requestsOfWorkspace;

  @WholeNumber(0, MOST)
  MAX_EXPORTS = DEFAULT_QUOTAS.exports;

  @WholeNumber(0, MOST)
  MAX_IMPORTS = DEFAULT_QUOTAS.imports;

  @WholeNumber(0, MOST)
  MAX_CLIENTS = DEFAULT_QUOTAS.clients;

  @WholeNumber(0, MOST)
  MAX_WEBHOOKS = DEFAULT_QUOTAS.webhooks;

  @WholeNumber(0, MOST)
  MAX_LINKS = DEFAULT_QUOTAS.links;

  @WholeNumber(0, MOST)
  MAX_TEAMS = DEFAULT_QUOTAS.teams;

  @WholeNumber(0, MOST)
  MAX_WORKSPACES = DEFAULT_QUOTAS.workspaces;

  @WholeNumber(1, 3600)
  REQUEST_TIMEOUT = 60;

  @WholeNumber(1, 3600)
  STOP_TIMEOUT = 15;

  @Satisfies(isServerUrl, 'an http or https URL such as http://collector.example.com:4318')
  @IsOptional()
  OTEL_EXPORTER_OTLP_ENDPOINT?: string;

  @IsIn(['true', 'false'], mustBe('true or false'))
  @IsOptional()
  OTEL_SDK_DISABLED?: string;

  @IsOptional()
  OTEL_SERVICE_NAME?: string;

  @IsIn(SAMPLERS, mustBe(`one of ${SAMPLERS.join(', ')}`))
  @IsOptional()
  OTEL_TRACES_SAMPLER?: string;

  @IsOptional()
  OTEL_TRACES_SAMPLER_ARG?: string;

  @Satisfies(isNetworkList, 'addresses and networks such as 10.0.0.0/8, separated by commas')
  @IsOptional()
  TRUST_PROXY?: string;
}

/**
 * Reads the configuration; an empty variable counts as unset.
 * @throws {ConfigError} when a variable has a value it cannot have
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.entries(env).filter(([, value]) => value !== undefined && value !== '');
  const settings = plainToInstance(Environment, Object.fromEntries(given));
  const errors = validateSync(settings, { stopAtFirstError: true });
  const database = parseDatabaseUrl(settings.DATABASE_URL);
  const { providers, problems: ofProviders } = providersIn(settings);
  const problems = [...ofProviders, ...smsProblems(settings), ...productionProblems(settings)];
  if (errors.length > 0 || problems.length > 0 || !database) {
    const wrong = errors.flatMap((error) => Object.values(error.constraints ?? {}));
    throw new ConfigError([...wrong, ...problems].join('\n'));
  }
  const publicUrl = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`;
  return Object.freeze({
    port: settings.PORT,
    host: settings.HOST,
    database: Object.freeze(database),
    databasePoolSize: settings.DATABASE_POOL_SIZE,
    databaseTimeout: settings.DATABASE_TIMEOUT_MS,
    publicUrl,
    logLevel: settings.LOG_LEVEL,
    demo: settings.DEMO ?? settings.NODE_ENV !== 'production',
    slowQuery: settings.SLOW_QUERY_MS,
    ...(settings.METRICS_TOKEN !== undefined && { metricsToken: settings.METRICS_TOKEN }),
    ...(settings.OTEL_EXPORTER_OTLP_ENDPOINT !== undefined &&
      settings.OTEL_SDK_DISABLED !== 'true' && { tracing: true }),
    transitLimits: new TransitLimits(settings.TRANSIT_LIMIT_DAYS, parseLimits(settings.TRANSIT_LIMITS ?? '')),
    trackingProviders: providers,
    tokenTtl: settings.TOKEN_TTL,
    corsOrigins: splitList(settings.CORS_ORIGINS ?? ''),
    ...(settings.JWT_SECRET !== undefined && { jwtSecret: settings.JWT_SECRET }),
    ...(settings.ENCRYPTION_KEY !== undefined && { encryptionKey: settings.ENCRYPTION_KEY }),
    ...(settings.JWT_SECRET_PREVIOUS !== undefined && { jwtSecretPrevious: settings.JWT_SECRET_PREVIOUS }),
    ...(settings.ENCRYPTION_KEY_PREVIOUS !== undefined && {
      encryptionKeyPrevious: settings.ENCRYPTION_KEY_PREVIOUS,
    }),
    worker: settings.WORKER,
    workerPort: settings.WORKER_PORT,
    webhookNetworks: networksIn(settings.WEBHOOK_ALLOW_PRIVATE ?? '') ?? [],
    ...(settings.WEBHOOK_ALLOW_PORTS !== undefined && {
      webhookPorts: portsIn(settings.WEBHOOK_ALLOW_PORTS) ?? [],
    }),
    ...(settings.SMTP_URL !== undefined && { smtpUrl: settings.SMTP_URL }),
    mailFrom: settings.MAIL_FROM ?? `Waybill <no-reply@${new URL(publicUrl).hostname}>`,
    ...(settings.MAIL_EVENTS_SECRET !== undefined && { mailEventsSecret: settings.MAIL_EVENTS_SECRET }),
    ...smsIn(settings),
    trackingPageUrl: settings.TRACKING_PAGE_URL ?? `${publicUrl}/public/tracking_page_links/{hash}`,
    dnsServers: splitList(settings.DNS_SERVERS ?? ''),
    exportHours: settings.EXPORT_HOURS,
    ...(settings.RETENTION_ARCHIVE !== undefined && { retentionArchive: settings.RETENTION_ARCHIVE }),
    isProduction: settings.NODE_ENV === 'production',
    testEndpoints: settings.TEST_ENDPOINTS,
    trustProxy: splitList(settings.TRUST_PROXY ?? ''),
    quotas: quotasIn(settings),
    requestTimeout: settings.REQUEST_TIMEOUT,
    stopTimeout: settings.STOP_TIMEOUT,
  });
}

const quotasIn = (settings: Environment): Quotas =>
  Object.fromEntries(
    Object.entries(QUOTA_VARIABLES).map(([variable, quota]) => [
      quota,
      settings[variable as keyof typeof QUOTA_VARIABLES],
    ]),
  ) as unknown as Quotas;

/** The variables of text messages are set together, or none of them. */
function smsProblems({ SMS_ACCOUNT, SMS_TOKEN, SMS_FROM }: Environment): string[] {
  const given = [SMS_ACCOUNT, SMS_TOKEN, SMS_FROM].filter((each) => each !== undefined).length;
  return given === 0 || given === 3 ? [] : ['SMS_ACCOUNT, SMS_TOKEN and SMS_FROM must be set together.'];
}

function smsIn({ SMS_URL: url, SMS_ACCOUNT: account, SMS_TOKEN: token, SMS_FROM: from }: Environment): {
  readonly sms?: SmsConfig;
} {
  if (account === undefined || token === undefined || from === undefined) return {};
  return { sms: Object.freeze({ url, account, token, from }) };
}

/** `dhl=30,usps=45` */
function parseLimits(text: string): ReadonlyMap<string, number> | undefined {
  const pairs = text
    .split(',')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => /^\s*([\w.-]+)\s*=\s*([1-9]\d{0,3})\s*$/.exec(pair));
  return pairs.includes(null)
    ? undefined
    : new Map(pairs.map((pair) => [pair?.[1] ?? '', Number(pair?.[2])]));
}

const splitList = (list: string): string[] =>
  list
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** `https://{subdomain}.example.com/{hash}` */
function isLinkTemplate(value: string): boolean {
  const filled = value.replaceAll('{subdomain}', 'shop').replaceAll('{hash}', 'x');
  return value.includes('{hash}') && /^https?:/.test(filled) && URL.canParse(filled) && !/[{}]/.test(filled);
}

/** Scheme, host and port alone: every IRI begins at the root of the host. */
function isOrigin(value: string): boolean {
  return /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value;
}

/** A server, maybe below a path; its key is a variable of its own. */
function isServerUrl(value: string): boolean {
  if (!/^https?:/.test(value) || !URL.canParse(value)) return false;
  const { username, password, search, hash } = new URL(value);
  return `${username}${password}${search}${hash}` === '';
}

/** It is sent as a header. */
function isKey(value: string): boolean {
  return /^[\x21-\x7e]+$/.test(value);
}

/** It is a part of a path. */
function isUrlWord(value: string): boolean {
  return /^[\w-]+$/.test(value);
}

function isSmsSender(value: string): boolean {
  return /^(?:\+[1-9]\d{6,14}|[A-Za-z\d ]{1,11})$/.test(value);
}

function withoutTrailingSlash({ value }: TransformFnParams): string {
  return String(value).replace(/\/+$/, '');
}

/** `https://***@host`: of a URL that should have none. */
function withoutCredentials(url: string): string {
  return url.replace(/\/\/.*@/s, '//***@');
}

function isOriginList(value: string): boolean {
  return splitList(value).every((origin) => origin === '*' || isOrigin(origin));
}

function isSmtpUrl(value: string): boolean {
  return /^smtps?:\/\/./.test(value) && URL.canParse(value) && new URL(value).hostname !== '';
}

function isSender(value: string): boolean {
  return isEmail(value, { allow_display_name: true, require_tld: false }) && !/[\r\n]/.test(value);
}

/** `127.0.0.1,192.0.2.1:5353` */
function isIpList(value: string): boolean {
  return splitList(value).every((each) => isIP(each.replace(/(?<=^\d+\.\d+\.\d+\.\d+):\d{1,5}$/, '')));
}

function isNetworkList(value: string): boolean {
  return splitList(value).every((each) => {
    const [address = '', bits, ...rest] = each.split('/');
    const most = isIP(address, 4) ? 32 : isIP(address, 6) ? 128 : -1;
    const isRange = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
    return rest.length === 0 && most > 0 && isRange;
  });
}

function mustBe(expected: string, shown: (value: string) => string = String) {
  return {
    message: ({ property, value }: ValidationArguments) =>
      `${property} must be ${expected}, not "${shown(String(value))}".`,
  };
}

function Satisfies(isValid: (value: string) => boolean, expected: string, shown?: (value: string) => string) {
  const { message } = mustBe(expected, shown);
  return ValidateBy({
    name: isValid.name || 'satisfies',
    validator: { validate: (value: string) => isValid(value), defaultMessage: (args) => message(args!) },
  });
}

function WholeNumber(min: number, max: number) {
  const expected = mustBe(`a whole number from ${min} to ${max}`);
  return applyDecorators(
    Transform(({ value }: TransformFnParams) =>
      /^\d+$/.test(String(value)) ? Number(value) : String(value),
    ),
    IsInt(expected),
    Min(min, expected),
    Max(max, expected),
  );
}

function toBoolean({ value }: TransformFnParams): unknown {
  if (value === '1' || value === 'true') return true;
  if (value === '0' || value === 'false') return false;
  return value;
}

function isHost(value: string): boolean {
  return isIP(value) || isFQDN(value, { require_tld: false, allow_underscores: true });
}

function parseDatabaseUrl(value: string): DatabaseConfig | undefined {
  if (value.startsWith('sqlite:')) {
    const path = value.slice('sqlite:'.length).replace(/^\/\//, '');
    return path === '' ? undefined : { kind: 'sqlite', path };
  }
  try {
    return parseMysqlUrl(new URL(value));
  } catch {
    return undefined; // not a URL, or a broken percent sequence
  }
}

function parseMysqlUrl(url: URL): DatabaseConfig | undefined {
  const database = decodeURIComponent(url.pathname.slice(1));
  const { ssl, ...unknown } = Object.fromEntries(url.searchParams);
  const isComplete = url.hostname !== '' && url.username !== '' && /^[^/]+$/.test(database);
  const isKnown = ['mysql:', 'mariadb:'].includes(url.protocol) && Object.keys(unknown).length === 0;
  if (!isComplete || !isKnown || ![undefined, 'true', 'false'].includes(ssl)) return undefined;
  return {
    kind: 'mysql',
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port || 3306),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
    ...(ssl !== undefined && { ssl: ssl === 'true' }),
  };
}

/** `mysql://***@host/db`: hides credentials even where the URL is too broken to be parsed. */
function withoutPassword(databaseUrl: string): string {
  const [, scheme = '', rest = ''] = /^(sqlite:|[a-z][a-z0-9+.-]*:\/\/)?(.*)$/is.exec(databaseUrl) ?? [];
  if (/\?.*@/s.test(rest)) return `${scheme}***`;
  const shown = rest.includes('@') ? rest.replace(/.*@/s, '***@') : rest.replace(/:.*/s, ':***');
  return scheme + shown.replace(/\?.*/s, '?***');
}
