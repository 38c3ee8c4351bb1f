import type { DataSource, EntityMetadata } from 'typeorm';
import { type Condition, condition, isIn, or } from '../../core/metadata/condition.js';

/** A team and its workspaces, by their keys. */
export interface TenantKeys {
  readonly teamPk: number;
  readonly workspacePks: readonly number[];
}

/** A table that holds rows of tenants. */
export interface TenantTable {
  readonly name: string;
  readonly metadata: EntityMetadata;
  /** Which of its rows are the tenant's. */
  readonly rowsOf: (tenant: TenantKeys) => Condition;
}

/** Tables whose rows belong to what the column points to, which is a tenant's or not. */
const OWNED_THROUGH: Readonly<Record<string, readonly (readonly [column: string, table: string])[]>> = {
  file_pieces: [
    ['exportPk', 'exports'],
    ['importPk', 'imports'],
  ],
  idempotency_refused_lines: [['keyPk', 'idempotency_keys']],
  oauth_grants: [['clientPk', 'oauth_clients']],
  oauth_refresh_tokens: [['grantPk', 'oauth_grants']],
  store_tokens: [['clientPk', 'oauth_clients']],
  outbox_deliveries: [['subscriptionPk', 'outbox_subscriptions']],
  outbox_rest: [['eventPk', 'outbox_events']],
  shipment_orders: [['shipmentPk', 'shipments']],
};

/** Mails wait for a day at most, and are about these. */
const MAIL_ABOUT = ['shipments', 'messages'] as const;

/** What belongs to no tenant: persons with accounts may be in several teams, and the rest is the installation's. */
export const OF_NO_TENANT: readonly string[] = [
  'users',
  'settings',
  'attempts',
  'oauth_revoked_tokens',
  'migrations',
];

const rowsOf =
  (metadata: EntityMetadata): TenantTable['rowsOf'] =>
  (tenant) => {
    const { teamPk, workspacePks } = tenant;
    const { tableName: name } = metadata;
    const columns = new Set(metadata.columns.map(({ databaseName }) => databaseName));
    if (name === 'teams') return condition('pk = ?', teamPk);
    if (columns.has('teamPk')) return condition('teamPk = ?', teamPk);
    if (columns.has('workspacePk')) return isIn('workspacePk', workspacePks);
    const workspaces = isIn('workspacePk', workspacePks);
    if (name === 'mails')
      return or(
        MAIL_ABOUT.map((about) => ({
          sql: `(about = '${about}' AND aboutPk IN (SELECT pk FROM ${about} WHERE ${workspaces.sql}))`,
          params: workspaces.params,
        })),
      );
    return or(
      (OWNED_THROUGH[name] ?? []).map(([column, owner]) => {
        const owners = rowsOf(ownerIn(metadata, owner))(tenant);
        return { sql: `${column} IN (SELECT pk FROM ${owner} WHERE ${owners.sql})`, params: owners.params };
      }),
    );
  };

const ownerIn = ({ connection }: EntityMetadata, table: string): EntityMetadata => {
  const found = connection.entityMetadatas.find(({ tableName }) => tableName === table);
  if (!found) throw new Error(`There is no table ${table}.`);
  return found;
};

/** All tables with rows of tenants, those that refer to others before these. */
export function tenantTables({ entityMetadatas }: DataSource): readonly TenantTable[] {
  const sorted: EntityMetadata[] = [];
  const seen = new Set<EntityMetadata>();
  const visit = (metadata: EntityMetadata): void => {
    if (seen.has(metadata)) return;
    seen.add(metadata);
    for (const other of entityMetadatas) if (refersTo(other, metadata)) visit(other);
    sorted.push(metadata);
  };
  for (const metadata of entityMetadatas) visit(metadata);
  return sorted
    .filter(({ tableName }) => !OF_NO_TENANT.includes(tableName))
    .map((metadata) => ({ name: metadata.tableName, metadata, rowsOf: rowsOf(metadata) }));
}

/** By a foreign key, or without one. */
const refersTo = (one: EntityMetadata, other: EntityMetadata): boolean =>
  one.foreignKeys.some(({ referencedEntityMetadata }) => referencedEntityMetadata === other) ||
  (OWNED_THROUGH[one.tableName] ?? []).some(([, table]) => table === other.tableName) ||
  (one.tableName === 'mails' && MAIL_ABOUT.some((about) => about === other.tableName));
