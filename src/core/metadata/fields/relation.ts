import { BadInput, WrongType } from '../errors.js';
import type { Field, FieldDeclaration, FieldOptions, Group, ReadContext, Row, Write } from '../field.js';
import type { Resource } from '../resource.js';
import { idFrom, listFrom } from './simple.js';

/** A relation in a body: a reference, an object to create (or, with an `@id`, to update), or nothing. */
export type ParsedRelation =
  | { readonly iri: string; readonly body?: undefined }
  | { readonly iri?: string; readonly body: Readonly<Record<string, unknown>> }
  | null;

const IRI = /^(?:\/[A-Za-z0-9_-]+)+\/[^/\s?#]+$/;

export interface ToOneOptions extends FieldOptions {
  /** Bodies may carry the object itself, which is created with its owner. */
  readonly embeds?: boolean;
  /** Answers carry the object itself instead of its IRI, as this group shows it (default `get`). */
  readonly embedded?: boolean;
  readonly embeddedGroup?: Group;
  /** Columns that every object of this relation has. */
  readonly preset?: Readonly<Record<string, string>>;
  /** An embedded object with this field's value is taken when the workspace has it already. */
  readonly reuseBy?: string;
  /** The answer to a POST carries the object itself. */
  readonly embeddedOnPost?: boolean;
  /** What it leads to keeps count of those that name it, such as an order item of how many are in shipments. */
  readonly isCounted?: boolean;
}

function parseRelation(value: unknown, path: string, embeds: boolean): ParsedRelation {
  if (value === null || (value === '' && !embeds)) return null;
  if (typeof value === 'string') {
    if (!IRI.test(value)) throw new BadInput(`Invalid IRI "${value.slice(0, 200)}".`);
    return { iri: value };
  }
  if (typeof value !== 'object') throw new WrongType(path, 'string', value);
  const body = value as Readonly<Record<string, unknown>>;
  const iri = body['@id'];
  if (iri !== undefined && (typeof iri !== 'string' || !IRI.test(iri))) {
    throw new BadInput(`Invalid IRI "${typeof iri === 'string' ? iri.slice(0, 200) : ''}".`);
  }
  if (embeds) return iri === undefined ? { body } : { iri, body };
  if (iri === undefined) {
    throw new BadInput(`Nested documents for attribute "${path}" are not allowed. Use IRIs instead.`);
  }
  return { iri };
}

/** A reference to one row of another resource; the foreign key is the property `<name>Pk`. */
export function toOne(target: () => Resource, options: ToOneOptions): FieldDeclaration {
  const embeds = options.embeds ?? false;
  return (name) => {
    const reading = options.embedded
      ? embeddedReading(name, target, options.embeddedGroup ?? 'get')
      : iriReading(name, target);
    const write: Write = {
      parse: (value, path) => {
        const parsed = parseRelation(value, path, embeds);
        return options.required && parsed === null ? null : parsed;
      },
      default: null,
    };
    return {
      name,
      groups: new Set(options.groups),
      required: options.required ?? false,
      description: options.description,
      schema: { type: 'string', format: 'iri-reference', nullable: !options.required },
      // a resource may embed itself, which is not there yet
      get reads() {
        return reading.reads;
      },
      toJson: reading.toJson,
      ...(reading.toText ? { toText: reading.toText } : {}),
      write,
      search: { column: `${name}.id`, kind: 'id', stored: idFrom },
      relation: {
        target,
        cardinality: 'one',
        column: `${name}Pk`,
        embeds,
        embedded: options.embedded ?? false,
        embeddedGroup: options.embeddedGroup,
        preset: options.preset,
        reuseBy: options.reuseBy,
        embeddedOnPost: options.embeddedOnPost,
        isCounted: options.isCounted,
      },
    };
  };
}

type Reading = Pick<Field, 'reads' | 'toJson' | 'toText'>;

const iriReading = (name: string, target: () => Resource): Reading => ({
  reads: [`${name}.id`],
  toJson: (row, at) => (row[at] === null ? null : `/${target().path}/${row[at] as string}`),
  toText: (row, at) => (row[at] === null ? 'null' : `"/${target().path}/${row[at] as string}"`),
});

/** The whole object, with the fields of a group; only for targets whose fields are columns of their own. */
function embeddedReading(name: string, target: () => Resource, group: Group): Reading {
  const fields = (): Field[] => [...target().fields.values()].filter((field) => field.groups.has(group));
  return {
    get reads() {
      return [
        `${name}.id`,
        ...fields().flatMap((field) => field.reads.map((each) => `${name}.${each as string}`)),
      ];
    },
    toJson: (row: Row, at: number, context: ReadContext) => {
      if (row[at] === null) return null;
      const { path, name: type } = target();
      const json: Record<string, unknown> = context.ld
        ? { '@id': `/${path}/${row[at] as string}`, '@type': type }
        : {};
      let next = at + 1;
      for (const field of fields()) {
        json[field.name] = field.toJson(row, next, context);
        next += field.reads.length;
      }
      return json;
    },
  };
}

export interface ToManyOptions extends FieldOptions {
  /** Elements of bodies may be whole objects, which are created with their owner. */
  readonly embeds?: boolean;
  /** Where their ids are, by the alias of the owner's table. */
  readonly listed: (owner: string) => { readonly id: string; readonly from: string; readonly order: string };
}

/** References to rows of another resource. */
export function toMany(target: () => Resource, options: ToManyOptions): FieldDeclaration {
  const embeds = options.embeds ?? false;
  return (name) => ({
    name,
    groups: new Set(options.groups),
    required: false,
    description: options.description,
    schema: { type: 'array', format: 'iri-reference' },
    reads: [
      ({ alias, dialect }) => {
        const { id, from, order } = options.listed(alias);
        return dialect.listed(id, from, order);
      },
    ],
    toJson: (row, at) =>
      row[at] === null ? [] : (row[at] as string).split(',').map((id) => `/${target().path}/${id}`),
    toText: (row, at) =>
      row[at] === null
        ? '[]'
        : `["/${target().path}/${(row[at] as string).replaceAll(',', `","/${target().path}/`)}"]`,
    write: {
      parse: (value, path) =>
        value === null
          ? []
          : listFrom(value, path).map((each, index) => parseRelation(each, `${path}[${index}]`, embeds)),
      default: undefined,
    },
    relation: { target, cardinality: 'many', embeds, embedded: false },
  });
}
