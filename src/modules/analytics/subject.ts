import type { TimeZone } from '../../core/metadata/time-zone.js';
import type { Facts } from './facts.js';
import type { ListQuery } from './list-query.js';
import type { LinkTo, Measure } from './metrics.js';
import type { PeriodDate } from './question.dto.js';

/** What a question is about, and all that answering it takes. */
export interface Subject {
  readonly facts: Facts;
  /** The rows of the facts that the question is about. */
  readonly rows: Iterable<number>;
  /** The list of these shipments. */
  readonly list: ListQuery;
  readonly linkTo: LinkTo;
  readonly measure: Measure;
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
