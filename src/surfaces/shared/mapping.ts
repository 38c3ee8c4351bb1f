import { objectSchema } from '../../core/openapi/object-schema.js';
import type { Schema } from '../../core/openapi/types.js';

/** A field of an object that a surface answers. */
export interface MappedField<Source> {
  /** What it is, in the OpenAPI document. */
  readonly schema: Schema;
  /** How it follows from the rows that are shown. */
  readonly value: (source: Source) => unknown;
  /** Lists can be sorted by it: SQL over the table `t`. */
  readonly sortBy?: string;
  /** It may be left out: where its value is undefined. */
  readonly isOptional?: boolean;
}

/** A field with one value. */
export const constant = <Source>(schema: Schema, value: unknown): MappedField<Source> => ({
  schema,
  value: () => value,
});

/** The fields of an object by their names in answers, in the order of answers. */
export type Mapping<Source> = Readonly<Record<string, MappedField<Source>>>;

/** The object as it is answered. */
export const present = <Source>(
  mapping: Mapping<Source>,
  source: Source,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(mapping).map(([name, { value }]) => [name, value(source)]));

/** The object in the OpenAPI document. */
export const schemaOf = (mapping: Mapping<never>): Schema =>
  objectSchema(
    Object.fromEntries(Object.entries(mapping).map(([name, { schema }]) => [name, schema])),
    Object.keys(mapping).filter((name) => !mapping[name]?.isOptional),
  );

/** A schema by its name in the components of the document. */
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** What lists of the object can be sorted by: SQL over the table `t`, by name. */
export const sortsOf = (mapping: Mapping<never>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(mapping).flatMap(([name, { sortBy }]) => (sortBy === undefined ? [] : [[name, sortBy]])),
  );
