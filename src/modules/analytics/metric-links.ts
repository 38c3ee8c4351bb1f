import type { Phase } from '../shipments/phase.field.js';
import type { Punctuality } from '../tracking/punctuality.js';
import { ACTIVE_STATUSES } from './facts.js';
import type { ListQuery } from './list-query.js';
import type { Subject } from './subject.js';

/** Makes the address of a list. */
export type LinkTo = (list: ListQuery) => string;

/** What lists of figures depend on beside their shipments. */
type Linked = Pick<Subject, 'idleSince' | 'linkTo'>;

type ListName = keyof ReturnType<typeof listsOf>;

/** Where the lists are that figures are about. */
export type MetricLinks = Readonly<Record<ListName, string>>;

/** The lists of the shipments that figures are about, by the figure. */
function listsOf(list: ListQuery, idleSince: number) {
  const [ordered, shipped, delivered] = (['orderedAt', 'shippedAt', 'deliveredAt'] as const).map((moment) =>
    list.exists(moment),
  ) as [ListQuery, ListQuery, ListQuery];
  const inPhase = (phase: Phase): ListQuery => list.among('phase', [phase]);
  const punctual = (verdict: Punctuality): ListQuery => list.among('punctuality', [verdict]);
  const firstPunctual = (verdict: Punctuality): ListQuery => list.among('firstPunctuality', [verdict]);
  return {
    created: list,
    shipped,
    delivered,
    pending: inPhase('pending'),
    inTransit: inPhase('in_transit'),
    exception: inPhase('exception'),
    returned: inPhase('returned'),
    cancelled: inPhase('cancelled'),
    firstAttempt: delivered.number('failedAttempts', 'lte', 0),
    orderToShip: ordered.exists('trackingStatus'),
    shipToFirstScan: shipped,
    transitTime: shipped.exists('deliveredAt'),
    orderToDelivery: ordered.exists('deliveredAt'),
    early: punctual('early'),
    onTime: punctual('on_time'),
    late: punctual('late'),
    punctuality: list.exists('punctuality'),
    firstEarly: firstPunctual('early'),
    firstOnTime: firstPunctual('on_time'),
    firstLate: firstPunctual('late'),
    firstPunctuality: list.exists('firstPunctuality'),
    idle: list.among('trackingStatus', ACTIVE_STATUSES).until('lastCheckpointAt', idleSince),
    reviewed: list.exists('reviewTotalScore'),
  };
}

export function linksOf(list: ListQuery, { idleSince, linkTo }: Linked): MetricLinks {
  const lists = Object.entries(listsOf(list, idleSince)) as [ListName, ListQuery][];
  return Object.fromEntries(lists.map(([name, each]) => [name, linkTo(each)])) as Record<ListName, string>;
}

/**
 * As `linksOf`, for lists that differ in the edges of a period alone: no figure asks for those, so that what makes its list of one of
 * them makes it of the others.
 */
export function linksOfPeriods(linked: Linked): (list: ListQuery) => MetricLinks {
  let endings: readonly (readonly [name: ListName, ending: string])[] | undefined;
  return (list) => {
    const link = linked.linkTo(list);
    if (endings)
      return Object.fromEntries(endings.map(([name, ending]) => [name, link + ending])) as Record<
        ListName,
        string
      >;
    const links = linksOf(list, linked);
    const all = Object.entries(links) as [ListName, string][];
    if (all.every(([, each]) => each === link || each.startsWith(`${link}&`)))
      endings = all.map(([name, each]) => [name, each.slice(link.length)]);
    return links;
  };
}
