import type { Components } from '../../core/openapi/components.js';
import { hydraErrorSchema, problemSchema } from '../../core/openapi/error-schemas.js';
import { headers } from '../../core/openapi/headers.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import { errors, refusal } from '../../core/openapi/responses.js';
import type {
  Content,
  DocumentPart,
  Operation,
  PathItem,
  Reference,
  Schema,
} from '../../core/openapi/types.js';
import { MAX_VALUES } from './link-filter.js';
import { GROUPS } from './link-groups.js';

const TAG = 'TrackingPage';
const HASH = 'q2ZJ3xk0n1uV5pY8c7bR6tE4wQ9sD2fG1hJ0kL3mN4o';

const optional = (schema: Schema): Schema => ({ ...schema, type: [schema.type as string, 'null'] });
const texts: Schema = { type: 'array', maxItems: MAX_VALUES, items: { type: 'string' } };
const moment: Schema = { type: 'string', format: 'date-time' };
const words: Schema = { type: ['string', 'null'] };
const link: Schema = { type: 'string', format: 'uri', description: 'For the customer.' };

const FILTER: Schema = {
  type: 'object',
  description: 'All of it must hold. Empty values, and a filter that names nothing, find nothing.',
  properties: {
    id: { ...texts, description: 'Ids of shipments.' },
    email: { type: 'string', description: 'The address that shipments have.' },
    orderNumbers: texts,
    trackingNumber: { type: 'string' },
  },
};

const SENT_FILTER: Schema = {
  description:
    'What the link shows: `{"id": …}`, `{"email": …}`, `{"orderNumbers": […]}`, `{"trackingNumber": …}`, or a list of `name=value`. Other names are ignored.',
  anyOf: [
    { type: 'object', additionalProperties: true },
    { type: 'array', items: { type: 'string' } },
    { type: 'null' },
  ],
  examples: [{ email: 'ada@example.com' }],
};

const PAGE_ID: Schema = { type: 'string', minLength: 1, description: "The page's id or IRI." };
const TRACKING_NUMBER: Schema = { type: ['string', 'null'], description: 'One more condition.' };
const PREVIEW: Schema = {
  type: ['boolean', 'null'],
  description: 'For the shop: shows the page though it is not enabled, and takes no reviews.',
};

/** The path parameter of a link. */
export const linkHash = (components: Components): Reference =>
  components.parameter({
    name: 'hash',
    in: 'path',
    description: 'The hash of a link to a tracking page.',
    required: true,
    schema: { type: 'string', examples: [HASH] },
  });

const json = (schema: Schema): Content => ({ 'application/json': { schema } });

/** Links to tracking pages and what is behind them, in the OpenAPI document. */
export const trackingPageLinkPaths = (components: Components): DocumentPart => ({
  tags: [],
  paths: {
    '/generate_tracking_page_link': {
      post: generate(components, 'generateTrackingPageLink', 'Makes a link to what a filter finds', {
        sent: {
          trackingPageId: PAGE_ID,
          trackingNumber: TRACKING_NUMBER,
          filter: SENT_FILTER,
          preview: PREVIEW,
        },
        answered: {
          trackingPageId: { type: 'string', format: 'uuid' },
          filter: components.schema('LinkFilter', () => FILTER),
          preview: { type: 'boolean' },
          link,
        },
      }),
    },
    '/generate_tracking_page_links': {
      post: generate(components, 'generateTrackingPageLinks', 'Makes a link for each group of shipments', {
        sent: {
          trackingPageId: PAGE_ID,
          groupByField: optional({
            type: 'string',
            enum: [...GROUPS, null],
            description: 'There is a link for each of its values.',
          }),
          filter: SENT_FILTER,
          userId: { type: ['string', 'null'], description: 'Ignored.' },
        },
        answered: {
          trackingPageId: { type: 'string', format: 'uuid' },
          groupByField: { type: ['string', 'null'], enum: [...GROUPS, null] },
          filter: components.schema('LinkFilter', () => FILTER),
          link,
          links: {
            type: 'array',
            items: objectSchema({ value: { type: 'string', description: "The field's value." }, link }),
          },
        },
      }),
    },
    '/public/tracking_page_links/{hash}': page(components),
    '/public/tracking_page_by_domain/{subdomain}/link_search/{email}': search(components),
  },
});

