import type { FieldDeclaration } from '../field.js';
import { unsearchableText, type TextOptions } from './text.js';

/** What answers have in place of a secret that is set. */
export const MASK = '********';

/**
 * Text that is written and never read, such as a password: encrypted at rest, a mask in answers. Who sends the mask back
 * changes nothing.
 */
export const encrypted =
  (options: TextOptions): FieldDeclaration =>
  (name) => {
    const field = unsearchableText({ ...options, emptyIsNull: true })(name);
    return {
      ...field,
      toJson: (row, at) => (row[at] === null ? null : MASK),
      write: {
        isUnchanged: (value) => value === MASK,
        parse: (value, path) => field.write?.parse(value, path),
        check: (value, path) => field.write?.check?.(value, path) ?? [],
        columns: (value, encrypt) => ({ [name]: value === null ? null : encrypt(value as string) }),
        default: null,
      },
    };
  };
