import type { Database, Origin } from '../../core/database/database.js';
import { splitOrderNumbers } from '../shipments/order-numbers.field.js';
import { emailKey } from '../../core/metadata/identity.js';
import { type LinkFilter, linkCondition } from './link-filter.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Shipment } from '../shipments/shipment.entity.js';

const t = sqlNames(Shipment, 't');

/** What links can be grouped by. */
export const GROUPS = ['email', 'id', 'orderNumbers', 'trackingNumber'] as const;
export type GroupBy = (typeof GROUPS)[number];

/** A link of a group: a value of the field, and the filter that finds its shipments. */
export interface LinkGroup {
  readonly value: string;
  readonly filter: LinkFilter;
}

/** Shipments that are looked at: links are made for a mailing, not for a warehouse. */
const MAX_SHIPMENTS = 500;

/** The values of a field among the newest shipments that a filter finds, each with its own filter. */
export async function groupsOf(
  field: GroupBy,
  filter: LinkFilter,
  workspacePk: number,
  database: Database,
  origin: Origin,
): Promise<LinkGroup[]> {
  const where = await linkCondition(filter, workspacePk, database);
  const rows = (await database.read(
    `SELECT ${t.id}, ${t.email}, ${t.orderNumbers}, ${t.trackingNumber}
      FROM ${t.table}
      WHERE ${where.sql}
      ORDER BY ${t.pk} DESC LIMIT ${MAX_SHIPMENTS}`,
    where.params,
    origin,
  )) as unknown as (readonly [string, string | null, string, string | null])[];
  const groups = new Map<string, LinkGroup>();
  for (const [id, email, orderNumbers, trackingNumber] of rows) {
    const values = {
      id: [id],
      email: [email],
      orderNumbers: splitOrderNumbers(orderNumbers),
      trackingNumber: [trackingNumber],
    };
    for (const value of values[field]) {
      if (value) groups.set(value, { value, filter: { ...filter, ...narrowing(field, value) } });
    }
  }
  return [...groups.values()];
}

function narrowing(field: GroupBy, value: string): LinkFilter {
  if (field === 'email') return { email: emailKey(value) };
  if (field === 'trackingNumber') return { trackingNumber: value };
  return { [field]: [value] };
}
