import { randomUUID } from 'node:crypto';
import { insertAll } from '../../core/database/insert.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { type Condition, condition, type Stored } from '../../core/metadata/condition.js';
import type { Change, Resource } from '../../core/metadata/resource.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import type { Caller } from '../../core/store/caller.js';
import type { Role } from '../../core/store/roles.js';
import { touchTeam } from '../../core/store/touch.js';
import { belongingOf } from '../../core/store/references.js';
import { OauthClient } from '../identity/oauth/oauth-client.entity.js';
import { OauthGrant } from '../identity/oauth/oauth-grant.entity.js';
import { Workspace } from '../workspaces/workspace.entity.js';
import { AuditEntry } from './audit-entry.entity.js';

const c = sqlNames(OauthClient, 'c');
const g = sqlNames(OauthGrant, 'g');
const workspaces = sqlNames(Workspace);

/** What is done: `join` is an invitation that was accepted. */
export const AUDIT_ACTIONS = [
  'create',
  'update',
  'delete',
  'invite',
  'join',
  'export',
  'import',
  'erase',
] as const;

/** What it is done with: paths of resources, and what is managed by operations. */
export const AUDITED_ENTITIES = [
  'teams',
  'workspaces',
  'members',
  'oauth_clients',
  'store_tokens',
  'workflows',
  'tracking_pages',
  'statuses',
  'message_settings',
  'message_rules',
  'message_templates',
  'suppressions',
  'exports',
  'imports',
  'customers',
] as const;

/** Something that a team's owners may want to know of later. */
export interface AuditEvent {
  /** In whose logs it is written. */
  readonly teamPks: Iterable<number>;
  readonly workspacePk?: number | null;
  readonly action: (typeof AUDIT_ACTIONS)[number];
  readonly entity: (typeof AUDITED_ENTITIES)[number];
  readonly itemId?: string | null;
  /** Nothing that is a secret or says who a person is. */
  readonly title?: string | null;
  readonly fields?: readonly string[];
  readonly role?: Role | null;
}

/** Who acts; undefined is the operator on the command line. */
export type Actor = Pick<Caller, 'userPk' | 'clientPk'> | undefined;

/** Writes it into the audit logs of the teams, in the transaction of the change. */
export async function recordAuditEntry(
  event: AuditEvent,
  actor: Actor,
  transaction: Transaction,
): Promise<void> {
  const teamPks = [...event.teamPks].sort((a, b) => a - b);
  if (teamPks.length === 0) return;
  const client = actor ? await clientName(actor.clientPk, transaction) : null;
  const { workspacePk = null, action, entity, itemId = null, title = null, fields = [], role = null } = event;
  const list = fields.length > 0 ? JSON.stringify(fields) : null;
  const about: Stored[] = [
    workspacePk,
    actor?.userPk ?? null,
    client,
    action,
    entity,
    itemId,
    title,
    list,
    role,
  ];
  await insertAll(
    transaction,
    AuditEntry,
    [
      ...([
        'id',
        'teamPk',
        'workspacePk',
        'userPk',
        'client',
        'action',
        'entity',
        'itemId',
        'title',
      ] as const),
      ...(['fields', 'role', 'createdAt'] as const),
    ],
    teamPks.map((teamPk) => [randomUUID(), teamPk, ...about, transaction.moment]),
  );
  for (const teamPk of teamPks) touchTeam(teamPk, transaction);
}

/** A key below zero is that of the grant which a user gave to a client. */
async function clientName(key: number, transaction: Transaction): Promise<string | null> {
  const of: Condition =
    key < 0
      ? condition(`${c.pk} = (SELECT ${g.clientPk} FROM ${g.table} WHERE ${g.pk} = ?)`, -key)
      : condition(`${c.pk} = ?`, key);
  const [row] = await transaction.read(`SELECT ${c.name} FROM ${c.table} WHERE ${of.sql}`, of.params);
  return (row?.[0] as string | null | undefined) ?? null;
}

/** Writes down what a caller has made of a row, where its resource is one of those that are audited. */
export async function auditChange(
  resource: Resource,
  change: Change,
  caller: Caller,
  transaction: Transaction,
): Promise<void> {
  const entity = AUDITED_ENTITIES.find((each) => each === resource.path);
  const row = change.after ?? change.before;
  if (!entity || !row) return;
  const fields = change.kind === 'update' ? changedFields(resource, change) : [];
  if (change.kind === 'update' && fields.length === 0) return;
  // clients of shops make the statuses that their orders have while they sync, and nobody decides anything by it
  if (entity === 'statuses' && change.kind === 'create' && caller.clientPk > 0) return;
  // with a team its log goes
  if (resource.owner === 'is team' && change.kind === 'delete') return;
  const title = resource.nameField === undefined ? null : row[resource.nameField];
  const isGone = resource.owner === 'is workspace' && change.kind === 'delete';
  await recordAuditEntry(
    {
      teamPks: await teamsOf(resource, row, caller, transaction),
      workspacePk: isGone ? null : belongingOf(resource, row).workspacePk,
      action: change.kind,
      entity,
      itemId: row.id as string,
      title: typeof title === 'string' ? title : null,
      fields,
    },
    caller,
    transaction,
  );
}

/** Clients see all of their user's teams, or one workspace. */
async function teamsOf(
  resource: Resource,
  row: Readonly<Record<string, Stored>>,
  { scope }: Caller,
  transaction: Transaction,
): Promise<Iterable<number>> {
  const { workspacePk, teamPk } = belongingOf(resource, row);
  if (teamPk !== null) return [teamPk];
  if (workspacePk === null) return resource.owner === 'user' ? (scope.readable ?? scope).teams : [];
  const known = (scope.readable ?? scope).workspaces.get(workspacePk);
  return known === undefined ? teamOfWorkspace(workspacePk, transaction) : [known];
}

/** The team of a workspace, in a list. */
export async function teamOfWorkspace(workspacePk: number, transaction: Transaction): Promise<number[]> {
  const rows = await transaction.read(
    `SELECT ${workspaces.teamPk} FROM ${workspaces.table} WHERE ${workspaces.pk} = ?`,
    [workspacePk],
  );
  return rows.map(([teamPk]) => teamPk as number);
}

/** The fields whose columns differ. */
function changedFields({ fields }: Resource, { before = {}, after = {} }: Change): string[] {
  const names = new Set<string>();
  for (const column of Object.keys(after)) {
    if (after[column] === before[column] || column === 'updatedAt') continue;
    const [property = ''] = column.replace(/Pk$/, '').split('.');
    if (fields.has(property)) names.add(property);
  }
  return [...names];
}
