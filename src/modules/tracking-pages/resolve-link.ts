import { isUUID } from 'class-validator';
import type { Database } from '../../core/database/database.js';
import { condition } from '../../core/metadata/condition.js';
import { toMilliseconds } from '../../core/metadata/datetime.js';
import { NotFound } from '../../core/metadata/errors.js';
import type { Branding } from './branding/branding.js';
import { dropshipperFrom, type Dropshipper } from './dropshipper.js';
import { type LinkFilter, linkCondition } from './link-filter.js';
import type { PublicPage } from './public-page.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { TrackingPageLink } from './tracking-page-link.entity.js';
import { TrackingPage } from './tracking-page.entity.js';
import { Shipment } from '../shipments/shipment.entity.js';

const l = sqlNames(TrackingPageLink, 'l');
const p = sqlNames(TrackingPage, 'p');
const t = sqlNames(Shipment, 't');

/** A link that has been opened. */
export interface ResolvedLink {
  readonly workspacePk: number;
  readonly filter: LinkFilter;
  readonly preview: boolean;
  readonly page: PublicPage['trackingPage'];
  readonly branding: Branding;
  readonly dropshipper: Dropshipper;
}

const HASH = /^[\w-]{20,64}$/;

const DAY_MS = 86_400_000;

/**
 * @param now milliseconds
 * @throws NotFound when there is no such link, it has expired, or its page is switched off.
 */
export async function resolveLink(hash: string, database: Database, now: number): Promise<ResolvedLink> {
  const [row] = HASH.test(hash)
    ? await database.read(
        `SELECT ${l.workspacePk}, ${l.filter}, ${l.preview}, ${p.enabled}, ${p.title}, ${p.subdomain}, ${p.reviewsEnabled}, ${p.sidebarField},
          ${p.trackingNumberField}, ${p.customThemeId}, ${p.builder}, ${p.dropshipperSettings}, ${p.branding},
          ${p.linksExpireAfterDays}, ${l.createdAt}
        FROM ${l.table} JOIN ${p.table} ON ${p.pk} = ${l.trackingPagePk} WHERE ${l.hash} = ?`,
        [hash],
      )
    : [];
  if (!row || !(row[3] || row[2])) throw new NotFound();
  const days = row[13] as number | null;
  if (days !== null && toMilliseconds(row[14] as string) + days * DAY_MS <= now) throw new NotFound();
  const text = (at: number): string | null => row[at] as string | null;
  return {
    workspacePk: row[0] as number,
    filter: JSON.parse(row[1] as string) as LinkFilter,
    preview: Boolean(row[2]),
    page: {
      title: text(4),
      subdomain: row[5] as string,
      reviewsEnabled: Boolean(row[6]) && !row[2],
      sidebarField: text(7),
      trackingNumberField: text(8),
      customThemeId: text(9),
      builder: JSON.parse(text(10) ?? '{}') as object,
    },
    dropshipper: dropshipperFrom(text(11)),
    branding: JSON.parse(text(12) ?? '{}') as Branding,
  };
}

/** Whether a link shows a shipment. */
export async function showsShipment(
  shipmentId: string,
  link: ResolvedLink,
  database: Database,
): Promise<boolean> {
  if (!isUUID(shipmentId)) return false;
  const where = await linkCondition(link.filter, link.workspacePk, database);
  const is = condition(`${t.id} = ?`, shipmentId);
  const rows = await database.read(`SELECT ${t.pk} FROM ${t.table} WHERE (${where.sql}) AND ${is.sql}`, [
    ...where.params,
    ...is.params,
  ]);
  return rows.length > 0;
}
