import type { FieldDeclaration } from '../../../core/metadata/field.js';
import { lowerCode, type TextOptions } from '../../../core/metadata/fields/text.js';

/** What columns call an event whose name is longer than they are. */
const SHORT: Readonly<Record<string, string>> = { 'prediction.changed': 'prediction' };

/** An event as webhooks are told it. */
export const toldEvent = (stored: string): string =>
  Object.keys(SHORT).find((name) => SHORT[name] === stored) ?? stored;

/** What has happened: `create`, `update`, `delete`, or `prediction.changed`. */
export const webhookEvent =
  (options: TextOptions): FieldDeclaration =>
  (name) => {
    const choices = ['create', 'update', 'delete', ...Object.keys(SHORT)];
    const field = lowerCode({ choices, emptyIsNull: true, ...options })(name);
    return {
      ...field,
      toJson: (row, at) => (row[at] === null ? null : toldEvent(row[at] as string)),
      write: field.write && {
        ...field.write,
        columns: (value) => ({ [name]: SHORT[String(value)] ?? (value as string | null) }),
      },
    };
  };
