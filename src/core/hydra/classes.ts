import type { Field, FieldSchema, Group } from '../metadata/field.js';
import { EVERYTHING, type Operation, type Resource } from '../metadata/resource.js';

/** A class of the vocabulary: a resource, or an object that resources carry. */
export interface VocabularyClass {
  readonly name: string;
  readonly description: string | undefined;
  readonly properties: readonly VocabularyProperty[];
  /** The path of the lists and items, of a resource. */
  readonly path: string | undefined;
  readonly operations: readonly Operation[];
}

export interface VocabularyProperty {
  readonly name: string;
  readonly description: string | undefined;
  /** The type of its values: `xmls:string`, `rdf:JSON`, `#Workspace`. */
  readonly range: string;
  /** The values are IRIs of items. */
  readonly isLink: boolean;
  /** The class of the objects that answers carry in place, always or after a POST. */
  readonly holds: string | undefined;
  /** There is at most one object or IRI. */
  readonly isOne: boolean;
  readonly isRequired: boolean;
  readonly isReadable: boolean;
  readonly isWriteable: boolean;
  /** People know an item by it. */
  readonly isName?: boolean;
}

/** The type of JSON whose inside is the client's own. */
export const JSON_RANGE = 'rdf:JSON';
export const DATE_TIME_RANGE = 'xmls:dateTime';

const RANGES: Readonly<Record<FieldSchema['type'], string>> = {
  string: 'xmls:string',
  integer: 'xmls:integer',
  number: 'xmls:decimal',
  boolean: 'xmls:boolean',
  // no type of XML Schema: what API Platform's tools know a list of plain values by
  array: 'xmls:array',
  object: JSON_RANGE,
};

function rangeOf({ schema, relation }: Field): string {
  const className = relation?.target().name ?? schema.target?.().name ?? schema.className;
  if (className !== undefined) return `#${className}`;
  return schema.format === 'date-time' ? DATE_TIME_RANGE : RANGES[schema.type];
}

function propertyOf(name: string, field: Field, isWritten: boolean): VocabularyProperty {
  const { schema, relation, groups } = field;
  const has = (...some: Group[]): boolean => some.some((group) => groups.has(group));
  const isInPlace = relation?.embedded || relation?.embeddedOnPost;
  return {
    name,
    description: field.description,
    range: rangeOf(field),
    isLink: schema.target !== undefined || (relation !== undefined && !relation.embedded),
    holds: isInPlace ? relation.target().name : schema.className,
    isOne: relation
      ? relation.cardinality === 'one'
      : schema.target !== undefined || schema.className !== undefined,
    isRequired: field.required,
    isReadable: has('get', 'getc'),
    isWriteable: isWritten && has('post', 'put'),
  };
}

/** Fields of no group are searched only: nobody sees them. */
const propertiesOf = (fields: ReadonlyMap<string, Field>, isWritten = true): VocabularyProperty[] =>
  [...fields]
    .filter(([, field]) => field.groups.size > 0)
    .map(([name, field]) => propertyOf(name, field, isWritten));

/** The objects that a resource's fields hold, such as an address. */
const objectsIn = (resource: Resource): VocabularyClass[] =>
  [...resource.fields.values()].flatMap(({ schema, parts }) =>
    parts && schema.className !== undefined
      ? [
          {
            name: schema.className,
            description: undefined,
            properties: propertiesOf(parts),
            path: undefined,
            operations: [],
          },
        ]
      : [],
  );

/**
 * The classes of the resources, in their order, then those of the objects that they carry, each once.
 * @throws when a field leads to a class that there is not, or one name stands for two classes.
 */
export function vocabularyOf(resources: readonly Resource[]): readonly VocabularyClass[] {
  const classes = new Map<string, VocabularyClass>();
  const add = (each: VocabularyClass): void => {
    const before = classes.get(each.name);
    if (before && JSON.stringify(before) !== JSON.stringify(each)) {
      throw new Error(`${each.name} is the name of two different classes.`);
    }
    classes.set(each.name, each);
  };
  for (const { name, description, path, operations, fields, nameField } of resources) {
    const inOrder = EVERYTHING.filter((operation) => operations.includes(operation));
    const isWritten = operations.includes('post') || operations.includes('put');
    const properties = propertiesOf(fields, isWritten).map((each) =>
      each.name === nameField ? { ...each, isName: true } : each,
    );
    add({ name, description, path, operations: inOrder, properties });
  }
  resources.flatMap(objectsIn).forEach(add);
  for (const { name, properties } of classes.values()) {
    const lost = properties.find(({ range }) => range.startsWith('#') && !classes.has(range.slice(1)));
    if (lost) throw new Error(`${name}: "${lost.name}" leads to ${lost.range}, which is not registered.`);
  }
  return [...classes.values()];
}

/** `orderItem`, for `OrderItem`: the entrypoint's name of a resource's list. */
export const entryOf = ({ name }: Pick<VocabularyClass, 'name'>): string =>
  `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

/** The classes that have a top-level list. */
export const listedIn = (classes: readonly VocabularyClass[]): VocabularyClass[] =>
  classes.filter(({ operations }) => operations.includes('list'));
