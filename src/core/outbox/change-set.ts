import { type Transaction, unitKey } from '../metadata/transaction.js';

/** `prediction`: something that follows from the item and from time is another; only those hear of it who ask for it by name. */
export type Event = 'create' | 'update' | 'delete' | 'prediction';

/** An item as subscribers see it: its id, and its JSON-LD as text. */
export interface EventSnapshot {
  readonly id: string;
  readonly data: string;
}

/** What happened to a row of a resource that publishes events. */
export interface RecordedEvent {
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
  readonly snapshot?: EventSnapshot | undefined;
}

/** All that a unit of work does to one item, as one event. */
export interface PendingChange extends RecordedEvent {
  readonly columns: ReadonlySet<string>;
  readonly lists: ReadonlyMap<string, string>;
}

const NONE: ReadonlySet<string> = new Set();
const NO_LISTS: ReadonlyMap<string, string> = new Map();

/** What a unit of work has changed so far. */
export class ChangeSet {
  private readonly pending = new Map<string, PendingChange>();
  private readonly changedIn = new Set<number>();
  /** The id of the subscriber that is not told. */
  excluded: string | undefined;

  get all(): readonly PendingChange[] {
    return [...this.pending.values()];
  }

  /** The keys of the workspaces in which something has changed. */
  get workspaces(): Iterable<number> {
    return this.changedIn;
  }

  /** What has changed is written; whom it is not told stays. */
  clear(): void {
    this.pending.clear();
    this.changedIn.clear();
  }

  add(recorded: RecordedEvent): void {
    const key = `${recorded.entity} ${recorded.pk}`;
    const before = this.pending.get(key);
    if (before?.event === 'create' && recorded.event === 'delete') {
      this.pending.delete(key);
      return;
    }
    const isNew = !before && recorded.event === 'create';
    const columns = isNew ? NONE : new Set([...(before?.columns ?? []), ...(recorded.columns ?? [])]);
    const lists = isNew ? NO_LISTS : new Map([...(recorded.lists ?? []), ...(before?.lists ?? [])]);
    if (recorded.event === 'update' && columns.size + lists.size === 0) return;
    const event = before?.event === 'create' ? 'create' : recorded.event;
    // what is deleted is told of after what was deleted with it
    if (event === 'delete') this.pending.delete(key);
    this.changedIn.add(recorded.workspacePk);
    this.pending.set(key, { ...recorded, event, columns, lists });
  }
}

const CHANGES = unitKey(() => new ChangeSet());

export const changesOf = (transaction: Transaction): ChangeSet => transaction.get(CHANGES);

/**
 * Says what a unit of work does to an item; at the end of the unit its subscribers get an event, one for each item. Only
 * `core/store/touch.ts` calls it, which also raises the version of the item's workspace.
 */
export function recordEvent(event: RecordedEvent, transaction: Transaction): void {
  changesOf(transaction).add(event);
}

/** One subscriber, by its id, is not told of what this unit changes. */
export function excludeSubscriber(id: string, transaction: Transaction): void {
  changesOf(transaction).excluded = id.toLowerCase();
}
