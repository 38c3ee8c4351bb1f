import { RevokedToken } from './revoked-token.entity.js';
import { createHash, randomUUID } from 'node:crypto';
import { isSame } from '../../../core/metadata/is-same.js';
import { insertInto } from '../../../core/database/insert.js';
import type { OAuthScope } from '../../../core/http/oauth-scopes.js';
import { toMilliseconds, toStored } from '../../../core/metadata/datetime.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import type { Bearer } from './access-tokens.js';
import type { SignedInClient } from './oauth-clients.js';
import { hashOf, randomText } from './secrets.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { OauthGrant } from './oauth-grant.entity.js';
import { User } from '../users/user.entity.js';
import { RefreshToken } from './refresh-token.entity.js';

const g = sqlNames(OauthGrant, 'g');
const u = sqlNames(User, 'u');
const oauthGrants = sqlNames(OauthGrant);
const r = sqlNames(RefreshToken, 'r');
const oauthRefreshTokens = sqlNames(RefreshToken);

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** An authorization code is good for one exchange within this time. */
const CODE_LIFE = 5 * MINUTE;
/** A refresh token that nobody uses for so long is over. */
const REFRESH_LIFE = 60 * DAY;
/** So long after the user has let the client in, it asks again, however often it has refreshed. */
const GRANT_LIFE = 180 * DAY;
/** The grant of a code from an e-mail has no refresh token; its access token is over before this. */
const OWN_LIFE = 31 * DAY;

/** Characters of codes and refresh tokens: 32 letters carry five bits each. */
const LENGTH = 52;

/** A user lets a client in. */
export interface Authorization {
  readonly clientPk: number;
  readonly userPk: number;
  readonly rights: readonly OAuthScope[];
  /** As the request had it; null where it had none. */
  readonly redirectUri: string | null;
  /** PKCE with S256. */
  readonly codeChallenge: string | null;
  /** The path of the part of this server that its tokens are for. */
  readonly resource?: string | null;
  /** Milliseconds for which the code can be exchanged, where that is another time than usual. */
  readonly codeLife?: number;
}

/** Keeps an authorization. @returns the code by which its client gets tokens. */
export async function authorize(
  { rights, resource = null, codeLife = CODE_LIFE, ...authorization }: Authorization,
  transaction: Transaction,
): Promise<string> {
  const code = randomText(LENGTH);
  const expiresAt = toStored(toMilliseconds(transaction.moment) + codeLife);
  await insertInto(transaction, OauthGrant, {
    id: randomUUID(),
    ...authorization,
    resource,
    scopes: rights.join(' '),
    codeHash: hashOf(code),
    codeExpiresAt: expiresAt,
    expiresAt,
    createdAt: transaction.moment,
  });
  return code;
}

/** A grant of the user to itself, after it has shown a code from an e-mail. */
export async function grantToOneself(
  user: { readonly pk: number; readonly id: string },
  transaction: Transaction,
): Promise<Bearer> {
  const id = randomUUID();
  const pk = await insertInto(transaction, OauthGrant, {
    id,
    clientPk: null,
    userPk: user.pk,
    expiresAt: toStored(toMilliseconds(transaction.moment) + OWN_LIFE),
    createdAt: transaction.moment,
  });
  return { pk: -pk, id, userId: user.id };
}

/** Gives a client that has shown its secret tokens that end together, for what it may do itself. */
export async function grantToClient(client: SignedInClient, transaction: Transaction): Promise<Granted> {
  const { pk: clientPk, userPk, userId, userEmail, scopes } = client;
  const { moment } = transaction;
  const id = randomUUID();
  const pk = await insertInto(transaction, OauthGrant, {
    id,
    clientPk,
    userPk,
    scopes,
    expiresAt: moment,
    createdAt: moment,
  });
  return withRefreshToken(
    { pk, id, scopes, resource: null, createdAt: moment, userId, userEmail },
    transaction,
  );
}

