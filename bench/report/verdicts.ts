import type { Bound } from '../cases.js';
import type { Measured, Name } from '../measure.js';
import type { Verdict } from './results.js';

type Servers = Readonly<Partial<Record<Name, Measured>>>;

/** What bounds are judged by. */
export interface Evidence {
  readonly servers: Servers;
  readonly growth: number | undefined;
  /** What has been measured of another case in the same run. */
  readonly ofCase: (name: string) => Measured | undefined;
}

/** Whether a bound is met. */
export function judge(bound: Bound, { servers, growth, ofCase }: Evidence): Verdict {
  const { waybill } = servers;
  switch (bound.kind) {
    case 'rate':
      return atLeast(
        `≥ ${bound.atLeast} of ${bound.than}`,
        bound.atLeast,
        rates(waybill, servers[bound.than]),
      );
    case 'rate of case':
      return atLeast(
        `≥ ${bound.atLeast} of ${bound.than}`,
        bound.atLeast,
        rates(waybill, ofCase(bound.than)),
      );
    case 'time':
      return atMost(
        `p50 ≤ ${bound.atMost} of ${bound.than}`,
        bound.atMost,
        times(waybill, servers[bound.than]),
      );
    case 'written':
      return atLeast(`≥ ${bound.atLeast} POSTs/s`, bound.atLeast, waybill?.written);
    case 'p99':
      return atMost(
        `p99 ≤ ${bound.atMost} of ${bound.than}`,
        bound.atMost,
        p99s(waybill, servers[bound.than]),
      );
    case 'time of case':
      return atMost(
        `p50 ≤ ${bound.atMost} of ${bound.than}`,
        bound.atMost,
        times(waybill, ofCase(bound.than)),
      );
    case 'milliseconds':
      return atMost(`p95 ≤ ${bound.atMost} ms`, bound.atMost, waybill?.p95, ' ms');
    case 'growth':
      return atMost(`growth ≤ ${bound.atMost}`, bound.atMost, growth);
  }
}

const rates = (ours?: Measured, theirs?: Measured): number | undefined =>
  ours && theirs && ours.requestsPerSecond / theirs.requestsPerSecond;

const times = (ours?: Measured, theirs?: Measured): number | undefined =>
  ours && theirs && ours.p50 / theirs.p50;

const p99s = (ours?: Measured, theirs?: Measured): number | undefined =>
  ours && theirs && ours.p99 / theirs.p99;

export const atLeast = (bound: string, least: number, value: number | undefined): Verdict =>
  verdict(bound, value, (known) => known >= least);

export const atMost = (bound: string, most: number, value: number | undefined, unit = ''): Verdict =>
  verdict(bound, value, (known) => known <= most, unit);

function verdict(
  bound: string,
  value: number | undefined,
  isMet: (value: number) => boolean,
  unit = '',
): Verdict {
  if (value === undefined) return { bound, value: '–' };
  return {
    bound,
    value: `${value < 100 ? value.toFixed(2) : Math.round(value)}${unit}`,
    isMet: isMet(value),
  };
}
