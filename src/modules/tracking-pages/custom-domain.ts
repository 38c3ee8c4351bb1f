import type { IncomingMessage } from 'node:http';
import { Resolver } from 'node:dns/promises';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { isFQDN } from 'class-validator';
import { CONFIG, type Config } from '../../config/config.js';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { stackOf } from '../../core/database/failures.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { BadInput } from '../../core/metadata/errors.js';
import { heldRow, updateRow } from '../../core/store/row-changes.js';
import { TrackingPage } from './tracking-page.entity.js';
import type { LinkedPage } from './tracking-page-links.js';

const p = sqlNames(TrackingPage, 'p');
const trackingPages = sqlNames(TrackingPage);

/** A DNS answer that takes longer counts as none, in milliseconds. */
const DNS_TIMEOUT_MS = 3000;

/** Hosts are looked up anew at most so often, in milliseconds, when one is asked for that may be new. */
const REFRESH_MS = 5000;

/** What proves that a domain belongs to a page's workspace: a TXT record with this name and value. */
const challengeOf = (domain: string, pageId: string): { readonly name: string; readonly value: string } => ({
  name: `_waybill.${domain}`,
  value: `waybill-page=${pageId}`,
});

/** `Track.Example.com.` as `track.example.com`; undefined when it is no host name. */
function hostName(domain: string | null): string | undefined {
  const host = domain?.trim().toLowerCase().replace(/\.$/, '');
  return host !== undefined && isFQDN(host) ? host : undefined;
}

/** Tracking pages on host names of their shops: who may have one, and what is asked for there. */
@Injectable()
export class CustomDomains implements OnApplicationBootstrap {
  private readonly logger = new Logger('custom domains');
  private readonly ownHost: string;
  private subdomains: ReadonlyMap<string, string> = new Map();
  private refreshedAt = Number.NEGATIVE_INFINITY;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.ownHost = new URL(config.publicUrl).hostname;
  }

  /** A database that is away now is asked again when a host is asked for. */
  async onApplicationBootstrap(): Promise<void> {
    await this.refresh().catch((error: unknown) => this.failed(error));
  }

  /**
   * The address inside this server of what is asked for at a shop's host name: its form at `/`, its links at `/<hash>`.
   * Nothing else is there. Undefined: the host is the server's own, or nobody's.
   */
  rewritten({ headers, url = '/' }: IncomingMessage): string | undefined {
    const host = hostName((headers.host ?? '').replace(/:\d+$/, ''));
    if (host === undefined || host === this.ownHost) return undefined;
    const subdomain = this.subdomains.get(host);
    if (subdomain === undefined) {
      this.refreshSoon();
      return undefined;
    }
    const [, path = '/', query = ''] = /^([^?]*)(.*)$/.exec(url) ?? [];
    if (path === '/') return `/public/tracking_pages/${subdomain}${query}`;
    const link = /^\/([\w-]{20,64})(\/review)?$/.exec(path);
    if (link) return `/public/tracking_page_links/${link[1]}${link[2] ?? ''}${query}`;
    return path.startsWith('/public/') ? url : '/public/nothing-here';
  }

  /** Whether a host name is a tracking page's: what a TLS proxy asks before it gets a certificate. */
  async isKnown(domain: string): Promise<boolean> {
    await this.refresh();
    return this.subdomains.has(hostName(domain) ?? '');
  }

  /**
   * Looks for the TXT record of a page's domain, and enables the domain when it is there.
   * @throws BadInput when the page has no domain, the record is not there, or another page has the domain.
   */
  async verify(page: LinkedPage): Promise<string> {
    const [row] = await this.database.read(`SELECT ${p.domain} FROM ${p.table} WHERE ${p.pk} = ?`, [page.pk]);
    const domain = hostName((row?.[0] ?? null) as string | null);
    if (domain === undefined)
      throw new BadInput('The tracking page has no domain such as track.example.com.');
    const { name, value } = challengeOf(domain, page.id);
    if (!(await this.textRecords(name)).includes(value))
      throw new BadInput(
        `There is no TXT record "${value}" at ${name}. DNS may need some minutes to show a new one.`,
      );
    await this.database.transaction(async (transaction) => {
      const others = await transaction.rows<{ pk: number }>(
        `SELECT ${trackingPages.pk} FROM ${trackingPages.table}
          WHERE ${trackingPages.domain} = ? AND ${trackingPages.domainEnabled} = 1 AND ${trackingPages.pk} <> ?`,
        [domain, page.pk],
      );
      if (others.length > 0) throw new BadInput('Another tracking page has this domain.');
      const before = await heldRow(TrackingPage, page.pk, transaction);
      if (before) await updateRow(TrackingPage, before, { domain, domainEnabled: 1 }, transaction);
    });
    await this.refresh();
    return domain;
  }

  private async textRecords(name: string): Promise<readonly string[]> {
    const resolver = new Resolver({ timeout: DNS_TIMEOUT_MS, tries: 1 });
    if (this.config.dnsServers.length > 0) resolver.setServers(this.config.dnsServers);
    try {
      return (await resolver.resolveTxt(name)).map((pieces) => pieces.join(''));
    } catch {
      return [];
    }
  }

  private refreshSoon(): void {
    if (this.clock.now() - this.refreshedAt < REFRESH_MS) return;
    this.refresh().catch((error: unknown) => this.failed(error));
  }

  private failed(error: unknown): void {
    this.refreshedAt = Number.NEGATIVE_INFINITY;
    this.logger.warn('hosts were not looked up', stackOf(error));
  }

  private async refresh(): Promise<void> {
    this.refreshedAt = this.clock.now();
    const rows = await this.database.read(
      `SELECT ${p.domain}, ${p.subdomain} FROM ${p.table} WHERE ${p.domainEnabled} = 1 AND ${p.enabled} = 1`,
      [],
    );
    this.subdomains = new Map(rows.map(([domain, subdomain]) => [domain as string, subdomain as string]));
  }
}
