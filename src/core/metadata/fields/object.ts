import type { Stored } from '../condition.js';
import { WrongType } from '../errors.js';
import { jsonText } from '../json-text.js';
import type { Field, FieldDeclaration, FieldOptions, Parsed } from '../field.js';

export interface ObjectOptions extends FieldOptions {
  /** The `@type` in JSON-LD. */
  readonly className: string;
  readonly parts: Readonly<Record<string, FieldDeclaration>>;
}

/** An object that is kept in columns of its owner (`address.city`). It is null when none of its parts has a value. */
export function object(options: ObjectOptions): FieldDeclaration {
  return (name) => {
    const parts = new Map<string, Field>();
    for (const [key, declare] of Object.entries(options.parts)) parts.set(key, declare(`${name}.${key}`));
    const list = [...parts];
    const none = new Map<string, Parsed>();
    return {
      name,
      groups: new Set(options.groups),
      required: options.required ?? false,
      description: options.description,
      schema: { type: 'object', nullable: true, className: options.className },
      reads: list.flatMap(([, part]) => part.reads),
      toJson: (row, at, context) => {
        const json: Record<string, unknown> = context.ld ? { '@type': options.className } : {};
        let empty = true;
        list.forEach(([key, part], index) => {
          const value = part.toJson(row, at + index, context);
          if (value !== null) empty = false;
          json[key] = value;
        });
        return empty ? null : json;
      },
      toText: (row, at, context) => {
        let text = context.ld ? `{"@type":"${options.className}"` : '{';
        let separator = context.ld ? ',' : '';
        let empty = true;
        list.forEach(([key, part], index) => {
          const value = jsonText(part.toJson(row, at + index, context));
          if (value !== 'null') empty = false;
          text += `${separator}"${key}":${value}`;
          separator = ',';
        });
        return empty ? 'null' : `${text}}`;
      },
      write: {
        parse: (value, path) => {
          if (value === null) return none;
          if (typeof value !== 'object') throw new WrongType(path, 'array', value);
          const sent = value as Record<string, unknown>;
          const parsed = new Map<string, Parsed>();
          for (const [key, part] of list) {
            if (Object.hasOwn(sent, key) && part.write)
              parsed.set(key, part.write.parse(sent[key], `${path}.${key}`));
          }
          return parsed;
        },
        check: (value, path) =>
          [...(value as Map<string, Parsed>)].flatMap(
            ([key, each]) => parts.get(key)?.write?.check?.(each, `${path}.${key}`) ?? [],
          ),
        columns: (value, encrypt) => {
          const columns: Record<string, Stored> = {};
          for (const [key, part] of list) {
            const own = (value as Map<string, Parsed>).get(key) ?? null;
            Object.assign(columns, part.write?.columns?.(own, encrypt));
          }
          return columns;
        },
        default: none,
      },
      parts,
    };
  };
}
