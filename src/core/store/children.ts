import { condition, type Condition } from '../metadata/condition.js';
import { Violations } from '../metadata/errors.js';
import type { Relation } from '../metadata/field.js';
import type { ParsedRelation } from '../metadata/fields/relation.js';
import { iriOf, type Reference, type Resource } from '../metadata/resource.js';
import type { Transaction } from '../metadata/transaction.js';
import { CODE } from '../metadata/violation.js';
import { parseWriteInput, type WriteInput } from './write-input.js';
import { inside, isChild, relationsOf } from './embedded.js';
import type { References } from './references.js';
import type { Columns, Rows } from './rows.js';
import type { Writer } from './writer.js';

/** What belongs to a row and is written with it: lists of parts, and single objects that need their owner first. */
export class Children {
  constructor(
    private readonly writer: Pick<Writer, 'create' | 'update' | 'removeRow'>,
    private readonly rows: Rows,
    private readonly references: References,
    private readonly transaction: Transaction,
  ) {}

  async write(resource: Resource, input: WriteInput, self: Reference, isNew: boolean): Promise<void> {
    for (const { name, relation } of relationsOf(resource)) {
      if (!relation.embeds || !input.has(name)) continue;
      if (relation.cardinality === 'many') {
        await this.writeList(
          name,
          relation,
          resource,
          input.get(name) as readonly ParsedRelation[],
          self,
          isNew,
        );
        continue;
      }
      const value = input.get(name) as ParsedRelation;
      if (!isChild(relation, resource) || !value?.body || value.iri !== undefined) continue;
      const part = await this.createChild(
        name,
        relation.target(),
        value.body,
        relation.target().ownerFrom,
        self,
      );
      await this.rows.update(resource, { pk: self.pk }, { [relation.column ?? '']: part.pk });
    }
  }

  /** `@id` changes a part, none creates one, and what the list leaves out is deleted. */
  private async writeList(
    name: string,
    relation: Relation,
    resource: Resource,
    list: readonly ParsedRelation[],
    self: Reference,
    isNew: boolean,
  ): Promise<void> {
    const target = relation.target();
    const via = resource.cascadeChildren.find((part) => part.target() === target)?.via ?? '';
    if (isNew && this.transaction.gathers && areAlike(target, list)) {
      await allOf(
        list.map(async (each, index) => {
          if (each) await this.createChild(`${name}[${index}]`, target, each.body, via, self);
        }),
      );
      return;
    }
    const rows = isNew ? [] : await this.rows.find(target, isOf(via, self.pk));
    const kept = new Map(rows.map((row) => [iriOf(target, row.id as string), row]));
    for (const [index, each] of list.entries())
      if (each?.iri !== undefined && !kept.has(each.iri))
        await this.refuseOthers(`${name}[${index}]`, relation, resource, self, each.iri);
    const named = new Set(list.map((each) => each?.iri));
    for (const [iri, row] of kept) if (!named.has(iri)) await this.writer.removeRow(target, row);
    for (const [index, each] of list.entries()) {
      const path = `${name}[${index}]`;
      if (each?.iri === undefined) {
        if (each) await this.createChild(path, target, each.body, via, self);
      } else if (each.body) {
        const input = parseWriteInput(target, each.body, 'put', path);
        const id = kept.get(each.iri)?.id as string;
        await inside(path, () => this.writer.update(target, id, input));
      }
    }
  }

  /** @throws Violations when the part is one of another row, BadInput when it is not there. */
  private async refuseOthers(
    path: string,
    relation: Relation,
    { name }: Resource,
    self: Reference,
    iri: string,
  ): Promise<void> {
    for (const part of await this.references.resolve(relation, [iri]))
      this.references.assertBelongs(part, relation.target(), self);
    const message = `This ${relation.target().name} belongs to another ${name}, and stays there.`;
    throw new Violations([{ propertyPath: path, message, code: CODE.choice }]);
  }

  private createChild(
    path: string,
    target: Resource,
    body: unknown,
    via: string,
    self: Reference,
  ): Promise<Reference> {
    const input = parseWriteInput(target, body, 'post', path);
    return inside(path, () => this.writer.create(target, input, { references: new Map([[via, self]]) }));
  }
}

/**
 * Whether parts that are all new may be made side by side: their bodies are alike, so that they take the same steps and come in
 * their order, and none says what another says where there may be one of it, or names what another names where that is counted.
 */
function areAlike(target: Resource, list: readonly ParsedRelation[]): boolean {
  const bodies = list.map((each) =>
    each?.iri === undefined ? (each?.body as Columns | undefined) : undefined,
  );
  const [keys, ...others] = bodies.map((body) => body && Object.keys(body).sort().join());
  const areDifferent = (name: string): boolean => {
    const values = bodies.flatMap((body) => body?.[name] ?? []);
    return new Set(values.map((value) => String(value).toLowerCase())).size === values.length;
  };
  const counted = relationsOf(target).filter(({ relation }) => relation.isCounted);
  return (
    keys !== undefined &&
    others.every((each) => each === keys) &&
    target.unique.every(({ propertyPath }) => areDifferent(propertyPath)) &&
    counted.every(({ name }) => areDifferent(name))
  );
}

/** Waits for all. @throws what the first of them throws in their order, as if they had come one after the other. */
async function allOf(works: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find(({ status }) => status === 'rejected');
  if (failed) throw (failed as PromiseRejectedResult).reason;
}

/** The rows whose relation leads to a row. */
export const isOf = (via: string, pk: number): Condition => condition(`t.${via}Pk = ?`, pk);
