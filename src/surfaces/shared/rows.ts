import type { ColumnsOf } from '../../core/store/rows.js';
import type { OrderAddress } from '../../modules/orders/order-address.entity.js';
import type { OrderItem } from '../../modules/orders/order-items/order-item.entity.js';
import type { Order } from '../../modules/orders/order.entity.js';
import type { ShipmentItem } from '../../modules/shipments/shipment-items/shipment-item.entity.js';
import type { Shipment } from '../../modules/shipments/shipment.entity.js';

// The rows of which surfaces make their objects.
export type OrderRow = ColumnsOf<Order>;
export type OrderItemRow = ColumnsOf<OrderItem>;
export type OrderAddressRow = ColumnsOf<OrderAddress>;
export type ShipmentRow = ColumnsOf<Shipment>;
export type ShipmentItemRow = ColumnsOf<ShipmentItem>;
