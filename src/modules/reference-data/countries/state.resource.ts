import { unsearchableText } from '../../../core/metadata/fields/text.js';
import { READ } from '../../../core/metadata/field.js';
import type { Resource } from '../../../core/metadata/resource.js';
import { defineStatic } from '../../../core/static-lists/static-list.js';

/** A part of a country, of ISO 3166-2: a state, province or the like. */
export class State {
  /** `US-CA` */
  readonly code!: string;
  readonly name!: string;
}

export const stateResource: Resource<State> = defineStatic(State, {
  name: 'State',
  path: 'states',
  description: 'A part of a country, of ISO 3166-2: a state, province or the like.',
  nameField: 'name',
  fields: {
    code: unsearchableText({ groups: READ, nullable: false, example: 'US-CA' }),
    name: unsearchableText({ groups: READ, nullable: false, example: 'California' }),
  },
});
