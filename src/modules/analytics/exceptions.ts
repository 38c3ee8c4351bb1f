import { DAY_SECONDS } from '../../core/metadata/business-time.js';
import { ACTIVE_STATUSES, OPEN_STATUSES } from './facts.js';
import type { ListQuery } from './list-query.js';
import type { LinkTo } from './metric-links.js';
import type { Count } from './metrics.js';
import { Spans } from './spans.js';
import type { Subject } from './subject.js';

/** Ages in days at which an older class begins. */
const AGES = [0, 1, 2, 4, 7, 14, 30];

export interface AgeClass {
  /** Days, of which a class has the first and not the last. */
  readonly from: number;
  readonly to: number | null;
  readonly count: Count;
}

export interface ExceptionCount extends Count {
  /** Days with one decimal. */
  readonly medianAge: number | null;
  readonly oldestAge: number | null;
  readonly ages: readonly AgeClass[];
}

export interface Exceptions {
  readonly late: ExceptionCount;
  readonly stuck: ExceptionCount;
  readonly returned: ExceptionCount;
  readonly failedAttempts: ExceptionCount;
}

/** Shipments that somebody should look at, and since when. */
export function exceptionsOf(subject: Subject): Exceptions {
  const { parts, list, idleSince, now, zone } = subject;
  const today = zone.dayOf(now * 1000) * DAY_SECONDS;
  const since = {
    late: new Ages('expectedDeliveryDate', now),
    stuck: new Ages('lastCheckpointAt', now),
    returned: new Ages('lastStatusUpdate', now),
    failedAttempts: new Ages('lastStatusUpdate', now),
  };
  for (const { facts, rows } of parts) {
    const status = facts.numbers('trackingStatus');
    const returned = facts.numberOf('trackingStatus', 'return_to_sender');
    const failed = facts.numberOf('trackingStatus', 'unsuccessful_delivery');
    const expected = facts.moment('expectedDeliveryDate');
    const checkpoint = facts.moment('lastCheckpointAt');
    const changed = facts.moment('lastStatusUpdate');
    for (const row of rows()) {
      const state = status[row] ?? 0;
      const [wanted, last] = [expected[row] ?? 0, checkpoint[row] ?? 0];
      if (facts.isOpen[state] && wanted > 0 && wanted < today) since.late.add(wanted);
      if (facts.isActive[state] && last > 0 && last <= idleSince) since.stuck.add(last);
      if (state === returned) since.returned.add(changed[row] ?? 0);
      if (state === failed) since.failedAttempts.add(changed[row] ?? 0);
    }
  }
  const { linkTo } = subject;
  return {
    late: since.late.figures(
      list.among('trackingStatus', OPEN_STATUSES).before('expectedDeliveryDate', today),
      linkTo,
    ),
    stuck: since.stuck.figures(
      list.among('trackingStatus', ACTIVE_STATUSES).until('lastCheckpointAt', idleSince),
      linkTo,
    ),
    returned: since.returned.figures(list.among('trackingStatus', ['return_to_sender']), linkTo),
    failedAttempts: since.failedAttempts.figures(
      list.among('trackingStatus', ['unsuccessful_delivery']),
      linkTo,
    ),
  };
}

/** How old some shipments are, by a moment of each. */
class Ages {
  private readonly spans = new Spans();
  private readonly classes = AGES.map(() => 0);

  constructor(
    private readonly path: string,
    private readonly now: number,
  ) {}

  add(moment: number): void {
    this.spans.add(Math.max(0, this.now - moment));
    let at = AGES.length - 1;
    while (at > 0 && moment > this.edge(at)) at--;
    this.classes[at] = (this.classes[at] ?? 0) + 1;
  }

  /** Moments up to this second are in the class, or in an older one. */
  private edge(at: number): number {
    return this.now - (AGES[at] ?? 0) * DAY_SECONDS;
  }

  figures(list: ListQuery, linkTo: LinkTo): ExceptionCount {
    return {
      value: this.spans.count,
      shipments: linkTo(list),
      medianAge: this.spans.quantile(0.5),
      oldestAge: this.spans.quantile(1),
      ages: AGES.map((from, at) => {
        const to = AGES[at + 1] ?? null;
        const older = from === 0 ? list : list.until(this.path, this.edge(at));
        const within = to === null ? older : older.after(this.path, this.edge(at + 1));
        return { from, to, count: { value: this.classes[at] ?? 0, shipments: linkTo(within) } };
      }),
    };
  }
}
