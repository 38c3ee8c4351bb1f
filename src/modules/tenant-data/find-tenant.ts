import type { Database } from '../../core/database/database.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Team } from '../identity/teams/team.entity.js';
import { Workspace } from '../workspaces/workspace.entity.js';
import type { TenantKeys } from './tenant-tables.js';

const teams = sqlNames(Team);
const workspaces = sqlNames(Workspace);

/** A team, and what it is called. */
export interface FoundTenant extends TenantKeys {
  readonly id: string;
  readonly name: string;
}

/** The team with this id. @throws when there is none. */
export async function findTenant(id: string, database: Database): Promise<FoundTenant> {
  const [team] = await database.read(
    `SELECT ${teams.pk}, ${teams.name} FROM ${teams.table} WHERE ${teams.id} = ?`,
    [id],
  );
  if (!team) throw new Error(`There is no team with the id ${id}.`);
  const [teamPk, name] = team as [number, string];
  const rows = await database.read(
    `SELECT ${workspaces.pk} FROM ${workspaces.table} WHERE ${workspaces.teamPk} = ? ORDER BY ${workspaces.pk}`,
    [teamPk],
  );
  return { id, name, teamPk, workspacePks: rows.map(([pk]) => pk as number) };
}
