import type { Database } from '../../core/database/database.js';
import type { Encryption } from '../../core/database/encryption.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Workflow } from './workflows/workflow.entity.js';

const w = sqlNames(Workflow, 'w');

/** A webhook with what its requests need. */
export interface Webhook {
  readonly pk: number;
  readonly id: string;
  readonly workspacePk: number;
  readonly url: string;
  /** Requests at the same time. */
  readonly concurrency: number;
  /** The `Authorization` header; undefined when there is none. */
  readonly authorization: string | undefined;
  /** What the answer to a request must not repeat where people read it. */
  readonly confidential: readonly string[];
  /** `whsec_…` */
  readonly secret: string;
  /** What is encrypted was encrypted with another key, so nothing can be sent. */
  readonly isLocked: boolean;
}

interface WebhookRow {
  readonly pk: number;
  readonly workspacePk: number;
  readonly url: string | null;
  readonly concurrency: string | null;
  readonly authType: string | null;
  readonly username: string | null;
  readonly password: string | null;
  readonly token: string | null;
  readonly signingSecret: string | null;
}

const COLUMNS = [
  'pk',
  'workspacePk',
  'url',
  'concurrency',
  'authType',
  'username',
  'password',
  'token',
  'signingSecret',
] as const satisfies readonly (keyof WebhookRow)[];

/** The webhook with an id; undefined when there is none. */
export async function findWebhook(
  id: string,
  database: Database,
  encryption: Pick<Encryption, 'decrypt'>,
): Promise<Webhook | undefined> {
  const [found] = await database.read(
    `SELECT ${COLUMNS.map((column) => `w.${column}`).join(', ')}
      FROM ${w.table}
      WHERE ${w.id} = ? AND ${w.type} = 'webhook'`,
    [id],
  );
  if (!found) return undefined;
  const row = Object.fromEntries(COLUMNS.map((column, at) => [column, found[at]])) as unknown as WebhookRow;
  const opened = async (encrypted: string | null): Promise<string | undefined> =>
    encrypted === null ? '' : encryption.decrypt(encrypted);
  const secret = await opened(row.signingSecret);
  const credential = await opened(row.authType === 'bearer' ? row.token : row.password);
  const authorization = authorizationOf(row, credential ?? '');
  return {
    pk: row.pk,
    id,
    workspacePk: row.workspacePk,
    url: row.url ?? '',
    concurrency: Number(row.concurrency ?? 1),
    authorization,
    confidential: [secret, credential, authorization?.replace(/^\w+ /, '')].filter(isConfidential),
    secret: secret ?? '',
    isLocked: secret === undefined || credential === undefined,
  };
}

/** Shorter ones would be found in every text. */
const isConfidential = (text: string | undefined): text is string => text !== undefined && text.length >= 4;

function authorizationOf({ authType, username }: WebhookRow, credential: string): string | undefined {
  switch (authType) {
    case 'basic':
      return `Basic ${Buffer.from(`${username ?? ''}:${credential}`).toString('base64')}`;
    case 'bearer':
      return `Bearer ${credential}`;
    default:
      return undefined;
  }
}
