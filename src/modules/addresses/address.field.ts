import { isCountryCode } from '../reference-data/countries/countries.js';
import { type FieldDeclaration, type FieldOptions, ALL } from '../../core/metadata/field.js';
import { object } from '../../core/metadata/fields/object.js';
import { isNoCountry } from '../../core/metadata/violation.js';
import { unsearchableText, text, upperCode } from '../../core/metadata/fields/text.js';

const part = { groups: ALL };

/** An address; real clients send empty strings for what they do not know. */
export const address = (options: FieldOptions): FieldDeclaration =>
  object({
    ...options,
    className: 'Address',
    parts: {
      addressLine1: text({ ...part, example: '1 Main St' }),
      addressLine2: text(part),
      city: text({ ...part, example: 'Vienna' }),
      company: text(part),
      country: unsearchableText(part),
      countryIso2: upperCode({
        ...part,
        exactly: 2,
        pattern: /^[A-Z]{2}$/,
        refusal: (code, path) => (isCountryCode(code) ? undefined : isNoCountry(path)),
        example: 'AT',
        description: 'ISO 3166, of a country that there is.',
      }),
      firstName: text(part),
      lastName: text(part),
      postcode: text({ ...part, example: '1010' }),
      state: text(part),
    },
  });
