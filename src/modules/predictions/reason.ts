import { carrierByCode } from '../reference-data/carriers/carriers.js';
import type { Basis } from './basis.js';
import type { Place } from './place.js';

const WEEKDAYS = ['Sundays', 'Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays'];

const STATUS_WORDS: Readonly<Record<string, string>> = {
  delivery_in_progress: 'it is out for delivery',
  customs_clearance: 'it is at customs',
  exception: 'something holds it up',
  unsuccessful_delivery: 'a delivery has failed',
  available_for_pickup: 'it waits to be fetched',
};

interface Known {
  readonly underWay: number | undefined;
  readonly status: string;
  readonly hasExpected: boolean;
}

export function reasonOf(
  basis: Basis,
  { route, closed }: Place,
  { underWay, status, hasExpected }: Known,
): string {
  const { originCountryIso2: from, destinationCountryIso2: to, area } = route;
  const carrier = route.carrier === null ? null : (carrierByCode(route.carrier)?.name ?? route.carrier);
  const of = {
    'carrier+lane+postcode': `of ${carrier} from ${from} to ${to} ${area}`,
    'carrier+lane': `of ${carrier} from ${from} to ${to}`,
    'carrier+destination': `of ${carrier} to ${to}`,
    lane: `from ${from} to ${to}`,
    carrier: `of ${carrier}`,
    workspace: 'of the workspace',
    team: 'of the team',
  }[basis.level ?? 'team'];
  const off = [
    ...WEEKDAYS.filter((_, weekday) => (closed.weekdays >> weekday) & 1),
    ...(closed.holidays ? ['public holidays'] : []),
  ];
  const last = off.at(-1);
  const clauses = [
    `From ${basis.samples} delivered parcels ${of}`,
    ...(underWay === undefined
      ? []
      : [`it has been under way for ${underWay} ${underWay === 1 ? 'day' : 'days'}`]),
    ...(STATUS_WORDS[status] === undefined ? [] : [STATUS_WORDS[status]]),
    ...(hasExpected ? ["the carrier's date is counted by how right its dates have been"] : []),
    ...(last === undefined
      ? []
      : [`nothing is delivered on ${off.length > 1 ? `${off.slice(0, -1).join(', ')} and ` : ''}${last}`]),
  ];
  return `${clauses.join('; ')}.`;
}
