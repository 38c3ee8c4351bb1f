import { isUUID } from 'class-validator';
import type { FieldDeclaration, FieldOptions } from '../../core/metadata/field.js';
import { idFrom } from '../../core/metadata/fields/simple.js';
import { lowerCode, parseText } from '../../core/metadata/fields/text.js';
import { isNotValid } from '../../core/metadata/violation.js';

/** The id of something of one of several kinds; bodies and queries may have its IRI. */
export const entityId =
  (options: FieldOptions): FieldDeclaration =>
  (name) => {
    const field = lowerCode({ ...options, nullable: false })(name);
    return {
      ...field,
      schema: { type: 'string', format: 'uuid', example: '3fa85f64-5717-4562-b3fc-2c963f66afa6' },
      write: {
        parse: (value, path) => {
          const text = (parseText(value, path, false) ?? '').trim().toLowerCase();
          return text.slice(text.lastIndexOf('/') + 1);
        },
        check: (value, path) => (isUUID(value) ? [] : [isNotValid(path)]),
        columns: (value) => ({ [name]: value as string }),
      },
      search: { column: name, kind: 'id', stored: idFrom },
    };
  };
