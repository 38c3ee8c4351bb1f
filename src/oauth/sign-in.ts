import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Attempts, LIMITS, networkKey } from '../accounts/attempts.js';
import { emailKey } from '../resource/identity.js';
import { DATABASE, type Database } from '../database/database.js';
import { TooMany } from '../resource/errors.js';
import { isPassword } from '../users/passwords.js';
import { BrowserSession } from './browser-session.js';

const WRONG = 'The address or the password is wrong.';

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
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** Begins a session of the browser. @returns why not. */
  async signIn(
    { email = '', password = '' }: Readonly<Record<string, string>>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<SignInRefusal | undefined> {
    try {
      await this.attempts.count(
        [LIMITS.signInAs, emailKey(email)],
        [LIMITS.signInFromNetwork, networkKey(request.ip)],
      );
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      void reply.headers(error.headers);
      return { status: 429, alert: error.message };
    }
    const [row] = await this.database.read('SELECT pk, passwordHash FROM users WHERE emailKey = ?', [
      emailKey(email),
    ]);
    const [pk, hash] = (row ?? [0, null]) as [number, string | null];
    if (!(await isPassword(password, hash)) || hash === null) return { status: 403, alert: WRONG };
    await this.sessions.signIn(request, reply, pk);
    return undefined;
  }
}
