import { createHmac, randomBytes } from 'node:crypto';
import { isSame } from '../resource/is-same.js';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../config.js';
import { Clock } from '../database/clock.js';
import { DATABASE, type Database } from '../database/database.js';
import { InstallationSecret } from '../database/installation-secret.js';

/** Somebody who has signed in with a browser. */
export interface Visitor {
  readonly pk: number;
  readonly email: string;
}

/** Seconds after which a user signs in again. */
const LIFE = 3600;

/**
 * Who a browser is, in two cookies. `session` holds the user's key, when it ends, and a signature over both and the
 * password's hash, so that it ends with the password. `form` holds a random number which the forms that this server made
 * for this browser are signed with: a form of another site is not.
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
    const [pk = '', end = '', signature = ''] = this.read(request, 'session').split('.');
    if (!/^\d{1,10}$/.test(pk) || !(Number(end) > this.clock.now() / 1000)) return undefined;
    const [row] = await this.database.read('SELECT email, passwordHash FROM users WHERE pk = ?', [
      Number(pk),
    ]);
    if (!row || row[1] === null) return undefined;
    const expected = await this.sign('session', pk, end, row[1] as string);
    return isSame(signature, expected) ? { pk: Number(pk), email: row[0] as string } : undefined;
  }

  async signIn(reply: FastifyReply, userPk: number, passwordHash: string): Promise<void> {
    const end = Math.floor(this.clock.now() / 1000) + LIFE;
    const signature = await this.sign('session', String(userPk), String(end), passwordHash);
    this.write(reply, 'session', `${userPk}.${end}.${signature}`, LIFE);
  }

  signOut(reply: FastifyReply): void {
    this.write(reply, 'session', '', 0);
  }

  /** What a form has to bring back that is sent to this address by this browser and this visitor. */
  async formToken(
    request: FastifyRequest,
    reply: FastifyReply,
    visitor: Visitor | undefined,
  ): Promise<string> {
    let nonce = this.read(request, 'form');
    if (!/^[\w-]{22}$/.test(nonce)) {
      nonce = randomBytes(16).toString('base64url');
      this.write(reply, 'form', nonce, LIFE);
    }
    return this.sign('form', nonce, String(visitor?.pk ?? 0), request.originalUrl);
  }

  async isOwnForm(request: FastifyRequest, visitor: Visitor | undefined, token: string): Promise<boolean> {
    const nonce = this.read(request, 'form');
    const expected = await this.sign('form', nonce, String(visitor?.pk ?? 0), request.originalUrl);
    return nonce !== '' && isSame(token, expected);
  }

  private async sign(...parts: readonly string[]): Promise<string> {
    const key = await this.installation.key('browser session');
    return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
  }

  /** `__Host-` keeps other hosts of the domain from setting it; browsers take that over TLS alone. */
  private name(cookie: string): string {
    return `${this.isSecure ? '__Host-' : ''}waybill_${cookie}`;
  }

  private read({ headers }: FastifyRequest, cookie: string): string {
    const prefix = `${this.name(cookie)}=`;
    const pairs = (headers.cookie ?? '').split(/;\s*/);
    return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) ?? '';
  }

  private write(reply: FastifyReply, cookie: string, value: string, seconds: number): void {
    const attributes = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${this.isSecure ? '; Secure' : ''}`;
    void reply.header('Set-Cookie', `${this.name(cookie)}=${value}; ${attributes}`);
  }
}
