import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config/config.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { InstallationSecret } from '../../../core/database/installation-secret.js';
import { MailService } from '../../mail/mail.service.js';
import type { Bearer } from '../oauth/access-tokens.js';
import { grantToOneself, revokeGrantsOf } from '../oauth/grants.js';
import { KnownDevices } from '../oauth/known-devices.js';
import { emailKey } from '../../../core/metadata/identity.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { passwordHash } from '../users/passwords.js';
import { Attempts, LIMITS, networkKey } from './attempts.js';
import { passwordChangedMail } from './account-mails.js';
import { linkWith, findCode, makeCode, type VerifiedCode, useCode } from './email-codes.js';
import { retryOnDuplicate, findUser, userIdFor, sendLink, findOrCreateUser } from './sign-up.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { User } from '../users/user.entity.js';

const users = sqlNames(User);

/** A user whose address is confirmed now. */
export interface ConfirmedUser extends VerifiedCode {
  /** None for an invitation, which lets its user into a team and nowhere else. */
  readonly bearer: Bearer | undefined;
}

/** Signing up, and what links in e-mails do. */
@Injectable()
export class Accounts {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly mails: MailService,
    private readonly attempts: Attempts,
    private readonly devices: KnownDevices,
    private readonly installation: InstallationSecret,
  ) {}

  /**
   * Makes a user, and sends a link to the address. Where there is an account already, its owner gets a link to it.
   * @returns the user's id, or one that looks the same. @throws MailIsOff, TooMany.
   */
  async signUp(email: string, request: FastifyRequest): Promise<string> {
    await this.countMail(email, request);
    const id = this.newIdFor(email);
    const signUp = async (transaction: Transaction): Promise<void> =>
      sendLink(await findOrCreateUser(email, id, transaction), this.outgoing, transaction);
    await withMinDuration(retryOnDuplicate(() => this.database.transaction(signUp)));
    return id;
  }

  /** Sends another link, if there is such a user; the caller does not learn that. @throws MailIsOff, TooMany. */
  async resend(email: string, request: FastifyRequest): Promise<void> {
    await this.countMail(email, request);
    const resend = async (transaction: Transaction): Promise<void> => {
      const user = await findUser(email, transaction);
      if (user) await sendLink(user, this.outgoing, transaction);
    };
    await withMinDuration(this.database.transaction(resend));
  }

  /** What a code is good for; it stays good. @throws TooMany. */
  async look(code: string, ip: string): Promise<VerifiedCode | undefined> {
    return this.orCount(
      ip,
      this.database.transaction((transaction) => findCode(code, transaction)),
    );
  }

  /** Uses a code up. @returns undefined when it is not good. @throws TooMany. */
  async confirm(code: string, ip: string): Promise<ConfirmedUser | undefined> {
    const confirm = async (transaction: Transaction): Promise<ConfirmedUser | undefined> => {
      const opened = await useCode(code, transaction);
      if (!opened) return undefined;
      const bearer = opened.invitation ? undefined : await grantToOneself(opened.user, transaction);
      return { ...opened, bearer };
    };
    return this.orCount(ip, this.database.transaction(confirm));
  }

  /** As `confirm`, with a new password: whoever was in with the old one is out. */
  async confirmWithPassword(
    code: string,
    password: string | undefined,
    ip: string,
  ): Promise<VerifiedCode | undefined> {
    const hash = password === undefined ? undefined : await passwordHash(password);
    const confirm = async (transaction: Transaction): Promise<VerifiedCode | undefined> => {
      const opened = await useCode(code, transaction);
      if (!opened || hash === undefined) return opened;
      const { user } = opened;
      await transaction.run(
        `UPDATE ${users.table}
        SET ${users.passwordHash} = ?, ${users.updatedAt} = ?
        WHERE ${users.pk} = ?`,
        [hash, transaction.moment, user.pk],
      );
      if (user.passwordHash === null) return opened;
      await revokeGrantsOf(user.pk, transaction);
      if (this.mails.isOn) await this.mails.queue(transaction, passwordChangedMail(user.email));
      return opened;
    };
    return this.orCount(ip, this.database.transaction(confirm));
  }

  /** A fresh link for a user, for tests; undefined where there is none. */
  async testLink(email: string): Promise<string | undefined> {
    return this.database.transaction(async (transaction) => {
      const user = await findUser(email, transaction);
      return user && linkWith(await makeCode(user.pk, transaction), this.config.publicUrl);
    });
  }

  /** The id that a user with this address gets when it is made by its address alone. */
  newIdFor(email: string): string {
    return userIdFor(email, this.installation.key('user ids'));
  }

  get outgoing(): { readonly mails: MailService; readonly publicUrl: string } {
    return { mails: this.mails, publicUrl: this.config.publicUrl };
  }

  /** Whoever has signed in before in this browser is counted alone. */
  private async countMail(email: string, request: FastifyRequest): Promise<void> {
    this.mails.assertIsOn();
    const [key, network] = [emailKey(email), networkKey(request.ip)];
    const device = await this.devices.deviceOf(request, key);
    if (device !== undefined) return this.attempts.count([LIMITS.mailFromDevice, `${key} ${device}`]);
    await this.attempts.count(
      [LIMITS.mailFromNetworkToAddress, `${network} ${key}`],
      [LIMITS.mailFromNetwork, network],
      [LIMITS.mailToAddress, key],
    );
  }

  /** Wrong codes count. */
  private async orCount<T>(ip: string, found: Promise<T | undefined>): Promise<T | undefined> {
    const value = await found;
    if (value === undefined) await this.attempts.count([LIMITS.codesFromNetwork, networkKey(ip)]);
    return value;
  }
}

/** Milliseconds. */
const MIN_DURATION_MS = 100;

/** Takes no less time when there is little to do: nobody learns from it whether there is an account. */
export async function withMinDuration<T>(work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, pause(MIN_DURATION_MS)]);
  return result;
}
