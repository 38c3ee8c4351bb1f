import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { isSame } from '../../../core/metadata/is-same.js';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config/config.js';
import { Clock } from '../../../core/database/clock.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { insertInto } from '../../../core/database/insert.js';
import { InstallationSecret, keyFor } from '../../../core/database/installation-secret.js';
import { readCookie, writeCookie } from '../../../core/http/cookies.js';
import { toStored } from '../../../core/metadata/datetime.js';
import { hashOf, randomText } from './secrets.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { OauthGrant } from './oauth-grant.entity.js';
import { User } from '../users/user.entity.js';

const g = sqlNames(OauthGrant, 'g');
const u = sqlNames(User, 'u');
const oauthGrants = sqlNames(OauthGrant);

/** Somebody who has signed in with a browser. */
export interface Visitor {
  readonly pk: number;
  readonly id: string;
  readonly email: string;
  /** The id of the session. */
  readonly session: string;
}

/** Seconds after which a user signs in again. */
const LIFE = 3600;

/** Characters of a session's cookie: 32 letters carry five bits each. */
const LENGTH = 52;

/**
 * Who a browser is, in two cookies. `session` holds a random text by which the server knows the session: it ends there,
 * with the password at the latest. `form` holds a random number which the forms that this server made for this browser are
 * signed with: a form of another site is not.
 */
@Injectable()
export class BrowserSession {
  private readonly isSecure: boolean;

  constructor(
    private readonly installation: InstallationSecret,
    private readonly clock: Clock,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) { publicUrl }: Config,
  ) {
    this.isSecure = publicUrl.startsWith('https:');
  }

  async visitor(request: FastifyRequest): Promise<Visitor | undefined> {
    const cookie = this.read(request, 'session');
    if (cookie === '') return undefined;
    const [row] = await this.database.read(
      `SELECT ${u.pk}, ${u.id}, ${u.email}, ${g.id} FROM ${g.table} JOIN ${u.table} ON ${u.pk} = ${g.userPk}
        WHERE ${g.codeHash} = ? AND ${g.clientPk} IS NULL AND ${g.revokedAt} IS NULL AND ${g.expiresAt} > ?
          AND ${u.passwordHash} IS NOT NULL`,
      [hashOf(cookie), toStored(this.clock.now())],
    );
    if (!row) return undefined;
    const [pk, id, email, session] = row as [number, string, string, string];
    return { pk, id, email, session };
  }

  async signIn(request: FastifyRequest, reply: FastifyReply, userPk: number): Promise<void> {
    const cookie = randomText(LENGTH);
    const now = this.clock.now();
    const { 'user-agent': userAgent = null } = request.headers;
    await this.database.transaction((transaction) =>
      insertInto(transaction, OauthGrant, {
        id: randomUUID(),
        clientPk: null,
        userPk,
        codeHash: hashOf(cookie),
        userAgent: userAgent && userAgent.replace(/[^\x20-\x7e]/g, '').slice(0, 255),
        expiresAt: toStored(now + LIFE * 1000),
        createdAt: toStored(now),
      }),
    );
    this.write(reply, 'session', cookie, LIFE);
  }

  async signOut(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.database.transaction((transaction) =>
      transaction.run(
        `UPDATE ${oauthGrants.table}
        SET ${oauthGrants.revokedAt} = ?
        WHERE ${oauthGrants.codeHash} = ? AND ${oauthGrants.clientPk} IS NULL`,
        [transaction.moment, hashOf(this.read(request, 'session'))],
      ),
    );
    this.write(reply, 'session', '', 0);
  }

  /** What a form has to bring back that is sent to this address by this browser and this visitor. */
  formToken(request: FastifyRequest, reply: FastifyReply, visitor: Visitor | undefined): string {
    let nonce = this.read(request, 'form');
    if (!/^[\w-]{22}$/.test(nonce)) {
      nonce = randomBytes(16).toString('base64url');
      this.write(reply, 'form', nonce, LIFE);
    }
    return signed(this.installation.secret(), nonce, visitor?.session ?? '', request.originalUrl);
  }

  async isOwnForm(request: FastifyRequest, visitor: Visitor | undefined, token: string): Promise<boolean> {
    const nonce = this.read(request, 'form');
    if (nonce === '') return false;
    const isSigned = await this.installation.signer((secret) => {
      const expected = signed(secret, nonce, visitor?.session ?? '', request.originalUrl);
      return isSame(token, expected) || undefined;
    });
    return isSigned ?? false;
  }

  private read(request: FastifyRequest, cookie: string): string {
    return readCookie(request, cookie, this.isSecure);
  }

  private write(reply: FastifyReply, cookie: string, value: string, seconds: number): void {
    writeCookie(reply, cookie, value, seconds, this.isSecure);
  }
}

const signed = (secret: string, ...parts: readonly string[]): string =>
  createHmac('sha256', keyFor('browser session', secret))
    .update(JSON.stringify(['form', ...parts]))
    .digest('base64url');
