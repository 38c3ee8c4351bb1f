import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Ingest } from '../ingest.js';
import type { Measured, Name } from '../measure.js';
import { ROOT } from '../paths.js';
import type { Export, Start } from '../whole-process.js';
import { picture } from './picture.js';

export interface Verdict {
  readonly bound: string;
  readonly value: string;
  /** Undefined when there is nothing to compare with. */
  readonly isMet?: boolean;
}

export interface CaseResult {
  readonly name: string;
  readonly title: string;
  readonly servers: Readonly<Partial<Record<Name, Measured>>>;
  /** The median time against that of 10,000 shipments. */
  readonly growth?: number;
  readonly verdicts: readonly Verdict[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
}

export interface Results {
  readonly date: string;
  readonly command: string;
  readonly machine: Machine;
  readonly node: string;
  readonly mariadb?: string;
  readonly shipments?: number;
  readonly against?: string;
  readonly rows?: Readonly<Record<string, number>>;
  readonly loadSeconds?: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly cases: readonly CaseResult[];
  readonly export?: Export & { readonly verdict: Verdict };
  readonly ingest?: Ingest;
  readonly start?: Start & { readonly verdict: Verdict };
}

const GIB = 2 ** 30;
const FOLDER = join(ROOT, 'bench', 'results');

export const thisMachine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / GIB),
});

/** The newest results of 10,000 shipments that this kind of machine has measured. */
export function smallResults(): Results | undefined {
  if (!existsSync(FOLDER)) return undefined;
  const { cpu, cores } = thisMachine();
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('-10000.json'))
    .sort()
    .reverse()
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Results)
    .find(({ machine }) => machine.cpu === cpu && machine.cores === cores);
}

/** Keeps the results: those of the published sizes in the repository, others in `var/`. @returns the file's path. */
export async function keep(results: Results): Promise<string> {
  const { shipments = 0, date } = results;
  const isPublished = [10_000, 100_000, 1_000_000].includes(shipments);
  const folder = isPublished ? FOLDER : join(ROOT, 'var', 'bench-results');
  const file = join(folder, `${date.slice(0, 10)}-${shipments === 0 ? 'against' : shipments}`);
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.json`, `${JSON.stringify(results, undefined, 2)}\n`);
  await writeFile(`${file}.svg`, picture(results));
  return `${file}.json`;
}