/** What tokens are issued for. */
export interface Granted extends Bearer {
  readonly userEmail: string;
  readonly rights: string;
  readonly refreshToken: string;
}

/** What tokens of a grant are made of. */
interface TokenGrant {
  readonly pk: number;
  readonly id: string | null;
  readonly scopes: string | null;
  readonly resource: string | null;
  readonly createdAt: string;
  readonly userId: string;
  readonly userEmail: string;
}

interface GrantRow extends TokenGrant {
  readonly codeChallenge: string | null;
  readonly redirectUri: string | null;
  readonly codeExpiresAt: string;
  readonly codeUsedAt: string | null;
  readonly revokedAt: string | null;
}

/** The code or token was used before: one of the two who have it has stolen it, and nothing of its grant lives on. */
export const REUSED = 'reused';

const GRANT = `${g.pk} AS pk, ${g.id} AS id, ${g.scopes} AS scopes, ${g.resource} AS resource, ${g.createdAt} AS createdAt, ${g.codeChallenge} AS codeChallenge, ${g.redirectUri} AS redirectUri,
  ${g.codeExpiresAt} AS codeExpiresAt, ${g.codeUsedAt} AS codeUsedAt, ${g.revokedAt} AS revokedAt,
  ${u.id} AS userId, ${u.email} AS userEmail`;
const GRANTS = `${g.table} JOIN ${u.table} ON ${u.pk} = ${g.userPk}`;

/** What the client shows at the token endpoint for a code. */
export interface Exchange {
  readonly code: string;
  readonly redirectUri: string | undefined;
  readonly codeVerifier: string | undefined;
  /** What the tokens are asked for; undefined where nothing is said. */
  readonly resource?: string | null | undefined;
}

/**
 * Takes a code in exchange for tokens, once: a second exchange revokes what the first one gave.
 * @returns undefined when the code is not good for this client.
 */
export async function exchangeCode(
  clientPk: number,
  { code, redirectUri, codeVerifier, resource }: Exchange,
  transaction: Transaction,
): Promise<Granted | typeof REUSED | undefined> {
  const [grant] = await transaction.rows<GrantRow>(
    `SELECT ${GRANT} FROM ${GRANTS} WHERE ${g.codeHash} = ? AND ${g.clientPk} = ?${transaction.dialect.forUpdate}`,
    [hashOf(code), clientPk],
  );
  if (!grant || grant.revokedAt !== null) return undefined;
  if (grant.codeUsedAt !== null) {
    await revokeGrant(grant.pk, transaction);
    return REUSED;
  }
  if (grant.codeExpiresAt <= transaction.moment) return undefined;
  if ((grant.redirectUri ?? redirectUri) !== redirectUri) return undefined;
  if (!isVerified(grant.codeChallenge, codeVerifier)) return undefined;
  if (!isGrantedFor(grant, resource)) return undefined;
  await transaction.run(
    `UPDATE ${oauthGrants.table} SET ${oauthGrants.codeUsedAt} = ? WHERE ${oauthGrants.pk} = ?`,
    [transaction.moment, grant.pk],
  );
  return withRefreshToken(grant, transaction);
}

/**
 * Takes a refresh token in exchange for new tokens, once: used again, it revokes the whole grant.
 * @returns undefined when the token is not good for this client.
 */
