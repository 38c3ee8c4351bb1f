import type { Measured } from '../measure.js';
import type { CaseResult, Results, Verdict } from './results.js';

const HEAD = [
  ...['case', 'req/s', 'p50 ms', 'p99 ms', 'rows/s', 'peak MiB', 'CPU ms', 'limit', 'ratio', 'its CPU ms'],
  ...['CPU ratio', 'with COUNT', 'nestjs-paginate', 'GROUP BY', 'p50 growth', 'bounds'],
];

/** The results as one table, in Markdown that also reads well in a terminal. */
export function tableOf(results: Results): string {
  const lines = [HEAD, ...results.cases.map(rowOf), ...processRows(results)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const draw = (line: readonly string[]): string =>
    `| ${widths.map((width, column) => pad(line[column] ?? '', width, isText(column))).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    isText(column) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const [head = [], ...body] = lines;
  return [draw(head), draw(rule), ...body.map(draw)].join('\n');
}

const isText = (column: number): boolean => column === 0 || column === HEAD.length - 1;

const pad = (text: string, width: number, isLeft: boolean): string =>
  isLeft ? text.padEnd(width) : text.padStart(width);

function rowOf({ title, servers, growth, verdicts }: CaseResult): string[] {
  const {
    waybill,
    limit,
    'limit with COUNT': counting,
    'nestjs-paginate': paginate,
    'GROUP BY': grouping,
  } = servers;
  return [
    ...[title, rate(waybill), time(waybill?.p50), time(waybill?.p99), whole(waybill?.rowsPerSecond)],
    ...[whole(waybill?.peakMemory), cpuParts(waybill), rate(limit), ratio(waybill, limit), cpuParts(limit)],
    ...[cpuRatio(waybill, limit), rate(counting), rate(paginate), rate(grouping)],
    ...[growth === undefined ? '' : `${growth.toFixed(2)}×`, verdicts.map(told).join(', ')],
  ];
}

/** A row of cells by their column; the others are empty. */
const row = (cells: Readonly<Record<string, string>>): string[] => HEAD.map((column) => cells[column] ?? '');

function processRows({ export: exported, ingest, start }: Results): string[][] {
  const rows: string[][] = [];
  if (exported) {
    const { rows: count, rowsPerSecond, memory, growth, verdict } = exported;
    const [title, peak] = [`CSV of ${count.toLocaleString('en')} rows`, whole(memory + growth)];
    rows.push(row({ case: title, 'rows/s': whole(rowsPerSecond), 'peak MiB': peak, bounds: told(verdict) }));
  }
  if (ingest) {
    const { updates, updatesPerSecond, memory, growth } = ingest;
    const [title, peak] = [`${updates.toLocaleString('en')} tracking updates`, whole(memory + growth)];
    rows.push(row({ case: title, 'rows/s': whole(updatesPerSecond), 'peak MiB': peak }));
  }
  if (start) {
    const [title, verdict] = ['start to the first answer', told(start.verdict)];
    rows.push(row({ case: title, 'p50 ms': whole(start.milliseconds), bounds: verdict }));
  }
  return rows;
}

export const told = ({ bound, value, isMet }: Verdict): string =>
  isMet === undefined ? `${bound}: –` : `${bound}: ${value} ${isMet ? 'met' : 'MISSED'}`;

const whole = (value: number | undefined): string =>
  value === undefined ? '' : Math.round(value).toLocaleString('en');

const rate = (measured: Measured | undefined): string => {
  if (!measured) return '';
  const { requestsPerSecond: value } = measured;
  return value < 10 ? value.toFixed(1) : whole(value);
};

const time = (milliseconds: number | undefined): string =>
  milliseconds === undefined ? '' : milliseconds < 100 ? milliseconds.toFixed(1) : whole(milliseconds);

const ratio = (ours: Measured | undefined, theirs: Measured | undefined): string =>
  ours && theirs ? (ours.requestsPerSecond / theirs.requestsPerSecond).toFixed(2) : '';

const cpuOf = (measured: Measured | undefined): number | undefined =>
  measured?.cpu && measured.cpu.server + measured.cpu.database;

/** Of the server and of MariaDB. */
const cpuParts = (measured: Measured | undefined): string =>
  measured?.cpu ? `${measured.cpu.server.toFixed(2)} + ${measured.cpu.database.toFixed(2)}` : '';

/** As `ratio`, by CPU: it says more where other programs keep the machine busy. */
function cpuRatio(ours: Measured | undefined, theirs: Measured | undefined): string {
  const [mine, other] = [cpuOf(ours), cpuOf(theirs)];
  return mine !== undefined && other !== undefined ? (other / mine).toFixed(2) : '';
}
