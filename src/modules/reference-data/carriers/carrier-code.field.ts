import type { FieldDeclaration } from '../../../core/metadata/field.js';
import { lowerCode, type TextOptions } from '../../../core/metadata/fields/text.js';
import { resolveCarrierName, resolveCarrierOrService } from './carrier-names.js';

const PATTERN = /^[a-z\d._-]+$/;

/** A code of the catalogue. Bodies and filters may have another's code, `bpost`, or a name, `United Parcel Service`. */
export const carrierCode =
  (options: TextOptions): FieldDeclaration =>
  (name) => {
    const field = lowerCode({
      max: 100,
      pattern: PATTERN,
      emptyIsNull: true,
      example: 'ups',
      ...options,
    })(name);
    const { write, search } = field;
    return {
      ...field,
      write: write && {
        ...write,
        parse: (value, path) => {
          const code = write.parse(value, path);
          if (typeof code !== 'string') return code;
          return (PATTERN.test(code) ? resolveCarrierName(code) : resolveCarrierOrService(code)) ?? code;
        },
      },
      search: search && { ...search, stored: (text) => resolveCarrierOrService(text) ?? search.stored(text) },
    };
  };
