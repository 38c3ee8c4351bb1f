import type { FieldDeclaration } from '../field.js';
import { note, type TextOptions } from './text.js';

/** Text that is sealed at rest, such as a password; null in answers when its key is gone. */
export const sealed =
  (options: TextOptions): FieldDeclaration =>
  (name) => {
    const field = note({ ...options, emptyIsNull: true })(name);
    return {
      ...field,
      toJson: (row, at, { open }) => (row[at] === null ? null : (open?.(row[at] as string) ?? null)),
      write: {
        parse: (value, path) => field.write?.parse(value, path),
        check: (value, path) => field.write?.check?.(value, path) ?? [],
        columns: (value, seal) => ({ [name]: value === null ? null : seal(value as string) }),
        default: null,
      },
    };
  };
