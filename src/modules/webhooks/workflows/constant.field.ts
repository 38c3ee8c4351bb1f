import { ALWAYS, NEVER } from '../../../core/metadata/condition.js';
import { READ, type FieldDeclaration, type FieldSchema } from '../../../core/metadata/field.js';
import { derived } from '../../../core/metadata/fields/simple.js';
import type { Filter } from '../../../core/metadata/filter.js';

/** A field that has the same value in every row. */
export const constant =
  (schema: FieldSchema, value: unknown): FieldDeclaration =>
  (name) => ({
    ...derived({ groups: READ, schema, reads: [], toJson: () => value })(name),
    // of its filter, which compares no column
    search: { column: 'pk', kind: 'text', stored: (text) => text },
  });

/**
 * `parameter=x` about a constant: all rows match or none does.
 * @param matches whether the constant is what is asked for; undefined when the text cannot be used
 */
export const constantFilter = <P extends string>(
  parameter: string,
  path: P,
  description: string,
  matches: (text: string) => boolean | undefined,
): Filter<P> => ({
  class: {
    parameters: () => [{ name: parameter, property: path, type: 'string', description }],
    query: (_path, _searched, asked) => {
      const [text] = asked.list(parameter) ?? [];
      if (text === undefined) return undefined;
      const matching = matches(text);
      if (matching !== undefined) return matching ? ALWAYS : NEVER;
      asked.unusable(parameter);
      return undefined;
    },
  },
  paths: [path],
});
