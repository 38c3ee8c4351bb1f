import type { Clock } from '../../core/database/clock.js';
import { assertFewerThan } from '../../core/metadata/quota.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { TrackingPageLink } from './tracking-page-link.entity.js';
import { Workspace } from '../workspaces/workspace.entity.js';

const trackingPageLinks = sqlNames(TrackingPageLink);

/** Milliseconds for which a count is good: counting a million links for each new one would be slow. */
const CACHE_MS = 60_000;

interface CachedCount {
  /** Links that may still be made before they are counted again. */
  room: number;
  readonly until: number;
}

const MAX_CACHED_COUNTS = 10_000;

/** How many links each workspace may still make. A count holds for a while, and for half of the room that it leaves. */
export class LinkCounts {
  private readonly known = new Map<number, CachedCount>();

  constructor(
    private readonly most: number,
    private readonly clock: Clock,
  ) {}

  /** @throws TooMany when a workspace would have too many links. */
  async assertRoom(workspacePk: number, links: number, transaction: Transaction): Promise<void> {
    if (this.most === 0) return;
    const now = this.clock.now();
    const known = this.known.get(workspacePk);
    if (known && known.until > now && known.room >= links) {
      known.room -= links;
      return;
    }
    const from = `${trackingPageLinks.table} WHERE ${trackingPageLinks.workspacePk} = ?`;
    const counted = { owner: Workspace, ownerPk: workspacePk, from, params: [workspacePk] } as const;
    const count = await assertFewerThan(this.most, 'links', counted, transaction, links);
    if (this.known.size >= MAX_CACHED_COUNTS) this.known.clear();
    this.known.set(workspacePk, { room: Math.floor((this.most - count - links) / 2), until: now + CACHE_MS });
  }
}