function generate(
  components: Components,
  operationId: string,
  summary: string,
  { sent, answered }: Record<'sent' | 'answered', Readonly<Record<string, Schema>>>,
): Operation {
  return {
    operationId,
    tags: [TAG],
    summary,
    description:
      'The same page and filter always have the same link. What it shows is looked up when it is opened.',
    requestBody: { required: true, content: json(objectSchema(sent, ['trackingPageId'])) },
    responses: {
      201: {
        description: 'The link.',
        headers: headers(components),
        content: json(objectSchema(answered)),
      },
      ...refusal(components),
      ...errors(components, 401, 403, 409, 413, 415, 503),
    },
  };
}

const CARRIER: Schema = {
  anyOf: [objectSchema({ code: { type: 'string' }, name: { type: 'string' }, url: words }), { type: 'null' }],
};

const SHIPMENT = objectSchema({
  id: { type: 'string', format: 'uuid' },
  trackingNumber: words,
  trackingStatus: words,
  orderNumbers: { type: 'array', items: { type: 'string' } },
  originCarrier: CARRIER,
  destinationCarrier: CARRIER,
  originCountryIso2: words,
  destinationCountryIso2: words,
  createdAt: moment,
  shippedAt: optional(moment),
  expectedDeliveryDate: optional(moment),
  lastStatusUpdate: optional(moment),
  checkpoints: {
    type: 'array',
    items: objectSchema({ checkpointDate: moment, info: words, location: words, rel: words }),
  },
  items: {
    type: 'array',
    items: objectSchema({ productName: words, qty: { type: 'integer' }, imageUrl: words }),
  },
  reviewed: { type: 'boolean', description: 'It has a review already.' },
});

const PAGE = objectSchema({
  title: words,
  subdomain: { type: 'string' },
  reviewsEnabled: { type: 'boolean' },
  sidebarField: words,
  trackingNumberField: words,
  customThemeId: words,
  builder: { type: 'object', additionalProperties: true },
});

const page = (components: Components): PathItem => ({
  parameters: [linkHash(components)],
  get: {
    operationId: 'getPublicTrackingPage',
    tags: [TAG],
    summary: 'Shows what is behind a link',
    description:
      'Without a token. It says nothing about the customer: no names and no addresses of any kind.',
    security: [],
    responses: {
      200: {
        description: 'The page and its shipments, the newest first.',
        headers: headers(components),
        content: {
          ...json(
            components.schema('PublicTrackingPage', () =>
              objectSchema({ trackingPage: PAGE, shipments: { type: 'array', items: SHIPMENT } }),
            ),
          ),
          'text/html': { schema: { type: 'string' } },
        },
      },
      404: {
        description: 'The link leads nowhere, or its page is switched off.',
        content: {
          'application/ld+json': { schema: hydraErrorSchema(components) },
          'application/problem+json': { schema: problemSchema(components) },
          'text/html': { schema: { type: 'string' } },
        },
      },
      ...errors(components, 503),
    },
  },
});

const search = (components: Components): PathItem => ({
  parameters: [
    {
      name: 'subdomain',
      in: 'path',
      description: 'Of a tracking page.',
      required: true,
      schema: { type: 'string', examples: ['acme'] },
    },
    {
      name: 'email',
      in: 'path',
      description: "A customer's address.",
      required: true,
      schema: { type: 'string', format: 'email', examples: ['ada@example.com'] },
    },
  ],
  get: {
    operationId: 'searchTrackingPageLink',
    tags: [TAG],
    summary: 'Sends a customer the link to everything that is addressed to them',
    description: 'Without a token. The answer is the same whether the address is known or not.',
    security: [],
    responses: {
      200: {
        description: 'A sentence for the customer.',
        headers: headers(components),
        content: json(objectSchema({ text: { type: 'string' } })),
      },
      ...errors(components, 400, 404, 429, 503),
    },
  },
});
