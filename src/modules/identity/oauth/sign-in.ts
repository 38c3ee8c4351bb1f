import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Attempts, LIMITS, networkKey } from '../accounts/attempts.js';
import { emailKey } from '../../../core/metadata/identity.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { TooMany } from '../../../core/metadata/errors.js';
import { isPassword } from '../users/passwords.js';
import { BrowserSession } from './browser-session.js';
import { KnownDevices } from './known-devices.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { User } from '../users/user.entity.js';

const users = sqlNames(User);

const WRONG_CREDENTIALS = 'The address or the password is wrong.';

/** Why somebody is not signed in. */
export interface SignInRefusal {
  readonly status: 403 | 429;
  readonly alert: string;
}

/** Signs people in with their passwords, on every page that asks for one. */
@Injectable()
export class SignIn {
  constructor(
    private readonly sessions: BrowserSession,
    private readonly attempts: Attempts,
    private readonly devices: KnownDevices,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Begins a session of the browser. @returns why not. */
  async signIn(
    { email = '', password = '' }: Readonly<Record<string, string>>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SignInRefusal | undefined> {
    const key = emailKey(email);
    try {
      await this.count(key, request);
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      void reply.headers(error.headers);
      return { status: 429, alert: error.message };
    }
    const [row] = await this.database.read(
      `SELECT ${users.pk}, ${users.passwordHash}
      FROM ${users.table}
      WHERE ${users.emailKey} = ?`,
      [key],
    );
    const [pk, hash] = (row ?? [0, null]) as [number, string | null];
    if (!(await isPassword(password, hash)) || hash === null)
      return { status: 403, alert: WRONG_CREDENTIALS };
    await this.sessions.signIn(request, reply, pk);
    await this.devices.remember(request, reply, key);
    return undefined;
  }

  /** Whoever has signed in before in this browser is counted alone. @throws TooMany. */
  private async count(key: string, request: FastifyRequest): Promise<void> {
    const device = await this.devices.deviceOf(request, key);
    if (device !== undefined) return this.attempts.count([LIMITS.signInOnDevice, `${key} ${device}`]);
    const network = networkKey(request.ip);
    await this.attempts.count(
      [LIMITS.signInFromNetworkAs, `${network} ${key}`],
      [LIMITS.signInFromNetwork, network],
      [LIMITS.signInAs, key],
    );
  }
}
