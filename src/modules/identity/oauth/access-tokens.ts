import { createSecretKey, type KeyObject, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { CONFIG, type Config } from '../../../config/config.js';
import { Clock } from '../../../core/database/clock.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { InstallationSecret } from '../../../core/database/installation-secret.js';
import { Unauthenticated } from '../../../core/http/authenticator.js';
import { isIn } from '../../../core/metadata/condition.js';
import { toStored } from '../../../core/metadata/datetime.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { Issuer } from './issuer.js';
import { hashOf } from './secrets.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { RevokedToken } from './revoked-token.entity.js';
import { OauthGrant } from './oauth-grant.entity.js';
import { OauthClient } from './oauth-client.entity.js';

const oauthRevokedTokens = sqlNames(RevokedToken);
const oauthGrants = sqlNames(OauthGrant);
const oauthClients = sqlNames(OauthClient);

/** What a token says: through which client or grant it was issued, and for which user. */
export interface Bearer {
  /** The client's key, or the grant's below zero. */
  readonly pk: number;
  /** The random id by which a token names the client or grant. */
  readonly id: string;
  readonly userId: string;
  /** The path of the part of this server that the token is for; all of it where nothing is said. */
  readonly resource?: string | null | undefined;
}

/** A token that is good. */
export interface CachedToken {
  /** As in `Bearer`. */
  readonly pk: number;
  /** SHA-256 of the token. */
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** When the database was last asked whether it has been revoked. */
  readonly checkedAt: number;
  /** As in `Bearer`. */
  readonly resource: string | null;
}

/** Tokens whose signature has been checked already. */
const MAX_CACHED_TOKENS = 10_000;

/** Milliseconds after which a revoked token is out on every process. */
const CACHE_MS = 2000;

/** Access tokens: JWTs signed with HMAC-SHA256. */
@Injectable()
export class AccessTokens {
  private readonly keys = new Map<string, KeyObject>();
  private readonly known = new Map<string, CachedToken>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    private readonly installation: InstallationSecret,
    private readonly issuer: Issuer,
    private readonly clock: Clock,
  ) {}

  async issue({ pk, id, userId, resource }: Bearer): Promise<string> {
    const now = Math.floor(this.clock.now() / 1000);
    const names = pk < 0 ? { grant: id } : { client: id };
    return new SignJWT({ ...names, ...(await this.issuer.claims(resource)), jti: randomUUID() })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setSubject(userId)
      .setIssuedAt(now)
      .setExpirationTime(now + this.config.tokenTtl)
      .sign(this.keyOfSecret(this.installation.secret()));
  }

  /** The key of the client that a token was issued to, or of the grant, below zero. @throws Unauthenticated. */
  async clientOf(token: string): Promise<number> {
    return (await this.findFor(token)).pk;
  }

  /** As `find`; a token that is for one part of this server alone is good for `resource` alone. @throws Unauthenticated. */
  async findFor(token: string, resource?: string): Promise<CachedToken> {
    const found = await this.find(token);
    if (found.resource !== null && found.resource !== resource)
      throw new Unauthenticated('Invalid JWT Token');
    return found;
  }

  /** @throws Unauthenticated when it is none of ours, is over, or has been revoked. */
  async find(token: string): Promise<CachedToken> {
    const now = this.clock.now();
    const known = this.known.get(token);
    if (known && now < known.expiresAt && Math.abs(now - known.checkedAt) < CACHE_MS) return known;
    this.known.delete(token);
    const payload = await this.payloadOf(token);
    const hash = hashOf(token);
    const found = {
      pk: await this.keyOf(payload, hash),
      hash,
      expiresAt: payload.exp * 1000,
      checkedAt: now,
      resource: this.issuer.resourceIn(payload),
    };
    if (this.known.size >= MAX_CACHED_TOKENS) this.known.delete(this.known.keys().next().value ?? '');
    this.known.set(token, found);
    return found;
  }

  /** Of these tokens, by their hashes, those that have been ended before their time. */
  async revoked(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    if (hashes.length === 0) return new Set();
    const those = isIn('tokenHash', [...new Set(hashes)]);
    const rows = await this.database.read(
      `SELECT ${oauthRevokedTokens.tokenHash} FROM ${oauthRevokedTokens.table} WHERE ${those.sql}`,
      those.params,
    );
    return new Set(rows.map(([hash]) => hash as string));
  }

  /** Ends a token before its time. */
  async revoke(token: string, { hash, expiresAt }: CachedToken, transaction: Transaction): Promise<void> {
    await transaction.run(
      `${transaction.dialect.insertOrIgnore} INTO ${oauthRevokedTokens.table} (${oauthRevokedTokens.tokenHash}, ${oauthRevokedTokens.expiresAt})
        VALUES (?, ?)`,
      [hash, toStored(expiresAt)],
    );
    this.known.delete(token);
  }

  private async payloadOf(token: string): Promise<JWTPayload & { exp: number }> {
    try {
      if (!isCanonical(token)) throw new errors.JWTInvalid();
      const payload = await this.installation.signer((secret) => this.verified(token, secret));
      if (!payload) throw new errors.JWSSignatureVerificationFailed();
      if (!(await this.issuer.isOwn(payload))) throw new errors.JWTInvalid();
      return payload as JWTPayload & { exp: number };
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new Unauthenticated('Expired JWT Token');
      if (error instanceof errors.JOSEError) throw new Unauthenticated('Invalid JWT Token');
      throw error;
    }
  }

  /** The key of whom a token names; older versions named it by the key itself. */
  private async keyOf({ client, grant }: JWTPayload, hash: string): Promise<number> {
    const [sql, name] =
      typeof grant === 'string'
        ? [`(SELECT -${oauthGrants.pk} FROM ${oauthGrants.table} WHERE ${oauthGrants.id} = ?)`, grant]
        : typeof client === 'string'
          ? [
              `(SELECT ${oauthClients.pk} FROM ${oauthClients.table} WHERE ${oauthClients.publicId} = ?)`,
              client,
            ]
          : ['?', typeof grant === 'number' ? -grant : client];
    if (typeof name !== 'string' && !Number.isSafeInteger(name))
      throw new Unauthenticated('Invalid JWT Token');
    const [row] = await this.database.read(
      `SELECT ${sql}, EXISTS (SELECT 1 FROM ${oauthRevokedTokens.table} WHERE ${oauthRevokedTokens.tokenHash} = ?)`,
      [name as string | number, hash],
    );
    const [pk, isRevoked] = (row ?? []) as [number | string | null, number];
    if (pk === null || Boolean(isRevoked)) throw new Unauthenticated('Invalid JWT Token');
    return Number(pk);
  }

  /** What a token says; undefined when another secret has signed it. @throws JOSEError. */
  private async verified(token: string, secret: string): Promise<JWTPayload | undefined> {
    try {
      const { payload } = await jwtVerify(token, this.keyOfSecret(secret), {
        algorithms: ['HS256'],
        currentDate: new Date(this.clock.now()),
        requiredClaims: ['exp'],
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) return undefined;
      throw error;
    }
  }

  private keyOfSecret(secret: string): KeyObject {
    const known = this.keys.get(secret);
    if (known) return known;
    const key = createSecretKey(Buffer.from(secret));
    this.keys.set(secret, key);
    return key;
  }
}

/** Whether each part is written in the one way in which base64url writes its bytes: a token is one text. */
const isCanonical = (token: string): boolean =>
  token.split('.').every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
