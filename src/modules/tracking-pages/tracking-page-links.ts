import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database, type Origin } from '../../core/database/database.js';
import { InstallationSecret } from '../../core/database/installation-secret.js';
import { isIn, type Stored } from '../../core/metadata/condition.js';
import { toStored } from '../../core/metadata/datetime.js';
import { BadInput } from '../../core/metadata/errors.js';
import { idFrom } from '../../core/metadata/fields/simple.js';
import type { Caller } from '../../core/store/caller.js';
import type { Branding } from './branding/branding.js';
import { LinkCounts } from './link-counts.js';
import type { LinkFilter } from './link-filter.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { TrackingPage } from './tracking-page.entity.js';
import { TrackingPageLink } from './tracking-page-link.entity.js';

const p = sqlNames(TrackingPage, 'p');
const trackingPageLinks = sqlNames(TrackingPageLink);

/** A tracking page, as links see it. */
export interface LinkedPage {
  readonly pk: number;
  readonly id: string;
  readonly workspacePk: number;
  readonly subdomain: string;
  /** Null: links lead somewhere as long as the page is there. */
  readonly linksExpireAfterDays: number | null;
  /** Its own host name, when it is proved. */
  readonly domain: string | null;
}

/** A tracking page as anybody may know it. */
export interface ShopPage extends LinkedPage {
  readonly title: string | null;
  readonly branding: Branding;
}

/** A link to a page: what it shows, and to whom. */
export interface LinkRequest {
  readonly page: LinkedPage;
  readonly filter: LinkFilter;
  readonly preview: boolean;
}

/** What opens a page, and where that is. */
export interface Link {
  readonly hash: string;
  readonly url: string;
}

/**
 * Customers' links. The hash of a link is an HMAC of what it shows, so asking for the same again makes no second one, and
 * nobody guesses it; only hashes that are in the table open anything.
 */
@Injectable()
export class TrackingPageLinks {
  private readonly counts: LinkCounts;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly secret: InstallationSecret,
  ) {
    this.counts = new LinkCounts(config.quotas.links, clock);
  }

  /** A page of the caller's, by its id or IRI. @throws BadInput when it is not there for the caller. */
  async pageOf(iri: string, caller: Caller): Promise<LinkedPage> {
    const id = idFrom(iri);
    const own = isIn(p.workspacePk, [...caller.scope.workspaces.keys()]);
    const [page] =
      id === undefined ? [] : await this.pages(`${p.id} = ? AND ${own.sql}`, [id, ...own.params], caller);
    if (!page) throw new BadInput(`Item not found for "/tracking_pages/${(id ?? iri).slice(0, 200)}".`);
    return page;
  }

  /** An enabled page that anybody may know, and how it looks. */
  async enabledPage(subdomain: string): Promise<ShopPage | undefined> {
    const [page] = /^[\w-]{1,63}$/.test(subdomain)
      ? await this.pages(`${p.subdomain} = ? AND ${p.enabled} = 1`, [subdomain.toLowerCase()])
      : [];
    return page;
  }

  /** Makes the links that are not there yet. @returns them in the order of the requests. */
  async make(requests: readonly LinkRequest[]): Promise<Link[]> {
    const key = this.secret.key('tracking-page-links');
    const createdAt = toStored(this.clock.now());
    const rows = requests.map(({ page, filter, preview }): Stored[] => {
      const text = JSON.stringify(filter);
      const about = JSON.stringify([page.id, text, preview]);
      const hash = createHmac('sha256', key).update(about).digest('base64url');
      return [hash, page.workspacePk, page.pk, text, preview ? 1 : 0, createdAt];
    });
    const missing = await this.missing(rows);
    if (missing.length > 0) await this.insert(missing);
    if (requests.some(({ page }) => page.linksExpireAfterDays !== null)) await this.renew(rows, createdAt);
    return requests.map(({ page }, index) => {
      const hash = rows[index]?.[0] as string;
      return { hash, url: this.urlOf(page, hash) };
    });
  }

  /** On the page's own host name where it has one. */
  private urlOf({ domain, subdomain }: LinkedPage, hash: string): string {
    const { publicUrl, trackingPageUrl } = this.config;
    if (domain !== null) return `${new URL(publicUrl).protocol}//${domain}/${hash}`;
    return trackingPageUrl.replaceAll('{subdomain}', subdomain).replaceAll('{hash}', hash);
  }

  /** The rows that are not there yet: shops ask for the same links again and again. */
  private async missing(rows: readonly Stored[][]): Promise<readonly Stored[][]> {
    const among = isIn(
      'hash',
      rows.map(([hash]) => hash as string),
    );
    const known = await this.database.read(
      `SELECT ${trackingPageLinks.hash} FROM ${trackingPageLinks.table} WHERE ${among.sql}`,
      among.params,
    );
    const hashes = new Set(known.map(([hash]) => hash as string));
    return rows.filter(([hash]) => !hashes.has(hash as string));
  }

  private async insert(rows: readonly Stored[][]): Promise<void> {
    await this.database.transaction(async (transaction) => {
      for (const workspacePk of new Set(rows.map(([, owner]) => owner as number)))
        await this.counts.assertRoom(workspacePk, rows.length, transaction);
      for (const row of rows) {
        await transaction.run(
          `${transaction.dialect.insertOrIgnore} INTO ${trackingPageLinks.table} (${trackingPageLinks.hash}, ${trackingPageLinks.workspacePk}, ${trackingPageLinks.trackingPagePk}, ${trackingPageLinks.filter}, ${trackingPageLinks.preview}, ${trackingPageLinks.createdAt})
            VALUES (?, ?, ?, ?, ?, ?)`,
          row,
        );
      }
    });
  }

  /** Links that expire count from when they were last asked for. */
  private async renew(rows: readonly Stored[][], createdAt: string): Promise<void> {
    const among = isIn(
      trackingPageLinks.hash,
      rows.map(([hash]) => hash as string),
    );
    await this.database.transaction((transaction) =>
      transaction.run(
        `UPDATE ${trackingPageLinks.table} SET ${trackingPageLinks.createdAt} = ? WHERE ${among.sql}`,
        [createdAt, ...among.params],
      ),
    );
  }

  private async pages(where: string, params: readonly Stored[], origin?: Origin): Promise<ShopPage[]> {
    const rows = await this.database.read(
      `SELECT ${p.pk}, ${p.id}, ${p.workspacePk}, ${p.subdomain}, ${p.linksExpireAfterDays},
        CASE WHEN ${p.domainEnabled} = 1 THEN ${p.domain} END, ${p.title}, ${p.branding} FROM ${p.table} WHERE ${where}`,
      params,
      origin,
    );
    return rows.map(
      ([pk, id, workspacePk, subdomain, linksExpireAfterDays, domain, title, branding]) =>
        ({
          pk,
          id,
          workspacePk,
          subdomain,
          linksExpireAfterDays,
          domain,
          title,
          branding: JSON.parse((branding ?? '{}') as string) as Branding,
        }) as unknown as ShopPage,
    );
  }
}
