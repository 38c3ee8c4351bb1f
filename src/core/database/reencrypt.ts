import type { Stored } from '../metadata/condition.js';
import type { Database } from './database.js';
import type { Encryption } from './encryption.js';

/** The columns that are encrypted, by table. */
const ENCRYPTED: Readonly<Record<string, readonly string[]>> = {
  message_settings: ['slackUrl'],
  workflows: ['password', 'token', 'signingSecret'],
  mails: ['content'],
  idempotency_keys: ['answer'],
  erasures: ['person'],
};

/** Rows of one unit of work: few enough to hold them for a moment only. */
const BATCH_SIZE = 200;

/** What has become of everything that is encrypted. */
export interface Reencrypted {
  /** Encrypted anew. */
  readonly changed: number;
  /** Encrypted with a key that is not known here. */
  readonly unreadable: number;
}

/** Encrypts everything that is kept at rest with the key that encrypts now, beside servers that use it. */
export async function reencrypt(database: Database, encryption: Encryption): Promise<Reencrypted> {
  let changed = 0;
  let unreadable = 0;
  for (const [table, columns] of Object.entries(ENCRYPTED)) {
    for (let after = 0; ;) {
      const rows = await database.read(
        `SELECT pk, ${columns.join(', ')} FROM ${table} WHERE pk > ? ORDER BY pk LIMIT ${BATCH_SIZE}`,
        [after],
      );
      const changes: [column: string, params: readonly Stored[]][] = [];
      for (const [pk, ...values] of rows as [number, ...(string | null)[]][]) {
        after = pk;
        for (const [at, column] of columns.entries()) {
          const encrypted = values[at] ?? null;
          if (!encrypted?.startsWith('v1:') || encryption.isCurrent(encrypted)) continue;
          const opened = await encryption.decryptBytes(encrypted);
          if (opened === undefined) unreadable++;
          else changes.push([column, [encryption.encryptBytes(opened), pk, encrypted]]);
        }
      }
      // what somebody has changed meanwhile is left as it is
      if (changes.length > 0)
        changed += await database.transaction(async (transaction) => {
          let affected = 0;
          for (const [column, params] of changes)
            affected += (
              await transaction.run(
                `UPDATE ${table} SET ${column} = ? WHERE pk = ? AND ${column} = ?`,
                params,
              )
            ).affected;
          return affected;
        });
      if (rows.length < BATCH_SIZE) break;
    }
  }
  return { changed, unreadable };
}
