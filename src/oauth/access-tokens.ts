import { createSecretKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { errors, jwtVerify, SignJWT } from 'jose';
import { CONFIG, type Config } from '../config.js';
import { Clock } from '../database/clock.js';
import { InstallationSecret } from '../database/installation-secret.js';
import { Unauthenticated } from '../http/authenticator.js';

/** What a token says: through which client or grant it was issued, and for which user. */
export interface Bearer {
  /** The client's key, or the grant's below zero. */
  readonly pk: number;
  readonly userId: string;
}

interface Known {
  readonly clientPk: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Tokens whose signature has been checked already. */
const KNOWN_LIMIT = 10_000;

/** Access tokens: JWTs signed with HMAC-SHA256. */
@Injectable()
export class AccessTokens {
  private key: KeyObject | undefined;
  private readonly known = new Map<string, Known>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly installation: InstallationSecret,
    private readonly clock: Clock,
  ) {}

  async issue({ pk, userId }: Bearer): Promise<string> {
    const now = Math.floor(this.clock.now() / 1000);
    return new SignJWT(pk < 0 ? { grant: -pk } : { client: pk })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(userId)
      .setIssuedAt(now)
      .setExpirationTime(now + this.config.tokenTtl)
      .sign(await this.signingKey());
  }

  /** The key of the client that a token was issued to, or of the grant, below zero. @throws Unauthenticated. */
  async clientOf(token: string): Promise<number> {
    const known = this.known.get(token) ?? (await this.verify(token));
    if (known.expiresAt <= this.clock.now()) {
      this.known.delete(token);
      throw new Unauthenticated('Expired JWT Token');
    }
    return known.clientPk;
  }

  private async verify(token: string): Promise<Known> {
    try {
      if (!isCanonical(token)) throw new errors.JWTInvalid();
      const { payload } = await jwtVerify(token, await this.signingKey(), {
        algorithms: ['HS256'],
        currentDate: new Date(this.clock.now()),
      });
      const { exp, client, grant } = payload;
      const clientPk = typeof grant === 'number' ? -grant : client;
      if (typeof clientPk !== 'number' || typeof exp !== 'number') throw new errors.JWTInvalid();
      const known = { clientPk, expiresAt: exp * 1000 };
      if (this.known.size >= KNOWN_LIMIT) this.known.delete(this.known.keys().next().value ?? '');
      this.known.set(token, known);
      return known;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new Unauthenticated('Expired JWT Token');
      if (error instanceof errors.JOSEError) throw new Unauthenticated('Invalid JWT Token');
      throw error;
    }
  }

  private async signingKey(): Promise<KeyObject> {
    this.key ??= createSecretKey(Buffer.from(await this.installation.secret()));
    return this.key;
  }
}

/** Whether each part is written in the one way in which base64url writes its bytes: a token is one text. */
const isCanonical = (token: string): boolean =>
  token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
