import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { createConnection } from 'mysql2/promise';
import { progress } from '../report/progress.js';
import { GROUP, groupsOf } from './layout.js';
import { writeGroup, type Scale } from './rows.js';
import { lineOf, TABLE_NAMES, TABLES, type TableName } from './tables.js';
import { insertTenants } from './tenants.js';

/** Bytes that are collected before they are sent. */
const CHUNK = 1 << 18;

/** Seconds that MariaDB waits for the next rows of a table. */
const PATIENCE = 7200;

/** Fills the empty, migrated tables: one LOAD DATA a table, all at once, from one pass over the groups. */
export async function load(url: string, scale: Scale): Promise<void> {
  const connection = await createConnection(url);
  await insertTenants(connection, scale.now);
  await connection.end();
  const inlets = new Map(TABLE_NAMES.map((table) => [table, new Inlet(url, table)]));
  const groups = groupsOf(scale.shipments);
  const bar = progress('generated', scale.shipments, 'shipments');
  for (let group = 0; group < groups; group++) {
    writeGroup(group, scale, (table, row) => inlets.get(table)?.add(lineOf(row)));
    for (const inlet of inlets.values()) await inlet.flow();
    bar.at(Math.min(scale.shipments, (group + 1) * GROUP));
  }
  bar.end();
  // MariaDB fills an empty table by sorting: most of the work is done after the last row
  const loaded = progress('loaded', inlets.size, 'tables');
  let done = 0;
  await Promise.all([...inlets.values()].map((inlet) => inlet.end().then(() => loaded.at(++done))));
  loaded.end();
}

/** A LOAD DATA that is under way. */
class Inlet {
  private readonly stream = new PassThrough({ highWaterMark: 4 * CHUNK });
  private readonly finished: Promise<void>;
  private failure: unknown;
  private lines = '';

  constructor(url: string, table: TableName) {
    this.finished = this.run(url, table);
    this.finished.catch((error: unknown) => {
      this.failure = error;
      this.stream.destroy();
    });
  }

  add(line: string): void {
    this.lines += line;
  }

  /** Sends what has been collected, when that is enough. */
  async flow(): Promise<void> {
    if (this.lines.length >= CHUNK) await this.send();
  }

  async end(): Promise<void> {
    await this.send();
    this.stream.end();
    await this.finished;
  }

  private async send(): Promise<void> {
    const bytes = Buffer.from(this.lines);
    this.lines = '';
    if (this.failure !== undefined) await this.finished;
    if (!this.stream.write(bytes)) await Promise.race([once(this.stream, 'drain'), this.finished]);
  }

  private async run(url: string, table: TableName): Promise<void> {
    const connection = await createConnection({ uri: url, flags: ['+LOCAL_FILES'] });
    try {
      // a small table's rows come seldom
      await connection.query(`SET net_read_timeout = ${PATIENCE}`);
      await connection.query("SET time_zone = '+00:00', unique_checks = 0, foreign_key_checks = 0");
      await connection.query({
        sql: `LOAD DATA LOCAL INFILE 'rows' INTO TABLE ${table} CHARACTER SET utf8mb4 (${TABLES[table].map((column) => `\`${column}\``).join(', ')})`,
        infileStreamFactory: () => this.stream,
      });
    } finally {
      await connection.end();
    }
  }
}
