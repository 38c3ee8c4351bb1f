import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config/config.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import type { Caller } from '../../core/store/caller.js';
import { type Read, readOf } from '../../core/store/reading.js';
import type { Columns, ReadRows } from '../../core/store/rows.js';
import { Store } from '../../core/store/store.js';
import { orderWith } from './shipments/shipment-rows.js';
import type { OpenStore } from './auth/store-tokens.js';
import { idIn, type StoreRequest } from './auth/store.guard.js';

/** What answers are made of: rows that the caller may see, and sums over what belongs to these rows. */
export interface Reads {
  readonly rows: ReadRows;
  readonly sql: Read;
}

/** The URL under which all of a store is. */
export const storeUrl = ({ publicUrl }: Config, { storeHash }: OpenStore): string =>
  `${publicUrl}/stores/${storeHash}/v2`;

/** Reads for answers, of what is committed or inside of a unit of work. */
@Injectable()
export class StoreReads {
  constructor(
    private readonly store: Store,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  of(caller: Caller, transaction?: Transaction): Reads {
    return {
      rows: this.store.reader(caller, transaction),
      sql: readOf(this.database, caller, transaction),
    };
  }

  /** The order whose id is in the path. @throws NotFound. */
  order(request: StoreRequest): Promise<Columns> {
    return orderWith(idIn(request, 'order_id'), this.store.reader(request.caller));
  }
}
