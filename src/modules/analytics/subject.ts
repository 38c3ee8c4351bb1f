import type { TimeZone } from '../../core/metadata/time-zone.js';
import type { Facts } from './facts.js';
import type { ListQuery } from './list-query.js';
import type { LinkTo } from './metric-links.js';
import type { Elapsed } from './spans.js';
import type { PeriodDate } from './question.dto.js';

/** Some shipments of a workspace: the rows of its facts in which they are, and how times are measured there. */
export interface Part {
  readonly facts: Facts;
  /** Finds the rows. Facts follow every change, so they are read in the same tick. */
  readonly rows: () => Uint32Array;
  readonly elapsed: Elapsed;
}

/** What a question is about, and all that answering it takes. */
export interface Subject {
  /** The shipments that the question is about, of one workspace or several. */
  readonly parts: readonly Part[];
  /** The list of these shipments. */
  readonly list: ListQuery;
  readonly linkTo: LinkTo;
  /** Under way without a checkpoint since this second a shipment is idle. */
  readonly idleSince: number;
  readonly date: PeriodDate;
  readonly zone: TimeZone;
  /** Seconds since 1970, of which the period has the first and not the last; undefined where it is open. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** The second that is now. */
  readonly now: number;
  readonly days: 'calendar' | 'business';
  /** The ids of integrations by key. */
  readonly integrations: ReadonlyMap<number, string>;
}
