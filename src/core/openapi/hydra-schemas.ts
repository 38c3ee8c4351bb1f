import type { Components } from './components.js';
import { objectSchema } from './object-schema.js';
import type { Reference, Schema } from './types.js';

const text: Schema = { type: 'string' };
const iri: Schema = { type: 'string', format: 'iri-reference' };

const HYDRA_VIEW = objectSchema(
  {
    '@id': iri,
    '@type': { const: 'hydra:PartialCollectionView' },
    'hydra:first': iri,
    'hydra:last': iri,
    'hydra:previous': iri,
    'hydra:next': iri,
  },
  ['@id', '@type'],
);

const HYDRA_SEARCH = objectSchema({
  '@type': { const: 'hydra:IriTemplate' },
  'hydra:template': { ...text, examples: ['/shipments{?page,itemsPerPage}'] },
  'hydra:variableRepresentation': { const: 'BasicRepresentation' },
  'hydra:mapping': {
    type: 'array',
    items: objectSchema({
      '@type': { const: 'IriTemplateMapping' },
      variable: text,
      property: { type: ['string', 'null'] },
      required: { type: 'boolean' },
    }),
  },
});

const HYDRA_COLLECTION: Schema = {
  ...objectSchema(
    {
      '@context': iri,
      '@id': { ...iri, description: 'The path of the list, without its query.' },
      '@type': { const: 'hydra:Collection' },
      'hydra:member': { type: 'array', items: { type: 'object' } },
      'hydra:totalItems': {
        type: 'integer',
        minimum: 0,
        description: 'How many there are on all pages; not there with `Prefer: count=none`.',
      },
      'hydra:view': {
        ...HYDRA_VIEW,
        description: 'Where this page stands; not there when it is the only one and there is no query.',
      },
      'hydra:search': { ...HYDRA_SEARCH, description: 'What the list can be filtered and sorted by.' },
    },
    ['@context', '@id', '@type', 'hydra:member'],
  ),
  description: 'A page of a list.',
};

/** The envelope of a list. */
export const hydraCollectionSchema = (components: Components): Reference =>
  components.schema('HydraCollection', () => HYDRA_COLLECTION);
