import { Violations } from '../metadata/errors.js';
import type { Field, Relation } from '../metadata/field.js';
import type { ParsedRelation } from '../metadata/fields/relation.js';
import type { Reference, Resource } from '../metadata/resource.js';
import { within } from '../metadata/violation.js';
import { parseWriteInput, type WriteInput } from './write-input.js';
import { referenceTo, type References, type Wanted } from './references.js';
import type { Columns, Rows } from './rows.js';
import type { Writer } from './writer.js';

/** What the relations of a body lead to, by field. */
export type ResolvedReferences = Map<string, readonly Reference[]>;

/** What a body refers to: rows by their IRIs, and objects that it carries inside, which are made first. */
export class Embedded {
  constructor(
    private readonly writer: Pick<Writer, 'create' | 'remark'>,
    private readonly rows: Rows,
    private readonly references: References,
  ) {}

  /** Fills `found`; what is there already was given by the owner. `self` is the row, when it exists. */
  async refer(
    resource: Resource,
    input: WriteInput,
    found: ResolvedReferences,
    self?: Reference,
  ): Promise<void> {
    await this.references.lookUp(wantedBy(resource, input, found));
    for (const { name, relation } of relationsOf(resource)) {
      if (!input.has(name) || found.has(name)) continue;
      if (relation.cardinality === 'one') {
        const value = input.get(name) as ParsedRelation;
        if (isChild(relation, resource) && value !== null && value.iri === undefined) continue;
        found.set(
          name,
          value === null ? [] : [await this.one(name, relation, value, found.get('workspace')?.[0] ?? self)],
        );
      } else if (!relation.embeds) {
        const iris = (input.get(name) as readonly ParsedRelation[]).map((each) => each?.iri ?? '');
        found.set(name, await this.references.resolve(relation, iris));
      }
    }
  }

  private async one(
    name: string,
    relation: Relation,
    value: NonNullable<ParsedRelation>,
    owner?: Reference,
  ): Promise<Reference> {
    if (value.iri !== undefined)
      return (await this.references.resolve(relation, [value.iri]))[0] as Reference;
    const target = relation.target();
    const input = parseWriteInput(target, value.body, 'post', name);
    if (relation.reuseBy === undefined || !owner?.workspacePk) {
      return inside(name, () => this.writer.create(target, input));
    }
    const workspacePk = owner.workspacePk;
    const known = await this.known(target, relation, input, workspacePk);
    if (known) {
      this.tellWhatStays(name, relation, input, known);
      return referenceTo(target, known);
    }
    const references = new Map([[target.ownerFrom, { ...owner, pk: workspacePk }]]);
    const { preset } = relation;
    try {
      return await inside(name, () =>
        this.writer.create(target, input, { references, ...(preset ? { columns: preset } : {}) }),
      );
    } catch (error) {
      // another request may have made it a moment ago
      const made = error instanceof Violations && (await this.known(target, relation, input, workspacePk));
      if (!made) throw error;
      return referenceTo(target, made);
    }
  }

  /** What is there already is taken as it is, whatever else the body says of it. */
  private tellWhatStays(
    name: string,
    { target, reuseBy }: Relation,
    input: WriteInput,
    known: Columns,
  ): void {
    const others = [...input].flatMap(([field, value]) => {
      const columns = Object.entries(target().fields.get(field)?.write?.columns?.(value, String) ?? {});
      const isOther =
        field !== reuseBy && columns.some(([path, sent]) => path in known && known[path] !== sent);
      return isOther ? [field] : [];
    });
    if (others.length > 0)
      this.writer.remark(
        `${name}: there is a ${target().name} with this ${reuseBy} already, and its ${others.join(' and ')} stays as it is.`,
      );
  }

  /** What the workspace has already, such as a status by its code. */
  private async known(
    target: Resource,
    { preset, reuseBy = '' }: Relation,
    input: WriteInput,
    workspacePk: number,
  ): Promise<Columns | undefined> {
    const search = target.fields.get(reuseBy)?.search;
    const value = input.get(reuseBy);
    if (!search || typeof value !== 'string') return undefined;
    const same = { workspacePk, ...preset, [search.column]: search.stored(value) ?? '' };
    const row = await this.rows.findSame(target, same, search.column);
    // whoever makes it is before whoever finds it made
    if (!row) this.rows.claim(target, [JSON.stringify(same)]);
    return row;
  }
}

/** What a body refers to by IRIs, one each. */
function wantedBy(resource: Resource, input: WriteInput, found: ResolvedReferences): Wanted[] {
  const wanted: Wanted[] = [];
  for (const { name, relation } of relationsOf(resource)) {
    if (relation.cardinality !== 'one' || found.has(name)) continue;
    const iri = (input.get(name) as ParsedRelation | undefined)?.iri;
    if (iri !== undefined) wanted.push({ relation, iri });
  }
  return wanted;
}

type RelationField = Field & { readonly relation: Relation };

const relations = new WeakMap<Resource, readonly RelationField[]>();

/** The fields of a resource that lead to others: of dozens of fields these are few, and every write asks for them. */
export function relationsOf(resource: Resource): readonly RelationField[] {
  const known =
    relations.get(resource) ??
    [...resource.fields.values()].filter((field): field is RelationField => field.relation !== undefined);
  relations.set(resource, known);
  return known;
}

/** The object belongs to the row that embeds it, so it can only be created after it. */
export const isChild = ({ target, embeds }: Relation, resource: Resource): boolean =>
  embeds && target().fields.get(target().ownerFrom)?.relation?.target() === resource;

/** Does the work of an embedded object; its violations are told from the whole body's point of view. */
export async function inside<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Violations ? new Violations(within(path, error.violations)) : error;
  }
}
