import type { CsvHints } from './csv-hints.js';
import type { Quotas } from './quotas.js';
import type { Condition, Stored } from './condition.js';
import type { Field, FieldDeclaration, Parsed, Encrypt } from './field.js';
import type { Filter } from './filter.js';
import type { Transaction } from './transaction.js';
import type { Violation } from './violation.js';

type Scalar = string | number | boolean | null | undefined;

/** The property paths of an entity, through its relations and embedded objects: `orderItem.order.id`. */
export type Path<E, Depth extends readonly unknown[] = [1, 1]> = {
  [K in keyof E & string]: NonNullable<E[K]> extends Scalar | readonly unknown[]
    ? K
    : Depth extends readonly [unknown, ...infer Rest]
      ? K | `${K}.${Path<NonNullable<E[K]>, Rest>}`
      : K;
}[keyof E & string];

/**
 * The tenant scope of a resource's rows, a part of every query: the row belongs to a workspace, to a team or to a user,
 * or it is a workspace, a team or a user itself.
 */
export type Owner = 'workspace' | 'team' | 'user' | 'is workspace' | 'is team' | 'is user';

export type Operation = 'list' | 'item' | 'post' | 'put' | 'delete';
export const EVERYTHING: readonly Operation[] = ['list', 'item', 'post', 'put', 'delete'];
export const READ_ONLY: readonly Operation[] = ['list', 'item'];

/** A nested collection: `/<path>/{id}/<segment>` lists the target's rows whose `via` is this item. */
export interface Link {
  readonly segment: string;
  readonly target: () => Resource;
  /** The target's relation that points back. */
  readonly via: string;
}

/** A row that a reference in a body has been resolved to. */
export interface Reference {
  readonly pk: number;
  readonly id: string;
  readonly workspacePk: number | null;
  readonly teamPk: number | null;
}

/**
 * One row being created, updated or deleted; columns by property path. What hooks of one write pass on to each other
 * besides lives on the unit of work, under a `unitKey`.
 */
export interface Change<E = Record<string, Stored>> {
  readonly kind: 'create' | 'update' | 'delete';
  /** The row as it was; of a new one nothing. */
  readonly before: Readonly<E> | undefined;
  /** The row as it will be; of a deleted one nothing. */
  readonly after: E | undefined;
  /** The fields that the body carried, parsed. */
  readonly sent: ReadonlyMap<string, Parsed>;
  /** What the references of the body were resolved to, by field. */
  readonly references: ReadonlyMap<string, readonly Reference[]>;
  /** Who asks. */
  readonly userPk: number;
  /** What the client may do through which it asks; what every tenant's may where nothing is said. */
  readonly may: ReadonlySet<string> | undefined;
  /** What the answer to this write alone shows, by field: secrets that are kept as a hash. */
  readonly shown: Map<string, string>;
  /** What a tenant may have at most. */
  readonly quotas: Quotas;
  /** Makes what hooks store unreadable at rest. */
  readonly encrypt: Encrypt;
}

/** Prepares a row that is created or updated, before anybody judges it: sets columns of `after`, and refuses nothing. */
export type BeforeWrite<E> = (
  change: Change<E> & { readonly after: E },
  transaction: Transaction,
) => Promise<void> | void;

/** A business rule: what speaks against a change, before the row is written. It only judges; it may hold rows by which it does. */
export type Validator<E> = (
  change: Change<Readonly<E>>,
  transaction: Transaction,
) => Promise<readonly Violation[]> | readonly Violation[];

/** What has to be done while a row that nothing speaks against deleting is still there. */
export type BeforeDelete<E> = (
  change: Change<Readonly<E>> & { readonly before: Readonly<E> },
  transaction: Transaction,
) => Promise<void> | void;

/** What follows from a change, after the row and its parts are written, in the same transaction. */
export type AfterWrite<E> = (change: Change<Readonly<E>>, transaction: Transaction) => Promise<void> | void;

/** What a resource does at each step of a write, each list in its order. */
export interface Hooks<E> {
  readonly beforeWrite: readonly BeforeWrite<E>[];
  readonly validate: readonly Validator<E>[];
  readonly beforeDelete: readonly BeforeDelete<E>[];
  readonly afterWrite: readonly AfterWrite<E>[];
}

/**
 * What each of some bodies goes by or changes beside its own row, as keys that are the same for the same thing: an order
 * that a shipment is linked with. Of two lines of a bulk write with a key in common, the later is written after the other.
 * What two lines meet in that has no key here is found when they do, and costs a second attempt.
 */
export type LineKeys = (
  inputs: readonly ReadonlyMap<string, Parsed>[],
  transaction: Transaction,
) => Promise<readonly (readonly string[])[]> | readonly (readonly string[])[];

