import { hkdfSync, randomBytes } from 'node:crypto';
import type { Database } from './database.js';

const NAME = 'jwt-secret';

/** What this installation signs with: JWT_SECRET, or one that all processes on a database share, made by the first. */
export class InstallationSecret {
  private kept: Promise<string> | undefined;
  private readonly derived = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly database: Database,
    private readonly given: string | undefined,
  ) {}

  secret(): Promise<string> {
    if (this.given !== undefined) return Promise.resolve(this.given);
    this.kept ??= this.load();
    this.kept.catch(() => (this.kept = undefined));
    return this.kept;
  }

  /** 32 bytes for one purpose; whoever has them learns nothing of the secret. */
  key(purpose: string): Promise<Buffer> {
    const known = this.derived.get(purpose);
    if (known) return known;
    const key = this.secret().then((secret) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)));
    this.derived.set(purpose, key);
    key.catch(() => this.derived.delete(purpose));
    return key;
  }

  private load(): Promise<string> {
    return this.database.transaction(async (transaction) => {
      await transaction.run(
        `${transaction.dialect.insertOrIgnore} INTO settings (name, content) VALUES (?, ?)`,
        [NAME, randomBytes(32).toString('hex')],
      );
      const [kept] = await transaction.rows<{ content: string }>(
        'SELECT content FROM settings WHERE name = ?',
        [NAME],
      );
      if (!kept) throw new Error('The installation has no secret.');
      return kept.content;
    });
  }
}
