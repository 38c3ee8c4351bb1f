import type { Components } from '../../core/openapi/components.js';
import { headers } from '../../core/openapi/headers.js';
import { objectSchema } from '../../core/openapi/object-schema.js';
import type { DocumentPart, Operation, Schema } from '../../core/openapi/types.js';
import { ID, STATUS_ID, text, WHOLE } from './orders/order.schemas.js';
import { RATE_LIMIT_HEADERS } from './auth/rate-limit.js';
import { SWITCHES, UNKNOWN } from './store.presenter.js';
import { jsonContent } from '../shared/json-content.js';
import { answered, inPath, refusals, STORE_HASH, STORE_PATH } from './openapi-components.js';

const TAG = 'Store';

/** The store itself, in the OpenAPI document of a store. */
export function bigcommerceStorePaths(components: Components): DocumentPart {
  const store = components.parameter(STORE_HASH);
  const status = components.parameter(inPath('status_id', 'The status.', STATUS_ID));
  return {
    tags: [{ name: TAG, description: 'The store itself.' }],
    paths: {
      [`${STORE_PATH}/store`]: {
        parameters: [store],
        get: single('getStore', 'What a store says of itself', storeSchema(components), components),
      },
      [`${STORE_PATH}/order_statuses`]: {
        parameters: [store],
        get: single(
          'getOrderStatuses',
          'The statuses of orders, by their ids',
          { type: 'array', items: statusSchema(components) },
          components,
        ),
      },
      [`${STORE_PATH}/order_statuses/{status_id}`]: {
        parameters: [store, status],
        get: single('getOrderStatus', 'A status of orders', statusSchema(components), components),
      },
      [`${STORE_PATH}/time`]: {
        parameters: [store],
        get: single(
          'getTime',
          'What time it is, in seconds since 1970',
          objectSchema({ time: { type: 'integer', examples: [1552494937] } }),
          components,
        ),
      },
      '/time': { get: rootTime(components) },
    },
  };
}

const single = (operationId: string, summary: string, schema: Schema, components: Components): Operation => ({
  operationId,
  tags: [TAG],
  summary,
  responses: { 200: answered('What was asked for.', schema, components), ...refusals(components) },
});

const rootTime = (components: Components): Operation => ({
  operationId: 'getRootTime',
  tags: [TAG],
  summary: 'What time it is, in milliseconds since 1970',
  security: [],
  responses: {
    200: {
      description: 'A bare number.',
      headers: headers(components, ...RATE_LIMIT_HEADERS),
      content: jsonContent({ type: 'integer', examples: [1552494937250] }),
    },
  },
});

const statusSchema = (components: Components): Schema =>
  components.schema('OrderStatus', () =>
    objectSchema({
      id: STATUS_ID,
      name: text('Of the status.', 'Shipped'),
      system_label: text('The same.', 'Shipped'),
      custom_label: text("What the shop's own status is called.", 'On its way'),
      system_description: text('What it means.', 'Everything has been sent.'),
      order: { ...WHOLE, description: 'Its place in lists.' },
    }),
  );

const TEXT: Schema = { type: 'string' };
const NONE: Schema = { type: 'array', maxItems: 0, items: {} };
const named = (names: readonly string[], schema: Schema): Record<string, Schema> =>
  Object.fromEntries(names.map((name) => [name, schema]));

const storeSchema = (components: Components): Schema =>
  components.schema('Store', () =>
    objectSchema({
      id: text("The store's name in paths.", 'q0v5k8d2n7r3m1st'),
      account_uuid: text('The team.', '3fa85f64-5717-4562-b3fc-2c963f66afa6'),
      store_id: ID,
      default_channel_id: ID,
      default_site_id: ID,
      domain: text('Where customers see their parcels.', 'shipping.example'),
      secure_url: text('The same, as a URL.', 'https://shipping.example'),
      control_panel_base_url: text('Where the server is.', 'https://shipping.example'),
      status: text('It is there.', 'live'),
      name: text("The workspace's title.", 'Main shop'),
      first_name: text("Of the team's owner.", 'Ada'),
      last_name: text("Of the team's owner.", 'Lovelace'),
      admin_email: text("Of the team's owner.", 'ada@example.com'),
      ...named(UNKNOWN, { type: 'string', const: '' }),
      ...named(['plan_is_trial', 'is_price_entered_with_tax'], { type: 'boolean', const: false }),
      timezone: objectSchema({
        name: text("The owner's.", 'America/Chicago'),
        raw_offset: { type: 'integer', description: 'Seconds from UTC.', examples: [-21600] },
        dst_offset: { type: 'integer', description: 'The same in summer.', examples: [-18000] },
        dst_correction: { type: 'boolean', description: 'It is summer there.' },
        date_format: objectSchema(named(['display', 'export', 'extended_display'], TEXT)),
      }),
      ...named(['language', 'currency', 'currency_symbol', 'currency_symbol_location'], TEXT),
      ...named(['decimal_separator', 'thousands_separator', 'weight_units', 'dimension_units'], TEXT),
      ...named(['dimension_decimal_token', 'dimension_thousands_token'], TEXT),
      ...named(['decimal_places', 'dimension_decimal_places'], WHOLE),
      ...named(['logo', 'active_comparison_modules'], NONE),
      features: objectSchema({
        ...named(
          SWITCHES.map((name) => `${name}_enabled`),
          { type: 'boolean', const: false },
        ),
        ...named(['facebook_catalog_id', 'checkout_type'], TEXT),
        storefront_limits: objectSchema(named(['active', 'total_including_inactive'], WHOLE)),
      }),
    }),
  );
