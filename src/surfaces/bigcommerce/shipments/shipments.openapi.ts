import type { Components } from '../../../core/openapi/components.js';
import { ASKED } from '../../../core/openapi/headers.js';
import type {
  DocumentPart,
  Operation,
  PathItem,
  Reference,
  RequestBody,
} from '../../../core/openapi/types.js';
import { ID, newShipmentSchema, shipmentChangeSchema, shipmentSchema } from './shipment.schemas.js';
import { jsonContent } from '../../shared/json-content.js';
import {
  answered,
  countSchema,
  inPath,
  listAnswers,
  nothing,
  ORDER_ID,
  PAGING,
  refusals,
  STORE_HASH,
  STORE_PATH,
} from '../openapi-components.js';

const TAG = 'Shipments';
const PATH = `${STORE_PATH}/orders/{order_id}/shipments`;
const STAYS = 'Their products can be shipped again; the status of the order stays.';

/** The shipments of orders, in the OpenAPI document of a store. */
export function bigcommerceShipmentPaths(components: Components): DocumentPart {
  const store = components.parameter(STORE_HASH);
  const order = components.parameter(ORDER_ID);
  const shipment = components.parameter(inPath('shipment_id', 'The shipment.', ID));
  return {
    tags: [{ name: TAG, description: 'Parcels with products of an order.' }],
    paths: {
      [PATH]: { parameters: [store, order], ...ofAnOrder(components) },
      [`${PATH}/count`]: {
        parameters: [store, order],
        get: counting('countOrderShipments', 'How many shipments an order has', components),
      },
      [`${STORE_PATH}/orders/shipments/count`]: {
        parameters: [store],
        get: counting('countShipments', "How many shipments the store's orders have", components),
      },
      [`${PATH}/{shipment_id}`]: { parameters: [store, order, shipment], ...single(components) },
    },
  };
}

const operation = (
  operationId: string,
  summary: string,
  more: Omit<Operation, 'operationId' | 'tags' | 'summary'>,
): Operation => ({ operationId, tags: [TAG], summary, ...more });

const requestBodyOf = (schema: Reference): RequestBody => ({ required: true, content: jsonContent(schema) });

const counting = (operationId: string, summary: string, components: Components): Operation =>
  operation(operationId, summary, {
    responses: {
      200: answered('How many there are.', countSchema(components), components),
      ...refusals(components),
    },
  });

const ofAnOrder = (components: Components): PathItem => ({
  get: operation('getOrderShipments', 'The shipments of an order', {
    parameters: PAGING.map((each) => components.parameter(each)),
    responses: {
      ...listAnswers('A page of shipments.', shipmentSchema(components), components),
      ...refusals(components, 413),
    },
  }),
  post: operation('createOrderShipment', 'Ships products of an order', {
    description:
      'Quantities are what is left to ship at most. The order becomes Shipped or Partially Shipped, and its customer gets an e-mail where mail is set up.',
    parameters: [components.parameter(ASKED.idempotencyKey)],
    requestBody: requestBodyOf(newShipmentSchema(components)),
    responses: {
      201: answered('The new shipment.', shipmentSchema(components), components, 'Idempotency-Replayed'),
      ...refusals(components, 403, 409, 413, 415, 422),
    },
  }),
  delete: operation('deleteOrderShipments', 'Deletes all shipments of an order', {
    description: STAYS,
    responses: {
      204: nothing('There are none any more.', components),
      ...refusals(components, 403, 409),
    },
  }),
});

const single = (components: Components): PathItem => ({
  get: operation('getOrderShipment', 'A shipment', {
    responses: {
      200: answered('The shipment.', shipmentSchema(components), components),
      ...refusals(components),
    },
  }),
  put: operation('updateOrderShipment', 'Changes a shipment', {
    description:
      'What is not sent stays, and an answer sent back changes nothing. What is in the shipment cannot be changed: other items are refused.',
    requestBody: requestBodyOf(shipmentChangeSchema(components)),
    responses: {
      200: answered('The shipment.', shipmentSchema(components), components),
      ...refusals(components, 403, 409, 413, 415),
    },
  }),
  delete: operation('deleteOrderShipment', 'Deletes a shipment', {
    description: STAYS,
    responses: { 204: nothing('It is gone.', components), ...refusals(components, 403, 409) },
  }),
});
