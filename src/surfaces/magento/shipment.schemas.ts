import { objectSchema } from '../../core/openapi/object-schema.js';
import type { Schema } from '../../core/openapi/types.js';
import { ref, schemaOf } from '../shared/mapping.js';
import { whole } from './schema-helpers.js';
import { SHIPMENT, SHIPMENT_ITEM, TRACK } from './shipment.mapping.js';

const LIST = objectSchema(
  {
    shipments: { type: 'array', items: ref('Shipment') },
    page: whole(1, 'With `include_pagination`: the page.', 1),
    limit: whole(1, 'With `include_pagination`: how many a page has at most.', 50),
    total: whole(0, 'With `include_pagination`: how many there are on all pages.', 1),
    last_page: whole(1, 'With `include_pagination`: the number of pages.', 1),
    has_next: { type: 'boolean', description: 'With `include_pagination`: there is a page after this one.' },
  },
  ['shipments'],
);

/** Shipments as answers have them, by name. */
export const SHIPMENT_SCHEMAS: Readonly<Record<string, Schema>> = {
  Shipment: schemaOf(SHIPMENT),
  ShipmentAnswer: objectSchema({ shipment: ref('Shipment') }),
  ShipmentItem: schemaOf(SHIPMENT_ITEM),
  ShipmentList: LIST,
  Track: schemaOf(TRACK),
};