/** A unique rule of the database: where and how its violation is told. */
export interface Unique {
  readonly columns: readonly string[];
  readonly propertyPath: string;
  readonly message: string;
  /** Added to the message when an existing row runs into the rule. */
  readonly onUpdate?: string;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of resources mixes their entities
export interface Resource<E = any> extends Hooks<E> {
  readonly entity: new () => E;
  readonly name: string;
  readonly path: string;
  readonly description: string;
  /** The field by whose value people know an item: schema.org's `name`. */
  readonly nameField?: string | undefined;
  readonly owner: Owner;
  /** The field whose row says which workspace, team or user a new row belongs to. */
  readonly ownerFrom: string;
  /** Which of its owner's rows a user sees, over the table `t`; all of them where nothing is said. */
  readonly visibleTo?: ((userPk: number) => Condition) | undefined;
  readonly operations: readonly Operation[];
  readonly fields: ReadonlyMap<string, Field>;
  readonly filters: readonly Filter[];
  /** Filters that clients use and that the published contract does not list. */
  readonly undocumentedFilters: readonly Filter[];
  /** Top-level lists take `groups[]`, which adds the fields of other groups. */
  readonly supportsGroups: boolean;
  readonly links: readonly Link[];
  readonly unique: readonly Unique[];
  /** Rows that are deleted together with a row of this one, through the same rules. */
  readonly cascadeChildren: readonly Pick<Link, 'target' | 'via'>[];
  /** Rows that are deleted with it when the client asks so with `deleteData=1`. */
  readonly deletableData: readonly Pick<Link, 'target' | 'via'>[];
  /** Subscribers are told of what happens to its rows. */
  readonly publishesEvents: boolean;
  /** Columns that no filter reads, whose changes are written down with those that filters read. */
  readonly watched: readonly string[];
  /** How the exports of other systems are read as its items. */
  readonly csv?: CsvHints | undefined;
  /** The field by which an upsert finds the item that it means, where no external id does. */
  readonly mergeBy?: string | undefined;
  /** Many lines of a bulk write share a unit of work; those of a resource without this have one each. */
  readonly lineKeys?: LineKeys | undefined;
}

export interface ResourceDeclaration<E> extends Partial<Hooks<E>> {
  readonly name: string;
  readonly path: string;
  readonly description: string;
  readonly nameField?: keyof E & string;
  readonly owner: Owner;
  /** Default: the field `workspace`, `user` or `team`. */
  readonly ownerFrom?: keyof E & string;
  readonly visibleTo?: (userPk: number) => Condition;
  readonly operations?: readonly Operation[];
  readonly fields: Readonly<Partial<Record<keyof E & string, FieldDeclaration>>>;
  readonly filters: readonly Filter<Path<E>>[];
  readonly undocumentedFilters?: readonly Filter<Path<E>>[];
  readonly supportsGroups?: boolean;
  readonly links?: readonly Link[];
  readonly unique?: readonly (Unique & { readonly columns: readonly Path<E>[] })[];
  readonly cascadeChildren?: readonly Pick<Link, 'target' | 'via'>[];
  readonly deletableData?: readonly Pick<Link, 'target' | 'via'>[];
  readonly publishesEvents?: boolean;
  readonly watched?: readonly (keyof E & string)[];
  readonly csv?: CsvHints;
  readonly lineKeys?: LineKeys;
  readonly mergeBy?: keyof E & string;
}

/** Declares a resource; everything else (routes, queries, documents, checks) is derived from it. */
export function defineResource<E>(entity: new () => E, declaration: ResourceDeclaration<E>): Resource<E> {
  const fields = new Map<string, Field>();
  for (const [name, declare] of Object.entries(declaration.fields) as [string, FieldDeclaration][]) {
    fields.set(name, declare(name));
  }
  return {
    operations: EVERYTHING,
    undocumentedFilters: [],
    supportsGroups: false,
    links: [],
    unique: [],
    beforeWrite: [],
    validate: [],
    beforeDelete: [],
    afterWrite: [],
    cascadeChildren: [],
    deletableData: [],
    publishesEvents: false,
    watched: [],
    ...declaration,
    ownerFrom: declaration.ownerFrom ?? isOwnedBy(declaration.owner) ?? 'team',
    entity,
    fields,
  };
}

const isOwnedBy = (owner: Owner): 'workspace' | 'user' | undefined =>
  owner === 'workspace' || owner === 'user' ? owner : undefined;

/** `/shipments/<id>`. */
export const iriOf = (resource: Resource, id: string): string => `/${resource.path}/${id}`;
