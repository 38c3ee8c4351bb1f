import { parseMoment } from '../../core/metadata/datetime.js';
import type { QueryString } from '../../core/query/query-string.js';
import { PHASE_NAMES, type Phase } from '../shipments/phase.field.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { type Punctuality, PUNCTUALITIES } from '../tracking/punctuality.js';
import { eachBlock } from './blocks.js';
import type { Dimension, Facts, Moment } from './facts.js';
import { scratch } from './scratch.js';
import type { Span } from './zones.js';
import type { State } from './states.js';

/**
 * Writes those rows of a block of a list that are meant into another list, which may be the same, behind those that are there.
 * @returns how many there are now.
 */
type Narrowing = (list: Uint32Array, [from, to]: Span, into: Uint32Array, there: number) => number;

/** Makes a narrowing for the facts of a workspace. */
type Filter = (facts: Facts) => Narrowing;

const EXACT = [
  'trackingStatus',
  'originCarrier',
  'destinationCarrier',
  'originCountryIso2',
  'destinationCountryIso2',
] as const satisfies readonly Dimension[];

const DATES = [
  'createdAt',
  'shippedAt',
  'deliveredAt',
  'lastCheckpointAt',
  'expectedDeliveryDate',
  'lastStatusUpdate',
] as const satisfies readonly Moment[];

const VERDICTS = { punctuality: 'verdict', firstPunctuality: 'firstVerdict' } as const;

/** Parameters that say for themselves that a list of a team is meant. */
const BESIDE = new Set(['workspace.team']);

/**
 * The filters of a list over facts, as what finds the rows; undefined when the database has to find them, because a filter is about
 * something that facts do not have.
 */
export function rowFilterOf(query: QueryString): ((facts: Facts) => Uint32Array) | undefined {
  const filters: Filter[] = [];
  const spans = new Map<(typeof DATES)[number], Span>();
  for (const [name] of query.pairs) {
    const [, path = '', key] = /^([^[\]]+)(?:\[([^[\]]*)\])?$/.exec(name) ?? [];
    if (BESIDE.has(name)) continue;
    const moment = DATES.find((each) => each === path);
    const span = moment && spanOf(path, key, query);
    if (moment && span) {
      const [from, to] = spans.get(moment) ?? EVER;
      spans.set(moment, [Math.max(from, span[0]), Math.min(to, span[1])]);
      continue;
    }
    const filter = isPosition(key)
      ? exactly(path, query)
      : path === 'exists'
        ? existing(key ?? '', query)
        : undefined;
    if (!filter) return undefined;
    filters.push(filter);
  }
  // rows lie in the order of their making
  const period = DATES.find((moment) => spans.has(moment));
  for (const [moment, span] of spans)
    if (moment !== period) filters.push((facts) => within(facts.moment(moment), ...span));
  return (facts) => {
    const narrowings = filters.map((filter) => filter(facts));
    if (period) {
      const rows = scratch('rows', facts.size);
      return narrowed(rows.subarray(0, facts.within(period, spans.get(period) ?? EVER, rows)), narrowings);
    }
    return narrowed(facts.all(), narrowings);
  };
}

/** The rows of a list that are left. */
function narrowed(list: Uint32Array, narrowings: readonly Narrowing[]): Uint32Array {
  let left = list;
  for (const narrow of narrowings) {
    const rows = scratch('rows', list.length);
    let count = 0;
    eachBlock(left.length, (from, to) => (count = narrow(left, [from, to], rows, count)));
    left = rows.subarray(0, count);
  }
  return left;
}

/** The rows of shipments by their keys. */
export function rowsOf(facts: Facts, pks: ReadonlySet<number>): Uint32Array {
  return facts.all().filter((row) => pks.has(facts.pk[row] ?? 0));
}

/** Rows whose number in a column is wanted. */
function having(numbers: Uint32Array | Uint16Array, isWanted: Uint8Array): Narrowing {
  return (list, [from, to], into, there) => {
    let count = there;
    for (let at = from; at < to; at++) {
      const row = list[at] as number;
      into[count] = row;
      count += isWanted[numbers[row] as number] as number;
    }
    return count;
  };
}