export async function exchangeRefreshToken(
  clientPk: number,
  token: string,
  transaction: Transaction,
  resource?: string | null,
): Promise<Granted | typeof REUSED | undefined> {
  const [found] = await transaction.rows<
    GrantRow & { tokenPk: number; usedAt: string | null; expiresAt: string }
  >(
    `SELECT ${GRANT}, ${r.pk} AS tokenPk, ${r.usedAt} AS usedAt, ${r.expiresAt} AS expiresAt
      FROM ${r.table} JOIN ${g.table} ON ${g.pk} = ${r.grantPk} JOIN ${u.table} ON ${u.pk} = ${g.userPk}
      WHERE ${r.tokenHash} = ? AND ${g.clientPk} = ?${transaction.dialect.forUpdate}`,
    [hashOf(token), clientPk],
  );
  if (!found || found.revokedAt !== null) return undefined;
  if (found.usedAt !== null) {
    await revokeGrant(found.pk, transaction);
    return REUSED;
  }
  if (found.expiresAt <= transaction.moment || endOf(found) <= transaction.moment) return undefined;
  if (!isGrantedFor(found, resource)) return undefined;
  await transaction.run(
    `UPDATE ${oauthRefreshTokens.table}
    SET ${oauthRefreshTokens.usedAt} = ?
    WHERE ${oauthRefreshTokens.pk} = ?`,
    [transaction.moment, found.tokenPk],
  );
  return withRefreshToken(found, transaction);
}

/**
 * The grant of a refresh token that stays good: of a client which keeps it where only this server reads it, in a cookie. All
 * tabs of a browser share that, and two that refresh at once are no theft. It lives on from each use.
 * @returns undefined when the token is not good for this client.
 */
export async function renewGrant(
  clientPk: number,
  token: string,
  transaction: Transaction,
): Promise<Omit<Granted, 'refreshToken'> | undefined> {
  const [found] = await transaction.rows<GrantRow & { tokenPk: number; expiresAt: string }>(
    `SELECT ${GRANT}, ${r.pk} AS tokenPk, ${r.expiresAt} AS expiresAt
      FROM ${r.table} JOIN ${g.table} ON ${g.pk} = ${r.grantPk} JOIN ${u.table} ON ${u.pk} = ${g.userPk}
      WHERE ${r.tokenHash} = ? AND ${r.usedAt} IS NULL AND ${g.clientPk} = ? AND ${g.revokedAt} IS NULL`,
    [hashOf(token), clientPk],
  );
  const { moment } = transaction;
  if (!found || found.id === null || found.expiresAt <= moment || endOf(found) <= moment) return undefined;
  const { pk, id, userId, userEmail, scopes } = found;
  const now = toMilliseconds(moment);
  // once a day is often enough to keep it alive, and most refreshes write nothing
  if (toMilliseconds(found.expiresAt) < now + REFRESH_LIFE - DAY) {
    const [unused, end] = [toStored(now + REFRESH_LIFE), endOf(found)];
    await transaction.run(
      `UPDATE ${oauthRefreshTokens.table} SET ${oauthRefreshTokens.expiresAt} = ? WHERE ${oauthRefreshTokens.pk} = ?`,
      [unused < end ? unused : end, found.tokenPk],
    );
    await transaction.run(
      `UPDATE ${oauthGrants.table} SET ${oauthGrants.expiresAt} = ? WHERE ${oauthGrants.pk} = ?`,
      [unused, pk],
    );
  }
  return { pk: -pk, id, userId, userEmail, rights: scopes ?? 'user' };
}

/** The grant of a refresh token, whether it was used or not. */
export async function grantOfRefreshToken(
  token: string,
  transaction: Transaction,
): Promise<{ readonly pk: number; readonly clientPk: number } | undefined> {
  const [grant] = await transaction.rows<{ pk: number; clientPk: number }>(
    `SELECT ${g.pk} AS pk, ${g.clientPk} AS clientPk FROM ${r.table} JOIN ${g.table} ON ${g.pk} = ${r.grantPk}
      WHERE ${r.tokenHash} = ?`,
    [hashOf(token)],
  );
  return grant;
}

export async function isGrantOf(
  clientPk: number,
  grantPk: number,
  transaction: Transaction,
): Promise<boolean> {
  const sql = `SELECT ${oauthGrants.pk}
    FROM ${oauthGrants.table}
    WHERE ${oauthGrants.pk} = ? AND ${oauthGrants.clientPk} = ?`;
  return (await transaction.rows(sql, [grantPk, clientPk])).length > 0;
}

