import { applyDecorators } from '@nestjs/common';
import { plainToInstance, Transform, type TransformFnParams } from 'class-transformer';
import {
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

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const DAY_SECONDS = 86_400;
const DATABASE_URL_FORM =
  'sqlite:<path> or mysql://<user>[:<password>]@<host>[:<port>]/<database>[?ssl=true] with special characters percent-encoded';

/** The token under which Nest injects it. */
export const CONFIG = Symbol('config');

/** What the process is told by its environment; see the README for the variables. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly database: DatabaseConfig;
  /** Connections kept open to MariaDB or MySQL. */
  readonly databasePoolSize: number;
  /** The origin that clients see, without a trailing slash. */
  readonly publicUrl: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly demo: boolean;
  /** Life of an access token in seconds. */
  readonly tokenTtl: number;
  readonly jwtSecret?: string;
  /** Pages of these origins may call the API from a browser; `*` is any. */
  readonly corsOrigins: readonly string[];
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

class Environment {
  @WholeNumber(0, 65_535)
  PORT = 3000;

  @Satisfies(isHost, 'an IP address or a host name')
  HOST = '0.0.0.0';

  @Satisfies((value) => parseDatabaseUrl(value) !== undefined, DATABASE_URL_FORM, withoutPassword)
  DATABASE_URL = 'sqlite:var/waybill.sqlite';

  @WholeNumber(1, 1000)
  DATABASE_POOL_SIZE = 10;

  @Transform(({ value }: TransformFnParams) => String(value).replace(/\/+$/, ''))
  @Satisfies(isOrigin, 'an http or https origin such as https://api.example.com', (url) =>
    url.replace(/\/\/.*@/s, '//***@'),
  )
  @IsOptional()
  PUBLIC_URL?: string;

  @IsIn(LOG_LEVELS, mustBe(`one of ${LOG_LEVELS.join(', ')}`))
  LOG_LEVEL: Config['logLevel'] = 'info';

  @Transform(toBoolean)
  @IsBoolean(mustBe('1, 0, true or false'))
  DEMO = true;

  @WholeNumber(60, 30 * DAY_SECONDS)
  TOKEN_TTL = 3600;

  @Satisfies(isOriginList, 'origins such as https://admin.example.com, separated by commas, or *')
  @IsOptional()
  CORS_ORIGINS?: string;

  @MinLength(32, { message: 'JWT_SECRET must be at least 32 characters long.' })
  @IsOptional()
  JWT_SECRET?: string;
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
  if (errors.length > 0 || !database) {
    throw new ConfigError(errors.flatMap((error) => Object.values(error.constraints ?? {})).join('\n'));
  }
  return Object.freeze({
    port: settings.PORT,
    host: settings.HOST,
    database: Object.freeze(database),
    databasePoolSize: settings.DATABASE_POOL_SIZE,
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
    logLevel: settings.LOG_LEVEL,
    demo: settings.DEMO,
    tokenTtl: settings.TOKEN_TTL,
    corsOrigins: splitOrigins(settings.CORS_ORIGINS ?? ''),
    ...(settings.JWT_SECRET !== undefined && { jwtSecret: settings.JWT_SECRET }),
  });
}

const splitOrigins = (list: string): string[] =>
  list
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');

/** Scheme, host and port alone: every IRI begins at the root of the host. */
function isOrigin(value: string): boolean {
  return /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value;
}

function isOriginList(value: string): boolean {
  return splitOrigins(value).every((origin) => origin === '*' || isOrigin(origin));
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