const inState =
  (isMeant: (state: State) => boolean): Filter =>
  (facts) =>
    having(
      facts.state,
      Uint8Array.from(facts.states.all, (state) => Number(isMeant(state))),
    );

/** Rows whose moment is one, and is from one second to another. */
function within(moments: Uint32Array, since: number, until: number): Narrowing {
  const first = Math.max(1, since);
  return (list, [from, to], into, there) => {
    let count = there;
    for (let at = from; at < to; at++) {
      const row = list[at] as number;
      const moment = moments[row] as number;
      into[count] = row;
      if (moment >= first && moment <= until) count++;
    }
    return count;
  };
}

const isPosition = (key: string | undefined): boolean => key === undefined || /^\d*$/.test(key);

function exactly(path: string, query: QueryString): Filter | undefined {
  const values = query.list(path) ?? [];
  if (path === 'phase') {
    const phases = values.map((value) => PHASE_NAMES.indexOf(value.trim().toLowerCase() as Phase));
    if (phases.includes(-1)) return undefined;
    return (facts) => {
      const isWanted = Uint8Array.from(facts.phaseCodes, (phase) => Number(phases.includes(phase)));
      return having(facts.numbers('trackingStatus'), isWanted);
    };
  }
  if (path === 'punctuality' || path === 'firstPunctuality') {
    const verdicts = values.map((value) => PUNCTUALITIES.indexOf(value.trim().toLowerCase() as Punctuality));
    if (verdicts.length === 0 || verdicts.includes(-1)) return undefined;
    return inState((state) => verdicts.includes(state[VERDICTS[path]] - 1));
  }
  const dimension = EXACT.find((each) => each === path);
  const search = dimension && shipmentResource.fields.get(path)?.search;
  const stored = values.map((value) => search?.stored(value));
  if (!dimension || stored.length === 0 || stored.includes(undefined)) return undefined;
  return (facts) => {
    const isWanted = Uint8Array.from(facts.allOf(dimension), (value) => Number(stored.includes(value)));
    return having(facts.numbers(dimension), isWanted);
  };
}

const EVER: Span = [0, Infinity];

function spanOf(path: string, key = '', query: QueryString): Span | undefined {
  const seconds = secondsOf(query.keyed(path, key));
  return seconds === undefined ? undefined : SPANS[key]?.(seconds);
}

/** The seconds that are meant. Moments of facts are whole ones, and so are those of filters here: a second is all of it. */
const SPANS: Readonly<Partial<Record<string, (seconds: number) => Span>>> = {
  after: (seconds) => [seconds, Infinity],
  strictly_after: (seconds) => [seconds + 1, Infinity],
  before: (seconds) => [0, seconds],
  strictly_before: (seconds) => [0, seconds - 1],
};

function secondsOf(text: string | undefined): number | undefined {
  const stored = text === undefined ? undefined : parseMoment(text);
  if (stored === undefined || !stored.endsWith('.000000')) return undefined;
  return Date.parse(`${stored.slice(0, 19).replace(' ', 'T')}Z`) / 1000;
}

function existing(path: string, query: QueryString): Filter | undefined {
  const text = query.keyed('exists', path);
  if (text !== 'true' && text !== 'false') return undefined;
  const yes = text === 'true';
  const moment = ([...DATES, 'orderedAt'] as const).find((each) => each === path && path !== 'createdAt');
  if (moment)
    return (facts) => (yes ? within(facts.moment(moment), 1, Infinity) : without(facts.moment(moment)));
  if (path === 'punctuality' || path === 'firstPunctuality')
    return inState((state) => state[VERDICTS[path]] > 0 === yes);
  const dimension = EXACT.find((each) => each === path);
  // number 0 is null
  return dimension && ((facts) => having(facts.numbers(dimension), only(facts, dimension, yes)));
}

const only = (facts: Facts, dimension: Dimension, yes: boolean): Uint8Array =>
  Uint8Array.from(facts.allOf(dimension), (value) => Number((value !== null) === yes));

/** Rows without a moment. */
function without(moments: Uint32Array): Narrowing {
  return (list, [from, to], into, there) => {
    let count = there;
    for (let at = from; at < to; at++) {
      const row = list[at] as number;
      into[count] = row;
      if (moments[row] === 0) count++;
    }
    return count;
  };
}
