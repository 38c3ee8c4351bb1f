import type { Transaction } from '../metadata/transaction.js';

export type Event = 'create' | 'update' | 'delete';

/** An item as subscribers see it: its id, and its JSON-LD as text. */
export interface Told {
  readonly id: string;
  readonly data: string;
}

/** What happened to a row of a resource that announces its changes. */
export interface RecordedChange {
  /** The path of the resource: `shipments`. */
  readonly entity: string;
  readonly event: Event;
  readonly pk: number;
  readonly workspacePk: number;
  /** The property paths of the columns that an update changed; which fields these are, the declaration says. */
  readonly columns?: Iterable<string>;
  /** Lists of references as JSON, as they were before the update, by field. */
  readonly lists?: ReadonlyMap<string, string> | undefined;
  /** A deleted item as it was. */
  readonly told?: Told | undefined;
}

/** One item's changes in a unit of work, as one. */
export interface Noted extends RecordedChange {
  readonly columns: Set<string>;
  readonly lists: ReadonlyMap<string, string>;
}

/** What a unit of work has changed so far. */
export class Changes {
  private readonly noted = new Map<string, Noted>();
  /** The id of the subscriber that is not told. */
  except: string | undefined;

  get all(): readonly Noted[] {
    return [...this.noted.values()];
  }

  add(change: RecordedChange): void {
    const key = `${change.entity} ${change.pk}`;
    const before = this.noted.get(key);
    if (before?.event === 'create' && change.event === 'delete') {
      this.noted.delete(key);
      return;
    }
    const columns = new Set([...(before?.columns ?? []), ...(change.columns ?? [])]);
    const lists = new Map([...(change.lists ?? []), ...(before?.lists ?? [])]);
    const event = before?.event === 'create' ? 'create' : change.event;
    // what is deleted is told of after what was deleted with it
    if (event === 'delete') this.noted.delete(key);
    this.noted.set(key, { ...change, event, columns, lists });
  }
}

const units = new WeakMap<Transaction, Changes>();

export function changesOf(transaction: Transaction): Changes {
  const known = units.get(transaction);
  if (known) return known;
  const made = new Changes();
  units.set(transaction, made);
  return made;
}

/** The changes of a unit, when it has any. */
export const changesIn = (transaction: Transaction): Changes | undefined => units.get(transaction);

/**
 * Says what a unit of work does to an item; at the end of the unit its subscribers get an event, one for each item.
 * The store records what it writes; whoever changes announced rows with SQL of their own calls it.
 */
export function recordChange(change: RecordedChange, transaction: Transaction): void {
  changesOf(transaction).add(change);
}

/** One subscriber, by its id, is not told of what this unit changes. */
export function tellAllBut(id: string, transaction: Transaction): void {
  changesOf(transaction).except = id.toLowerCase();
}
