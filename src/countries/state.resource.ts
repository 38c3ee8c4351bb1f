import { note } from '../resource/fields/text.js';
import { READ } from '../resource/field.js';
import type { Resource } from '../resource/resource.js';
import { defineStatic } from '../static-lists/static-list.js';

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
  fields: {
    code: note({ groups: READ, nullable: false, example: 'US-CA' }),
    name: note({ groups: READ, nullable: false, example: 'California' }),
  },
});
