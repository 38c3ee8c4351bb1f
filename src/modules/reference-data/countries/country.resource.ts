import { boolean } from '../../../core/metadata/fields/simple.js';
import { unsearchableText } from '../../../core/metadata/fields/text.js';
import { READ } from '../../../core/metadata/field.js';
import type { Resource } from '../../../core/metadata/resource.js';
import { defineStatic } from '../../../core/static-lists/static-list.js';

/** A country of ISO 3166-1. */
export class Country {
  /** `US` */
  readonly code!: string;
  readonly name!: string;
  /** To be offered before the others. */
  readonly preferred!: boolean;
  /** It has states. */
  readonly stateful!: boolean;
}

export const countryResource: Resource<Country> = defineStatic(Country, {
  name: 'Country',
  path: 'countries',
  description: 'A country of ISO 3166-1.',
  nameField: 'name',
  fields: {
    code: unsearchableText({ groups: READ, nullable: false, example: 'US' }),
    name: unsearchableText({ groups: READ, nullable: false, example: 'United States of America' }),
    preferred: boolean({ groups: READ, default: false, description: 'To be offered before the others.' }),
    stateful: boolean({ groups: READ, default: false, description: 'It has states.' }),
  },
});
