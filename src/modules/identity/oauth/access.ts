import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../core/database/clock.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import {
  type Authenticated,
  Authenticator,
  type Session,
  Unauthenticated,
} from '../../../core/http/authenticator.js';
import { isIn } from '../../../core/metadata/condition.js';
import { parseOAuthScopes } from '../../../core/http/oauth-scopes.js';
import { type Caller, type Scope, tenantOf } from '../../../core/store/caller.js';
import { type Role, roleFrom, writableScope } from '../../../core/store/roles.js';
import { AccessTokens } from './access-tokens.js';
import { DASHBOARD_CLIENT } from './dashboard-client.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Membership } from '../teams/membership.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';
import { User } from '../users/user.entity.js';
import { OauthClient } from './oauth-client.entity.js';
import { OauthGrant } from './oauth-grant.entity.js';

const m = sqlNames(Membership, 'm');
const w = sqlNames(Workspace, 'w');
const u = sqlNames(User, 'u');
const c = sqlNames(OauthClient, 'c');
const g = sqlNames(OauthGrant, 'g');

/** How long what a client may see is remembered; a revoked client is out after that on every process. */
const CACHE_MS = 2000;
const MAX_CACHED_CALLERS = 10_000;

interface CachedCaller {
  readonly caller: Promise<Authenticated>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * A client that a user has made sees the teams in which that user may have clients, as owner or admin, or could when it was
 * made; there it is what its maker is by now. Nobody gets one into other teams by making it in a team of their own, also not
 * by letting their own client in. `isAnothers`: when this is not about the client.
 */
const visible = (isAnothers: string): string => `LEFT JOIN ${m.table}
  ON ${m.userPk} = ${u.pk} AND (${isAnothers} OR ${m.role} IN ('owner', 'admin') OR ${m.demotedAt} >= ${c.createdAt})
  LEFT JOIN ${w.table} ON ${w.teamPk} = ${m.teamPk}`;

/** By clients' keys: what their own users see. */
const OF_CLIENTS = `SELECT ${c.pk}, ${u.pk}, ${c.workspacePk}, ${c.scopes}, ${c.pk}, 0, ${m.teamPk}, ${m.role}, ${w.pk}, ${w.id}
  FROM ${c.table} JOIN ${u.table} ON ${u.pk} = ${c.userPk} ${visible(`${c.isMadeByUser} = 0`)}
  WHERE ${c.revokedAt} IS NULL AND `;

/**
 * By grants' keys, below zero: what the users see who gave them; without a code a grant is the client's own. In the
 * dashboard of this server it is the user who acts, and no guest.
 */
const OF_GRANTS = `SELECT -${g.pk}, ${u.pk}, ${c.workspacePk}, ${g.scopes}, CASE WHEN ${g.codeHash} IS NULL THEN ${c.pk} END,
    CASE WHEN ${g.codeHash} IS NULL OR ${c.pk} IS NULL OR ${c.publicId} = '${DASHBOARD_CLIENT}' THEN 0 ELSE 1 END, ${m.teamPk}, ${m.role}, ${w.pk}, ${w.id}
  FROM ${g.table} JOIN ${u.table} ON ${u.pk} = ${g.userPk} LEFT JOIN ${c.table} ON ${c.pk} = ${g.clientPk}
  ${visible(`${c.pk} IS NULL OR ${c.isMadeByUser} = 0 OR ${c.userPk} <> ${g.userPk}`)}
  WHERE ${g.revokedAt} IS NULL AND ${c.revokedAt} IS NULL AND `;

type AccessRow = [
  key: number | string,
  userPk: number,
  bound: number | null,
  scopes: string | null,
  /** The client, where it acts by itself. */
  ownPk: number | null,
  isGuest: number,
  teamPk: number | null,
  role: string | null,
  workspacePk: number | null,
  workspaceId: string,
];

/** Who a token stands for, and what the teams of its user own; looked up with one query every two seconds. */
@Injectable()
export class Access extends Authenticator {
  private readonly cache = new Map<number, CachedCaller>();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
  ) {
    super();
  }

  async authenticate(token: string): Promise<Authenticated> {
    return this.client(await this.tokens.clientOf(token));
  }

  async client(clientPk: number): Promise<Authenticated> {
    const remembered = this.cache.get(clientPk);
    if (remembered && Math.abs(this.clock.now() - remembered.at) < CACHE_MS) return remembered.caller;
    return this.lookUp(clientPk);
  }

