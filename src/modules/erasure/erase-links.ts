import type { Database } from '../../core/database/database.js';
import { isIn } from '../../core/metadata/condition.js';
import { emailKey } from '../../core/metadata/identity.js';
import type { LinkFilter } from '../tracking-pages/link-filter.js';
import type { DueErasure } from './eraser.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { TrackingPageLink } from '../tracking-pages/tracking-page-link.entity.js';
import { Shipment } from '../shipments/shipment.entity.js';

const trackingPageLinks = sqlNames(TrackingPageLink);
const shipments = sqlNames(Shipment);

const BATCH_SIZE = 500;

/** Removes customers' links to a tracking page that name an erased person or item, and find nothing any more. */
export async function eraseLinks(
  workspacePk: number,
  due: readonly DueErasure[],
  database: Database,
): Promise<void> {
  const numbers = new Set(due.flatMap(({ person }) => person.trackingNumber ?? []));
  const ids = new Set(due.map(({ itemId }) => itemId));
  const emails = await unusedEmails(workspacePk, due, database);
  const isErased = ({ id, email, trackingNumber }: LinkFilter): boolean =>
    (email !== undefined && emails.has(email)) ||
    (trackingNumber !== undefined && numbers.has(trackingNumber)) ||
    (id !== undefined && id.length > 0 && id.every((each) => ids.has(each)));
  for (let after = 0; ;) {
    const rows = await database.read(
      `SELECT ${trackingPageLinks.pk}, ${trackingPageLinks.filter}
        FROM ${trackingPageLinks.table}
        WHERE ${trackingPageLinks.workspacePk} = ? AND ${trackingPageLinks.pk} > ?
        ORDER BY ${trackingPageLinks.pk} LIMIT ${BATCH_SIZE}`,
      [workspacePk, after],
    );
    const gone: number[] = [];
    for (const [pk, filter] of rows as [number, string][]) {
      after = pk;
      if (isErased(JSON.parse(filter) as LinkFilter)) gone.push(pk);
    }
    const those = isIn('pk', gone);
    if (gone.length > 0)
      await database.transaction((transaction) =>
        transaction.run(`DELETE FROM ${trackingPageLinks.table} WHERE ${those.sql}`, those.params),
      );
    if (rows.length < BATCH_SIZE) return;
  }
}

/** The addresses, as links name them, that no shipment of the workspace has any more. */
async function unusedEmails(
  workspacePk: number,
  due: readonly DueErasure[],
  database: Database,
): Promise<ReadonlySet<string>> {
  const left = new Set<string>();
  for (const email of new Set(due.flatMap(({ person }) => person.email ?? []))) {
    const rows = await database.read(
      `SELECT ${shipments.pk}
        FROM ${shipments.table}
        WHERE ${shipments.workspacePk} = ? AND ${shipments.email} IN (?, ?) LIMIT 1`,
      [workspacePk, email, email.toLowerCase()],
    );
    if (rows.length === 0) left.add(emailKey(email));
  }
  return left;
}
