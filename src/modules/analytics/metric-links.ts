import type { Phase } from '../shipments/phase.field.js';
import type { Punctuality } from '../tracking/punctuality.js';
import { ACTIVE_STATUSES } from './facts.js';
import type { ListQuery } from './list-query.js';
import type { Subject } from './subject.js';

/** Makes the address of a list. */
export type LinkTo = (list: ListQuery) => string;

/** What lists of figures depend on beside their shipments. */
type Linked = Pick<Subject, 'idleSince' | 'linkTo'>;

/** Where the lists are that figures are about. */
export type MetricLinks = Readonly<Record<keyof ReturnType<typeof listsOf>, string>>;

/** The lists of the shipments that figures are about, by the figure. */
function listsOf(list: ListQuery, idleSince: number) {
  const [ordered, shipped, delivered] = (['orderedAt', 'shippedAt', 'deliveredAt'] as const).map((moment) =>
    list.exists(moment),
  ) as [ListQuery, ListQuery, ListQuery];
  const inPhase = (phase: Phase): ListQuery => list.among('phase', [phase]);
  const came = (path: 'punctuality' | 'firstPunctuality', verdict: Punctuality): ListQuery =>
    list.among(path, [verdict]);
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
    early: came('punctuality', 'early'),
    onTime: came('punctuality', 'on_time'),
    late: came('punctuality', 'late'),
    punctuality: list.exists('punctuality'),
    firstEarly: came('firstPunctuality', 'early'),
    firstOnTime: came('firstPunctuality', 'on_time'),
    firstLate: came('firstPunctuality', 'late'),
    firstPunctuality: list.exists('firstPunctuality'),
    idle: list.among('trackingStatus', ACTIVE_STATUSES).until('lastCheckpointAt', idleSince),
    reviewed: list.exists('reviewTotalScore'),
  };
}

const linksBy = (links: readonly (readonly [name: string, link: string])[]): MetricLinks =>
  Object.fromEntries(links) as MetricLinks;

export const linksOf = (list: ListQuery, { idleSince, linkTo }: Linked): MetricLinks =>
  linksBy(Object.entries(listsOf(list, idleSince)).map(([name, each]) => [name, linkTo(each)]));

/**
 * As `linksOf`, for lists that differ in the edges of a period alone: no figure asks for those, so that what makes its list of one of
 * them makes it of the others.
 */
export function linksOfPeriods(linked: Linked): (list: ListQuery) => MetricLinks {
  let endings: readonly (readonly [name: string, ending: string])[] | undefined;
  return (list) => {
    const link = linked.linkTo(list);
    if (endings) return linksBy(endings.map(([name, ending]) => [name, link + ending]));
    const links = linksOf(list, linked);
    const all = Object.entries(links);
    if (all.every(([, each]) => each === link || each.startsWith(`${link}&`)))
      endings = all.map(([name, each]) => [name, each.slice(link.length)]);
    return links;
  };
}
