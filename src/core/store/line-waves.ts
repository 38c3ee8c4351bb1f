import type { ClientError } from '../metadata/errors.js';
import type { Reference, Resource } from '../metadata/resource.js';
import type { Transaction } from '../metadata/transaction.js';
import type { Caller } from './caller.js';
import type { PreparedWrite } from './prepared-write.js';
import type { WriteInput } from './write-input.js';
import type { Writer } from './writer.js';

/** A line that has been read. */
export interface PreparedLine {
  readonly write?: PreparedWrite;
  readonly refusal?: ClientError;
  /** What is done with an item that is there, instead of writing a body. */
  readonly change?: ItemChange;
  /** Whose line it is, where it is not that of whoever writes them all. */
  readonly caller?: Caller;
  /** What follows from the new item, in the same unit of work. */
  readonly made?: (made: Reference, writer: Writer, transaction: Transaction) => Promise<void>;
}

export interface ItemChange {
  readonly id: string;
  readonly work: (writer: Writer) => Promise<unknown>;
}

const NOTHING: WriteInput = new Map();

/** Groups of lines that a unit does one after the other, by their places, and how many lines these are. */
export interface Waves {
  readonly waves: readonly (readonly number[])[];
  readonly end: number;
}

/**
 * Lines that have nothing to do with each other come into one group; of two that have, the later comes into a later one.
 * @param results what is known of lines already: those are in no group.
 * @param most groups at most.
 */
export async function wavesOf(
  resource: Resource,
  lines: readonly PreparedLine[],
  results: readonly unknown[],
  transaction: Transaction,
  most: number,
): Promise<Waves> {
  const open = lines.flatMap(({ write, change }, place) =>
    results[place] ? [] : [{ place, input: write?.input ?? NOTHING, change }],
  );
  const own = open.map(({ input, change }) => (change ? [change.id] : uniqueKeys(resource, input)));
  const others = open.every(({ change }) => change)
    ? []
    : ((await resource.lineKeys?.(
        open.map(({ input }) => input),
        transaction,
      )) ?? open.map(() => ['any']));
  const waveOf = new Map<string, number>();
  const waves: number[][] = [];
  for (const [at, { place }] of open.entries()) {
    const keys = [...(own[at] ?? []), ...(others[at] ?? [])];
    const wave = Math.max(0, ...keys.map((key) => (waveOf.get(key) ?? -1) + 1));
    if (wave >= most) return { waves, end: place };
    for (const key of keys) waveOf.set(key, wave);
    (waves[wave] ??= []).push(place);
  }
  return { waves, end: lines.length };
}

/** Values of which there is one in a workspace, or at an integration. */
const uniqueKeys = ({ unique }: Resource, input: WriteInput): string[] =>
  unique.flatMap(({ propertyPath }) => {
    const value = input.get(propertyPath);
    return typeof value === 'string' ? [`${propertyPath} ${value.toLowerCase()}`] : [];
  });
