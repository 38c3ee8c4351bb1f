import { type Mapping } from '../../shared/mapping.js';
import { text, WHOLE } from '../schema-helpers.js';
import { ORDER } from './order.mapping.js';
import type { OrderStatus } from './order-statuses.js';

/** What a status is shown from. */
export interface StatusRows {
  readonly status: OrderStatus;
  /** What the shop itself calls it. */
  readonly label: string;
}

const NAMES: Mapping<StatusRows> = {
  id: { schema: ORDER.status_id.schema, value: ({ status }) => status.id },
  name: { schema: text('Of the status.', 'Shipped'), value: ({ status }) => status.name },
  system_label: { schema: text('The same.', 'Shipped'), value: ({ status }) => status.name },
  custom_label: {
    schema: text("What the shop's own status is called.", 'On its way'),
    value: ({ label }) => label,
  },
  system_description: {
    schema: text('What it means.', 'Everything has been sent.'),
    value: ({ status }) => status.description,
  },
};

/** A status as BigCommerce shows it. */
export const ORDER_STATUS: Mapping<StatusRows> = {
  ...NAMES,
  order: { schema: { ...WHOLE, description: 'Its place in lists.' }, value: ({ status }) => status.order },
};

/** The same, with how many orders are shown with it. */
export const STATUS_COUNT: Mapping<StatusRows & { readonly count: number }> = {
  ...NAMES,
  count: { schema: WHOLE, value: ({ count }) => count },
  sort_order: { schema: WHOLE, value: ({ status }) => status.order },
};
