import { parseMoment } from '../../core/metadata/datetime.js';
import type { QueryString } from '../../core/query/query-string.js';
import { PHASE_NAMES, type Phase } from '../shipments/phase.field.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import type { Dimension, Facts, Moment } from './facts.js';

/** Whether a row is meant. */
type Test = (row: number) => boolean;

/** Makes tests for the facts of a workspace. */
type Filter = (facts: Facts) => Test;

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
] as const satisfies readonly Moment[];

/** Parameters that say for themselves that a list of a team is meant. */
const BESIDE = new Set(['workspace.team']);

/**
 * The filters of a list as tests of facts; undefined when the database has to find its rows, because a filter is about
 * something that facts do not have.
 */
export function rowFilterOf(query: QueryString): Filter | undefined {
  const filters: Filter[] = [];
  for (const [name] of query.pairs) {
    const [, path = '', key] = /^([^[\]]+)(?:\[([^[\]]*)\])?$/.exec(name) ?? [];
    if (BESIDE.has(name)) continue;
    const filter = isPosition(key) ? exactly(path, query) : compared(path, key, query);
    if (!filter) return undefined;
    filters.push(filter);
  }
  return (facts) => {
    const tests = filters.map((filter) => filter(facts));
    return (row) => tests.every((test) => test(row));
  };
}

const isPosition = (key: string | undefined): boolean => key === undefined || /^\d*$/.test(key);

function exactly(path: string, query: QueryString): Filter | undefined {
  const values = query.list(path) ?? [];
  if (path === 'phase') {
    const phases = values.map((value) => PHASE_NAMES.indexOf(value.trim().toLowerCase() as Phase));
    if (phases.includes(-1)) return undefined;
    return (facts) => {
      const status = facts.numbers('trackingStatus');
      return (row) => phases.includes(facts.phaseCodes[status[row] ?? 0] ?? -1);
    };
  }
  const dimension = EXACT.find((each) => each === path);
  const search = dimension && shipmentResource.fields.get(path)?.search;
  const stored = values.map((value) => search?.stored(value));
  if (!dimension || stored.length === 0 || stored.includes(undefined)) return undefined;
  return (facts) => {
    const numbers = facts.numbers(dimension);
    const wanted = stored.map((value) => facts.allOf(dimension).indexOf(value ?? null));
    const [only] = wanted;
    if (wanted.length === 1) return (row) => numbers[row] === only;
    return (row) => wanted.includes(numbers[row] ?? 0);
  };
}

function compared(path: string, key: string | undefined, query: QueryString): Filter | undefined {
  if (path === 'exists') return existing(key ?? '', query);
  const moment = DATES.find((each) => each === path);
  const seconds = secondsOf(query.keyed(path, key ?? ''));
  if (!moment || seconds === undefined) return undefined;
  const is = OPERATORS[key ?? ''];
  if (!is) return undefined;
  return (facts) => {
    const moments = facts.moment(moment);
    return (row) => {
      const value = moments[row] ?? 0;
      return value > 0 && is(value, seconds);
    };
  };
}

/** Moments of facts are whole seconds, and so are those of filters here: a second is all of it. */
const OPERATORS: Readonly<Partial<Record<string, (value: number, seconds: number) => boolean>>> = {
  after: (value, seconds) => value >= seconds,
  strictly_after: (value, seconds) => value > seconds,
  before: (value, seconds) => value <= seconds,
  strictly_before: (value, seconds) => value < seconds,
};

function secondsOf(text: string | undefined): number | undefined {
  const stored = text === undefined ? undefined : parseMoment(text);
  if (stored === undefined || !stored.endsWith('.000000')) return undefined;
  return Date.parse(`${stored.slice(0, 19).replace(' ', 'T')}Z`) / 1000;
}

function existing(path: string, query: QueryString): Filter | undefined {
  const text = query.keyed('exists', path);
  const moment = ([...DATES, 'orderedAt'] as const).find((each) => each === path && path !== 'createdAt');
  if (!moment || (text !== 'true' && text !== 'false')) return undefined;
  const yes = text === 'true';
  return (facts) => {
    const moments = facts.moment(moment);
    return (row) => (moments[row] ?? 0) > 0 === yes;
  };
}
