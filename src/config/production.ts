import type { Config } from './config.js';
import { isWeakSecret } from './secret-strength.js';

/** The variables that matter when real users depend on a server. */
export interface ProductionSettings {
  readonly NODE_ENV?: string | undefined;
  readonly DEMO?: boolean | undefined;
  readonly TEST_ENDPOINTS: boolean;
  readonly JWT_SECRET?: string | undefined;
  readonly ENCRYPTION_KEY?: string | undefined;
  readonly METRICS_TOKEN?: string | undefined;
  readonly MAIL_EVENTS_SECRET?: string | undefined;
}

const SECRETS = ['JWT_SECRET', 'ENCRYPTION_KEY', 'METRICS_TOKEN', 'MAIL_EVENTS_SECRET'] as const;

/** Why a server must not start in production, a sentence each; elsewhere nothing speaks against it. */
export function productionProblems(settings: ProductionSettings): string[] {
  if (settings.NODE_ENV !== 'production') return [];
  const weak = SECRETS.filter((name) => {
    const secret = settings[name];
    return secret !== undefined && isWeakSecret(secret);
  });
  return [
    ...(settings.TEST_ENDPOINTS
      ? ['TEST_ENDPOINTS must not be on with NODE_ENV=production: it tells anybody the links of e-mails.']
      : []),
    ...(settings.DEMO
      ? ['DEMO must not be on with NODE_ENV=production: the demo is for trying things out.']
      : []),
    ...weak.map(
      (name) =>
        `${name} is too easy to guess for NODE_ENV=production: it needs 32 random bytes, as from "openssl rand -hex 32".`,
    ),
  ];
}

/** What an operator should know of a server that starts in production, a sentence each. */
export function productionWarnings({
  isProduction,
  jwtSecret,
  encryptionKey,
  database,
  publicUrl,
}: Config): string[] {
  if (!isProduction) return [];
  return [
    ...(jwtSecret === undefined
      ? [
          'JWT_SECRET is not set: whoever reads the database or a backup of it can sign tokens for everybody. Set it, and run "cli secrets:rotate".',
        ]
      : []),
    ...(encryptionKey === undefined
      ? [
          'ENCRYPTION_KEY is not set: passwords of webhooks and waiting e-mails are encrypted with a key made from the secret that signs tokens. Set it, and run "cli secrets:rotate".',
        ]
      : []),
    ...(database.kind === 'mysql' && database.ssl !== true
      ? [
          'DATABASE_URL has no ?ssl=true: what goes to the database and back can be read and changed on the way.',
        ]
      : []),
    ...(publicUrl.startsWith('http:')
      ? ['PUBLIC_URL is not https: passwords and tokens can be read on the way.']
      : []),
  ];
}
