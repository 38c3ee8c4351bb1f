import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../core/database/clock.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { toMilliseconds, toStored } from '../../../core/metadata/datetime.js';
import { TooMany } from '../../../core/metadata/errors.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Attempt } from './attempt.entity.js';

const attemptsTable = sqlNames(Attempt);

/** How many attempts there may be within so many milliseconds. */
export interface Limit {
  readonly name: string;
  readonly attempts: number;
  readonly within: number;
}

/** What is tried, and by or against whom. */
export type LimitedAction = readonly [Limit, string];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * By e-mail address, by the network that requests come from, and by both together: what a stranger does in one network
 * stops nobody in another. The limits of an address alone are high, and do not hold for devices that it is known on.
 */
export const LIMITS = {
  mailFromNetworkToAddress: { name: 'mail', attempts: 5, within: HOUR },
  mailFromDevice: { name: 'mail-device', attempts: 5, within: HOUR },
  mailToAddress: { name: 'mail-to', attempts: 15, within: HOUR },
  mailFromNetwork: { name: 'mail-net', attempts: 60, within: HOUR },
  invitationOfTeamToAddress: { name: 'invite', attempts: 5, within: DAY },
  invitationsToAddress: { name: 'invite-to', attempts: 20, within: DAY },
  invitationsOfTeam: { name: 'invite-team', attempts: 100, within: DAY },
  invitationsOfUser: { name: 'invite-user', attempts: 200, within: DAY },
  invitationsFromNetwork: { name: 'invite-net', attempts: 300, within: DAY },
  linkSearchesFromNetwork: { name: 'link', attempts: 30, within: HOUR },
  linkSearchesOfPage: { name: 'link-page', attempts: 1000, within: HOUR },
  parcelSearchesOfOrder: { name: 'link-order', attempts: 10, within: HOUR },
  linkMailsToAddress: { name: 'link-to', attempts: 5, within: HOUR },
  failureMailsOfWebhook: { name: 'webhook-mail', attempts: 1, within: DAY },
  failureMailsToAddress: { name: 'webhook-mail-to', attempts: 20, within: DAY },
  testMessagesOfUser: { name: 'message-test', attempts: 20, within: HOUR },
  parcelMailsOfShopToAddress: { name: 'parcel', attempts: 20, within: HOUR },
  parcelMailsToAddress: { name: 'parcel-to', attempts: 40, within: HOUR },
  parcelMailsOfShop: { name: 'parcel-shop', attempts: 5000, within: HOUR },
  parcelMailsFromNetwork: { name: 'parcel-net', attempts: 20_000, within: HOUR },
  signInFromNetworkAs: { name: 'sign-in', attempts: 20, within: 15 * MINUTE },
  signInOnDevice: { name: 'sign-in-device', attempts: 20, within: 15 * MINUTE },
  passwordsOfUser: { name: 'password', attempts: 20, within: 15 * MINUTE },
  signInAs: { name: 'sign-in-as', attempts: 300, within: HOUR },
  signInFromNetwork: { name: 'sign-in-net', attempts: 100, within: 15 * MINUTE },
  codesFromNetwork: { name: 'code-net', attempts: 100, within: 15 * MINUTE },
  registrationsFromNetwork: { name: 'register-net', attempts: 60, within: HOUR },
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

  /**
   * Counts an attempt at each of these, in turn: what the first limits stop does not use up the later ones, which others
   * are counted by as well. @throws TooMany when there were too many already.
   */
  async count(...each: readonly LimitedAction[]): Promise<void> {
    const wait = await this.database.transaction((transaction) => this.countIn(transaction, ...each));
    if (wait > 0) throw new TooMany(wait);
  }

  /** As `count`, in a unit of work that may be long: last of all, for others wait. @returns seconds to wait, 0 for none. */
  async countIn(transaction: Transaction, ...each: readonly LimitedAction[]): Promise<number> {
    const now = this.clock.now();
    let wait = 0;
    for (const [limit, who] of each) {
      wait = await this.countOne(limit, who, now, transaction);
      if (wait > 0) break;
    }
    if (this.counted++ % CLEANING.every === 0) await this.clean(now, transaction);
    return Math.ceil(wait / 1000);
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
      `INSERT INTO ${attemptsTable.table} (${attemptsTable.name}, ${attemptsTable.number}, ${attemptsTable.until})
        VALUES (?, 1, ?) ${transaction.dialect.onConflict(
          'name',
          `${attemptsTable.number} = CASE WHEN ${attemptsTable.table}.${attemptsTable.until} <= ? THEN 1 ELSE ${attemptsTable.table}.${attemptsTable.number} + 1 END, ${attemptsTable.until} = CASE WHEN ${attemptsTable.table}.${attemptsTable.until} <= ? THEN ? ELSE ${attemptsTable.table}.${attemptsTable.until} END`,
        )}`,
      [key, until, toStored(now), toStored(now), until],
    );
    const [row] = await transaction.rows<{ number: number; until: string }>(
      `SELECT ${attemptsTable.number}, ${attemptsTable.until}
        FROM ${attemptsTable.table}
        WHERE ${attemptsTable.name} = ?`,
      [key],
    );
    return row && row.number > attempts ? Math.max(1000, toMilliseconds(row.until) - now) : 0;
  }

  private async clean(now: number, transaction: Transaction): Promise<void> {
    const old = `SELECT ${attemptsTable.pk}
      FROM ${attemptsTable.table}
      WHERE ${attemptsTable.until} <= ?
      ORDER BY ${attemptsTable.until} LIMIT ${CLEANING.rows}`;
    await transaction.run(
      `DELETE FROM ${attemptsTable.table}
      WHERE ${attemptsTable.pk} IN (SELECT ${attemptsTable.pk} FROM (${old}) AS old)`,
      [toStored(now)],
    );
  }
}
