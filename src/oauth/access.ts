import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../database/clock.js';
import { DATABASE, type Database } from '../database/database.js';
import { Authenticator, Unauthenticated } from '../http/authenticator.js';
import type { Caller, Scope } from '../store/caller.js';
import { AccessTokens } from './access-tokens.js';

/** How long what a client may see is remembered; a revoked client is out after that on every process. */
const REMEMBERED = 2000;
const REMEMBERED_LIMIT = 10_000;

interface Remembered {
  readonly caller: Promise<Caller>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const QUERY = `SELECT c.userPk, c.workspacePk, m.teamPk, w.pk
  FROM oauth_clients c
  LEFT JOIN memberships m ON m.userPk = c.userPk
  LEFT JOIN workspaces w ON w.teamPk = m.teamPk
  WHERE c.pk = ? AND c.revokedAt IS NULL`;

/** Who a token stands for, and what the teams of its user own; looked up with one query every two seconds. */
@Injectable()
export class Access extends Authenticator {
  private readonly remembered = new Map<number, Remembered>();

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
  ) {
    super();
  }

  async authenticate(token: string): Promise<Caller> {
    const clientPk = await this.tokens.clientOf(token);
    const remembered = this.remembered.get(clientPk);
    if (remembered && Math.abs(this.clock.now() - remembered.at) < REMEMBERED) return remembered.caller;
    return this.lookUp(clientPk);
  }

  async refresh(caller: Caller): Promise<Caller> {
    const fresh = await this.lookUp(caller.clientPk);
    return sees(caller.scope) === sees(fresh.scope) ? caller : fresh;
  }

  forget(): void {
    this.remembered.clear();
  }

  private lookUp(clientPk: number): Promise<Caller> {
    const caller = this.read(clientPk);
    if (this.remembered.size >= REMEMBERED_LIMIT) this.remembered.clear();
    this.remembered.set(clientPk, { caller, at: this.clock.now() });
    caller.catch(() => this.remembered.delete(clientPk));
    return caller;
  }

  private async read(clientPk: number): Promise<Caller> {
    const rows = (await this.database.read(QUERY, [clientPk])) as [
      number,
      number | null,
      number | null,
      number | null,
    ][];
    const [first] = rows;
    if (!first) throw new Unauthenticated('Invalid JWT Token');
    const [userPk, bound] = first;
    const teams = new Set<number>();
    const workspaces = new Map<number, number>();
    for (const [, , team, workspace] of rows) {
      if (team === null || (bound !== null && workspace !== bound)) continue;
      // a bound client is no member of the team: it could delete everything
      if (bound === null) teams.add(team);
      if (workspace !== null) workspaces.set(workspace, team);
    }
    return { clientPk, userPk, scope: { teams, workspaces, isBound: bound !== null } };
  }
}

const sees = ({ teams, workspaces }: Scope): string =>
  `${[...teams].sort().join()} ${[...workspaces.keys()].sort().join()}`;
