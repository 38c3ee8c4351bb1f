import { isAddress } from '../../../core/metadata/identity.js';
import type { FieldDeclaration, FieldOptions } from '../../../core/metadata/field.js';
import { jsonColumn, listFrom } from '../../../core/metadata/fields/simple.js';
import { parseText } from '../../../core/metadata/fields/text.js';
import { hasTooMany, isNoChoice, isNoEmail, type Violation } from '../../../core/metadata/violation.js';

const textsFrom = (value: unknown, path: string): string[] =>
  listFrom(value, path).map((each, index) => (parseText(each, `${path}[${index}]`, false) ?? '').trim());

/** A list of e-mail addresses. */
export const addressList = (options: FieldOptions & { readonly max: number }): FieldDeclaration =>
  jsonColumn<readonly string[]>(
    { ...options, none: [] },
    { type: 'array', maxItems: options.max, items: { type: 'string', format: 'email' } },
    textsFrom,
    (list, path): Violation[] => [
      ...(list.length > options.max ? [hasTooMany(path, options.max)] : []),
      ...list.flatMap((each, index) => (isAddress(each) ? [] : [isNoEmail(`${path}[${index}]`)])),
    ],
  );

/** A list of some words. */
export const choiceList = (
  options: FieldOptions & { readonly choices: readonly string[] },
): FieldDeclaration =>
  jsonColumn<readonly string[]>(
    { ...options, none: [] },
    { type: 'array', items: { type: 'string', enum: options.choices } },
    (value, path) => [...new Set(textsFrom(value, path))],
    (list, path) =>
      list.flatMap((each, index) =>
        options.choices.includes(each) ? [] : [isNoChoice(`${path}[${index}]`)],
      ),
  );
