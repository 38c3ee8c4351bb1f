import type { Database } from '../../core/database/database.js';
import { isIn } from '../../core/metadata/condition.js';
import { foldValue } from '../../core/metadata/fold.js';
import { addressForms, emailKey, MAX_KEY_LENGTH } from '../../core/metadata/identity.js';
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
  const isUnused = unusedEmails(workspacePk, due, database);
  const isErased = async ({ id, email, trackingNumber }: LinkFilter): Promise<boolean> =>
    (trackingNumber !== undefined && numbers.has(trackingNumber)) ||
    (id !== undefined && id.length > 0 && id.every((each) => ids.has(each))) ||
    (email !== undefined && (await isUnused(email)));
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
      if (await isErased(JSON.parse(filter) as LinkFilter)) gone.push(pk);
    }
    const those = isIn('pk', gone);
    if (gone.length > 0)
      await database.transaction((transaction) =>
        transaction.run(`DELETE FROM ${trackingPageLinks.table} WHERE ${those.sql}`, those.params),
      );
    if (rows.length < BATCH_SIZE) return;
  }
}

/** Whether an address, as links name it, is an erased person's, and no shipment of the workspace has it any more. */
function unusedEmails(
  workspacePk: number,
  due: readonly DueErasure[],
  database: Database,
): (key: string) => Promise<boolean> {
  const erased = new Set(due.flatMap(({ person }) => (person.email ? emailKey(person.email) : [])));
  const known = new Map<string, boolean>();
  return async (key) => {
    if (!erased.has(key)) return false;
    if (!known.has(key)) {
      const forms = addressForms(key).map((form) => foldValue(form, MAX_KEY_LENGTH));
      const those = isIn(shipments.emailFolded, [...new Set(forms)]);
      const rows = await database.read(
        `SELECT DISTINCT ${shipments.email} FROM ${shipments.table} WHERE ${shipments.workspacePk} = ? AND ${those.sql}`,
        [workspacePk, ...those.params],
      );
      known.set(key, !rows.some(([email]) => emailKey(String(email)) === key));
    }
    return known.get(key) === true;
  };
}
