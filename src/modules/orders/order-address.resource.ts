import { address } from '../addresses/address.field.js';
import { ALL } from '../../core/metadata/field.js';
import { toOne } from '../../core/metadata/fields/relation.js';
import { text } from '../../core/metadata/fields/text.js';
import { defineResource, type Resource } from '../../core/metadata/resource.js';
import { OrderAddress } from './order-address.entity.js';
import { orderResource } from './order.resource.js';

/** An address that an order is shipped to; it has no routes of its own, shops' surfaces show it with its order. */
export const orderAddressResource: Resource<OrderAddress> = defineResource(OrderAddress, {
  name: 'OrderAddress',
  path: 'order_addresses',
  description: 'An address that an order is shipped to.',
  owner: 'workspace',
  ownerFrom: 'order',
  fields: {
    order: toOne(() => orderResource, { groups: ['post'], required: true }),
    email: text({ groups: ALL, format: 'email', max: 1000 }),
    phoneNumber: text({ groups: ALL }),
    address: address({ groups: ALL }),
  },
  filters: [],
});
