import { hkdfSync, randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import type { Transaction } from '../metadata/transaction.js';
import { toStored } from '../metadata/datetime.js';
import type { Clock } from './clock.js';
import type { Database } from './database.js';
import { sqlNames } from './sql-names.js';
import { Setting } from './setting.entity.js';

const settings = sqlNames(Setting);

/** The names in `settings`: the secret that the installation has made, and those before it. */
const MADE = 'jwt-secret';
const BEFORE = 'jwt-secret-previous';

const SECRETS = `SELECT ${settings.name}, ${settings.content} FROM ${settings.table} WHERE ${settings.name} IN (?, ?)`;

/** Milliseconds between looks at whether another process has changed the secret, and between looks for a reason. */
const LOOKS_EVERY = 20_000;
const LOOKS_APART = 100;

/** A secret that has been changed, and until when it is good for signatures. */
interface Former {
  readonly secret: string;
  readonly until: string;
}

/** Secrets of the environment. */
export interface SigningSecrets {
  /** JWT_SECRET: it signs. */
  readonly secret?: string | undefined;
  /** JWT_SECRET_PREVIOUS: what it has signed is good. */
  readonly previous?: string | undefined;
  /** Milliseconds for which a secret that the installation has made is good for signatures after it was changed. */
  readonly grace: number;
}

/**
 * What this installation signs with: JWT_SECRET, or one that all processes on a database share, made by the first. When
 * it is changed, what the one before has signed stays good for a while; every process knows a new one within seconds.
 */
export class InstallationSecret {
  private made: string | undefined;
  private former: readonly Former[] = [];
  private looked = 0;
  private looking: Promise<boolean> | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** Grows whenever the secrets have changed. */
  version = 0;

  private constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly given: SigningSecrets,
  ) {}

  static async of(database: Database, clock: Clock, given: SigningSecrets): Promise<InstallationSecret> {
    const installation = new InstallationSecret(database, clock, given);
    const rows = await database.transaction(async (transaction) => {
      const { insertOrIgnore } = transaction.dialect;
      if (given.secret !== undefined) await installation.change(transaction);
      else
        await transaction.run(
          `${insertOrIgnore} INTO ${settings.table} (${settings.name}, ${settings.content}) VALUES (?, ?)`,
          [MADE, newSecret()],
        );
      return transaction.rows<{ name: string; content: string }>(SECRETS, [MADE, BEFORE]);
    });
    installation.take(rows.map(({ name, content }) => [name, content]));
    return installation;
  }

  onModuleInit(): void {
    this.timer = setInterval(() => void this.look().catch(logFailure), LOOKS_EVERY).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** What signs. */
  secret(): string {
    const secret = this.given.secret ?? this.made;
    if (secret === undefined) throw new Error('The installation has no secret.');
    return secret;
  }

  /** What may have signed what is good, the one that signs first. */
  signers(): readonly string[] {
    const now = toStored(this.clock.now());
    const former = this.former.filter(({ until }) => until > now).map(({ secret }) => secret);
    return distinct([this.secret(), this.given.previous, ...former]);
  }

  /** All that something may have been encrypted with, the one that signs first. */
  all(): readonly string[] {
    return distinct([
      this.secret(),
      this.given.previous,
      this.made,
      ...this.former.map(({ secret }) => secret),
    ]);
  }

  /** 32 bytes for one purpose; whoever has them learns nothing of the secret. */
  key(purpose: string): Buffer {
    return keyFor(purpose, this.secret());
  }

  /**
   * What `check` answers for the secret that has signed something: each is tried, and when none fits, what another
   * process may have changed meanwhile.
   */
  async signer<T>(check: (secret: string) => T | undefined | Promise<T | undefined>): Promise<T | undefined> {
    const tried = new Set<string>();
    for (let isLast = false; ;) {
      for (const secret of this.signers()) {
        if (tried.has(secret)) continue;
        tried.add(secret);
        const found = await check(secret);
        if (found !== undefined) return found;
      }
      if (isLast || !(await this.look())) return undefined;
      isLast = true;
    }
  }

  /** Reads the secrets again, a moment after the last time at the earliest. @returns whether they have changed. */
  look(): Promise<boolean> {
    this.looking ??= this.read().finally(() => (this.looking = undefined));
    return this.looking;
  }

  /**
   * Has a new secret sign from now on; where JWT_SECRET does, the one that was made signs no more. The one before is good
   * for signatures for a while. @returns until when, or nothing when there was none to change.
   */
  async rotate(): Promise<string | undefined> {
    const until = await this.database.transaction((transaction) => this.change(transaction));
    await this.look();
    return until;
  }

  /** Drops secrets whose time is over; nothing may be encrypted with them any more. */
  async forget(): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const now = toStored(this.clock.now());
      const left = (await formerIn(transaction)).filter(({ until }) => until > now);
      await put(BEFORE, JSON.stringify(left), transaction);
    });
    await this.look();
  }

  private async change(transaction: Transaction): Promise<string | undefined> {
    const [row] = await transaction.rows<{ content: string }>(
      `SELECT ${settings.content} FROM ${settings.table} WHERE ${settings.name} = ?${transaction.dialect.forUpdate}`,
      [MADE],
    );
    if (!row) return undefined;
    const until = toStored(this.clock.now() + this.given.grace);
    const before = await formerIn(transaction);
    await put(BEFORE, JSON.stringify([{ secret: row.content, until }, ...before]), transaction);
    if (this.given.secret === undefined) await put(MADE, newSecret(), transaction);
    else await transaction.run(`DELETE FROM ${settings.table} WHERE ${settings.name} = ?`, [MADE]);
    return until;
  }

  private async read(): Promise<boolean> {
    const wait = this.looked + LOOKS_APART - performance.now();
    if (this.looked > 0 && wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const rows = await this.database.read(SECRETS, [MADE, BEFORE]);
    return this.take(rows as unknown as [string, string][]);
  }

  /** @returns whether they are others than before. */
  private take(rows: readonly (readonly [name: string, content: string])[]): boolean {
    this.looked = performance.now();
    const contents = new Map(rows);
    const known = JSON.stringify([this.made, this.former]);
    // where others sign with JWT_SECRET already, this process goes on until it is started anew
    this.made = contents.get(MADE) ?? this.made;
    this.former = JSON.parse(contents.get(BEFORE) ?? '[]') as Former[];
    if (known === JSON.stringify([this.made, this.former])) return false;
    this.version++;
    return true;
  }
}

/** 32 bytes for one purpose, from any text. */
export const keyFor = (purpose: string, secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));

const newSecret = (): string => randomBytes(32).toString('hex');

const distinct = (secrets: readonly (string | undefined)[]): string[] => [
  ...new Set(secrets.filter((secret) => secret !== undefined)),
];

async function formerIn(transaction: Transaction): Promise<Former[]> {
  const [row] = await transaction.rows<{ content: string }>(
    `SELECT ${settings.content} FROM ${settings.table} WHERE ${settings.name} = ?${transaction.dialect.forUpdate}`,
    [BEFORE],
  );
  return JSON.parse(row?.content ?? '[]') as Former[];
}

async function put(name: string, content: string, transaction: Transaction): Promise<void> {
  await transaction.run(`DELETE FROM ${settings.table} WHERE ${settings.name} = ?`, [name]);
  await transaction.run(
    `INSERT INTO ${settings.table} (${settings.name}, ${settings.content}) VALUES (?, ?)`,
    [name, content],
  );
}

const logFailure = (error: unknown): void =>
  new Logger('secrets').warn({ msg: 'secrets could not be read again', reason: (error as Error).name });
