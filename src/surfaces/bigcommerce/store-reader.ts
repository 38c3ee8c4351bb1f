import { Injectable } from '@nestjs/common';
import type { Config } from '../../config/config.js';
import type { OrderRow } from '../shared/rows.js';
import { type Reads, ShopReads } from '../shared/shop-reads.js';
import type { OpenStore } from './auth/store-tokens.js';
import { idIn, type StoreRequest } from './auth/store.guard.js';
import { orderWith } from './shipments/shipment.queries.js';

export type { Reads };

/** The URL under which all of a store is. */
export const storeUrl = ({ publicUrl }: Config, { storeHash }: Pick<OpenStore, 'storeHash'>): string =>
  `${publicUrl}/stores/${storeHash}/v2`;

/** Reads for the answers about a store. */
@Injectable()
export class StoreReader extends ShopReads {
  /** The order whose id is in the path. @throws NotFound. */
  order(request: StoreRequest): Promise<OrderRow> {
    return orderWith(idIn(request, 'order_id'), this.store.reader(request.caller));
  }
}