/** Ends everything that a user has let in, and the user's own grants: the password has changed. */
export async function revokeGrantsOf(userPk: number, transaction: Transaction): Promise<void> {
  await transaction.run(
    `UPDATE ${oauthGrants.table}
    SET ${oauthGrants.revokedAt} = ?
    WHERE ${oauthGrants.userPk} = ? AND ${oauthGrants.revokedAt} IS NULL`,
    [transaction.moment, userPk],
  );
}

/** Deletes what nobody can use any more, so many at a time. */
export async function forgetGrants(transaction: Transaction, limit: number): Promise<void> {
  const { moment } = transaction;
  for (const { table, pk, expiresAt } of [sqlNames(RefreshToken), oauthGrants, sqlNames(RevokedToken)]) {
    const old = `SELECT ${pk} FROM ${table} WHERE ${expiresAt} <= ? ORDER BY ${expiresAt} LIMIT ${limit}`;
    await transaction.run(`DELETE FROM ${table} WHERE ${pk} IN (SELECT ${pk} FROM (${old}) AS old)`, [
      moment,
    ]);
  }
}

async function withRefreshToken(grant: TokenGrant, transaction: Transaction): Promise<Granted> {
  const { pk, userId, userEmail, scopes, resource } = grant;
  const refreshToken = await newRefreshToken(grant, transaction);
  const id = grant.id ?? (await nameGrant(pk, transaction));
  return { pk: -pk, id, userId, userEmail, rights: scopes ?? 'user', resource, refreshToken };
}

/** Whether a grant covers what tokens are asked for: one for all of this server covers nothing less, and no other part. */
const isGrantedFor = (grant: TokenGrant, resource: string | null | undefined): boolean =>
  resource === undefined || resource === grant.resource;

/** When the last refresh token of a grant is over. */
const endOf = ({ createdAt }: TokenGrant): string => toStored(toMilliseconds(createdAt) + GRANT_LIFE);

async function newRefreshToken(grant: TokenGrant, transaction: Transaction): Promise<string> {
  const refreshToken = randomText(LENGTH);
  const unused = toStored(toMilliseconds(transaction.moment) + REFRESH_LIFE);
  const end = endOf(grant);
  await insertInto(transaction, RefreshToken, {
    grantPk: grant.pk,
    tokenHash: hashOf(refreshToken),
    expiresAt: unused < end ? unused : end,
  });
  // access tokens may live for a while after the last refresh
  await transaction.run(
    `UPDATE ${oauthGrants.table}
    SET ${oauthGrants.expiresAt} = ?
    WHERE ${oauthGrants.pk} = ?`,
    [unused, grant.pk],
  );
  return refreshToken;
}

/** An older version made the grant while this one was here already. */
async function nameGrant(pk: number, transaction: Transaction): Promise<string> {
  const id = randomUUID();
  await transaction.run(`UPDATE ${oauthGrants.table} SET ${oauthGrants.id} = ? WHERE ${oauthGrants.pk} = ?`, [
    id,
    pk,
  ]);
  return id;
}

/** Ends a grant with all of its tokens. */
export async function revokeGrant(grantPk: number, transaction: Transaction): Promise<void> {
  await transaction.run(
    `UPDATE ${oauthGrants.table}
    SET ${oauthGrants.revokedAt} = ?
    WHERE ${oauthGrants.pk} = ? AND ${oauthGrants.revokedAt} IS NULL`,
    [transaction.moment, grantPk],
  );
}

/** PKCE: a code that was asked for with a challenge needs its verifier, and one without takes none. */
function isVerified(challenge: string | null, verifier: string | undefined): boolean {
  if (challenge === null || verifier === undefined) return challenge === null && verifier === undefined;
  return isSame(createHash('sha256').update(verifier).digest('base64url'), challenge);
}
