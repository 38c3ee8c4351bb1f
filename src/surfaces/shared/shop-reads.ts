import { Inject, Injectable } from '@nestjs/common';
import { DATABASE, type Database } from '../../core/database/database.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import type { Caller } from '../../core/store/caller.js';
import { type Read, readOf } from '../../core/store/reading.js';
import type { ReadRows } from '../../core/store/rows.js';
import { Store } from '../../core/store/store.js';

/** What answers are made of: rows that the caller may see, and SQL over what belongs to these rows. */
export interface Reads {
  readonly rows: ReadRows;
  readonly sql: Read;
}

/** Reads for answers, of what is committed or inside of a unit of work. */
@Injectable()
export class ShopReads {
  constructor(
    protected readonly store: Store,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  of(caller: Caller, transaction?: Transaction): Reads {
    return {
      rows: this.store.reader(caller, transaction),
      sql: readOf(this.database, caller, transaction),
    };
  }
}
