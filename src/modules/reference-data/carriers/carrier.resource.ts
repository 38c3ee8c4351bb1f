import type { Resource } from '../../../core/metadata/resource.js';
import { READ } from '../../../core/metadata/field.js';
import { textList } from '../../../core/metadata/fields/simple.js';
import { unsearchableText } from '../../../core/metadata/fields/text.js';
import { defineStatic } from '../../../core/static-lists/static-list.js';
import { Carrier } from './carrier.js';

const ITEM = { groups: ['get'] } as const;

export const carrierResource: Resource<Carrier> = defineStatic(Carrier, {
  name: 'Carrier',
  path: 'public/carriers',
  description: 'Who carries parcels.',
  nameField: 'name',
  supportsGroups: true,
  fields: {
    code: unsearchableText({ groups: READ, nullable: false, example: 'royal-mail' }),
    name: unsearchableText({ groups: READ, nullable: false, example: 'Royal Mail' }),
    phone: unsearchableText({ ...ITEM, example: '+44 3457 740740' }),
    url: unsearchableText({ ...ITEM, format: 'url', example: 'https://www.royalmail.com' }),
    image: unsearchableText({ ...ITEM, format: 'url' }),
    countryIso2Codes: textList({
      ...ITEM,
      description: 'Where it works; none: in the whole world, or nobody knows.',
    }),
    description: unsearchableText({ ...ITEM, example: 'National post: United Kingdom.' }),
    trackingUrlTemplate: unsearchableText({
      ...ITEM,
      description: 'The page that shows a parcel, with `{}` where its number belongs.',
      example: 'https://www.royalmail.com/track-your-item#/tracking-results/{}',
    }),
  },
});
