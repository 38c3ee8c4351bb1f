import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { DATABASE, type Database } from '../database/database.js';
import { toMilliseconds, toStored } from '../resource/datetime.js';
import { TooMany } from '../resource/errors.js';
import type { Transaction } from '../resource/transaction.js';

/** How many attempts there may be within so many milliseconds. */
export interface Limit {
  readonly name: string;
  readonly attempts: number;
  readonly within: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** By e-mail address, and by the network that requests come from. */
export const LIMITS = {
  mailToAddress: { name: 'mail', attempts: 5, within: HOUR },
  mailFromNetwork: { name: 'mail-net', attempts: 60, within: HOUR },
  signInAs: { name: 'sign-in', attempts: 20, within: 15 * MINUTE },
  signInFromNetwork: { name: 'sign-in-net', attempts: 100, within: 15 * MINUTE },
  codesFromNetwork: { name: 'code-net', attempts: 100, within: 15 * MINUTE },
  tokensOfClient: { name: 'token', attempts: 300, within: 10 * MINUTE },
  tokensFromNetwork: { name: 'token-net', attempts: 600, within: 10 * MINUTE },
} satisfies Record<string, Limit>;

/** One household or server: an IPv4 address, or the first half of an IPv6 address. */
export function networkKey(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (v4 !== undefined) return v4;
  const [head = '', tail] = ip.split('%', 1).join('').split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0');
  const groups = tail === undefined ? first : [...first, ...zeros, ...last];
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

/** Old counts are removed by every so many attempts, so many at a time. */
const CLEANING = { every: 50, rows: 500 };

/** Counts what may be tried only so often. The counts are in the database: all processes count together. */
@Injectable()
export class Attempts {
  private counted = 0;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts an attempt at each of these. @throws TooMany when there were too many already. */
  async count(...each: readonly (readonly [Limit, string])[]): Promise<void> {
    const now = this.clock.now();
    const waits = await this.database.transaction(async (transaction) => {
      const found: number[] = [];
      for (const [limit, who] of each) found.push(await this.countOne(limit, who, now, transaction));
      if (this.counted++ % CLEANING.every === 0) await this.clean(now, transaction);
      return found;
    });
    const wait = Math.max(...waits);
    if (wait > 0) throw new TooMany(Math.ceil(wait / 1000));
  }

  /** @returns milliseconds to wait, 0 when it may go on. */
  private async countOne(
    { name, attempts, within }: Limit,
    who: string,
    now: number,
    transaction: Transaction,
  ): Promise<number> {
    const key = `${name} ${createHash('sha256').update(who).digest('base64url')}`;
    const until = toStored(now + within);
    // the number is set first: MySQL gives later assignments the new values
    await transaction.run(
      `INSERT INTO attempts (name, number, until) VALUES (?, 1, ?) ${transaction.dialect.onConflict(
        'name',
        'number = CASE WHEN attempts.until <= ? THEN 1 ELSE attempts.number + 1 END, until = CASE WHEN attempts.until <= ? THEN ? ELSE attempts.until END',
      )}`,
      [key, until, toStored(now), toStored(now), until],
    );
    const [row] = await transaction.rows<{ number: number; until: string }>(
      'SELECT number, until FROM attempts WHERE name = ?',
      [key],
    );
    return row && row.number > attempts ? Math.max(1000, toMilliseconds(row.until) - now) : 0;
  }

  private async clean(now: number, transaction: Transaction): Promise<void> {
    const old = `SELECT pk FROM attempts WHERE until <= ? ORDER BY until LIMIT ${CLEANING.rows}`;
    await transaction.run(`DELETE FROM attempts WHERE pk IN (SELECT pk FROM (${old}) old)`, [toStored(now)]);
  }
}