  async session(token: string, resource?: string): Promise<Session> {
    const { pk, hash, expiresAt } = await this.tokens.findFor(token, resource);
    return { caller: await this.client(pk), tokenHash: hash, expiresAt };
  }

  async unchanged(sessions: readonly Session[]): Promise<ReadonlySet<Session>> {
    const revoked = await this.tokens.revoked(sessions.map(({ tokenHash }) => tokenHash));
    const callers = await this.readAll(sessions.map(({ caller }) => caller.clientPk));
    const goesOn = ({ caller, tokenHash, expiresAt }: Session): boolean => {
      const found = callers.get(caller.clientPk);
      return (
        found !== undefined &&
        !revoked.has(tokenHash) &&
        expiresAt > this.clock.now() &&
        found.may.has('read') &&
        sees(caller.scope) === sees(found.scope)
      );
    };
    return new Set(sessions.filter(goesOn));
  }

  async refresh(caller: Caller): Promise<Caller> {
    const fresh = await this.lookUp(caller.clientPk);
    if (sees(caller.scope) === sees(fresh.scope)) return caller;
    const scope = caller.writes ? writableScope(fresh.scope) : fresh.scope;
    return { ...caller, ...fresh, scope };
  }

  forget(): void {
    this.cache.clear();
  }

  private lookUp(clientPk: number): Promise<Authenticated> {
    const caller = this.read(clientPk);
    if (this.cache.size >= MAX_CACHED_CALLERS) this.cache.clear();
    this.cache.set(clientPk, { caller, at: this.clock.now() });
    caller.catch(() => this.cache.delete(clientPk));
    return caller;
  }

  private async read(clientPk: number): Promise<Authenticated> {
    const found = (await this.readAll([clientPk])).get(clientPk);
    if (!found) throw new Unauthenticated('Invalid JWT Token');
    return found;
  }

  /** What the holders of these keys see, by key; those of revoked clients and grants are left out. */
  private async readAll(keys: readonly number[]): Promise<ReadonlyMap<number, Authenticated>> {
    const wanted = [...new Set(keys)];
    const rows = new Map<number, AccessRow[]>();
    const look = async (sql: string, column: string, pks: readonly number[]): Promise<void> => {
      if (pks.length === 0) return;
      const those = isIn(column, pks);
      const found = await this.database.read(sql + those.sql, those.params);
      for (const row of found as unknown as AccessRow[]) {
        const key = Number(row[0]);
        const known = rows.get(key);
        if (known) known.push(row);
        else rows.set(key, [row]);
      }
    };
    const clients = wanted.filter((key) => key >= 0);
    const grants = wanted.filter((key) => key < 0).map((key) => -key);
    await look(OF_CLIENTS, c.pk, clients);
    await look(OF_GRANTS, g.pk, grants);
    return new Map([...rows].map(([key, found]) => [key, callerFrom(key, found)]));
  }
}

/** Who a key stands for, from the rows of what it may see: at least one. */
function callerFrom(key: number, rows: readonly AccessRow[]): Authenticated {
  const [, userPk, bound, scopes, ownPk, isGuest] = rows[0] as AccessRow;
  const teams = new Set<number>();
  const roles = new Map<number, Role>();
  const workspaces = new Map<number, number>();
  const workspaceIds = new Map<string, number>();
  for (const [, , , , , , team, role, workspace, id] of rows) {
    if (team === null || (bound !== null && workspace !== bound)) continue;
    roles.set(team, roleFrom(role));
    // a bound client is no member of the team: it could delete everything
    if (bound === null) teams.add(team);
    if (workspace === null) continue;
    workspaces.set(workspace, team);
    workspaceIds.set(id, workspace);
  }
  const kind = { isBound: bound !== null, isGuest: Boolean(isGuest) };
  const scope = { user: userPk, teams, roles, workspaces, workspaceIds, ...kind };
  return { clientPk: ownPk ?? key, userPk, tenant: tenantOf(scope), may: parseOAuthScopes(scopes), scope };
}

/** All that a scope is about, in a text that differs when it does. */
const sees = ({ readable, ...scope }: Scope): string => {
  const { teams, workspaces, roles = new Map() } = readable ?? scope;
  return [teams, workspaces.keys(), [...roles].map(([team, role]) => `${team} ${role}`)]
    .map((each) => [...each].sort().join())
    .join(' ');
};
