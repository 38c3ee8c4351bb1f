import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { FAST, findProgram, freePort, type MariadbServer, startMariadb } from '../support/mariadb-server.mjs';
import { eventually } from '../support/receiver.js';

const PROVIDERS = ['/usr/lib/galera/libgalera_smm.so', '/usr/lib64/galera-4/libgalera_smm.so'];
const RECOVERED = /Recovered position:\s*([0-9a-f-]{36}:-?\d+)/;

/** A node of MariaDB Galera, whose data stays when its process ends. */
export interface Node {
  readonly name: string;
  readonly port: number;
  /** `mysql://root@127.0.0.1:<port>` */
  readonly url: string;
  /** Starts it again; it joins the others, and answers when it has what they have. */
  start(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** Ends it and removes its data: when it starts again, another node sends it everything. */
  empty(): Promise<void>;
  /** Drops whatever it sends to the other nodes and gets from them; clients still reach it. */
  isolate(isAlone: boolean): Promise<void>;
  /** One value of `SHOW GLOBAL STATUS`. */
  status(name: string): Promise<string>;
  query<T>(sql: string): Promise<T[]>;
}

export interface Cluster {
  readonly nodes: readonly Node[];
  /** Ends all nodes and removes their data. */
  remove(): Promise<void>;
}

interface Ports {
  readonly sql: number;
  readonly group: number;
  readonly ist: number;
  readonly sst: number;
}

/** Three nodes on 127.0.0.1, as MariaDB's and Galera's defaults have them but for durability, in a temporary directory. */
export async function startCluster(): Promise<Cluster> {
  const directory = await mkdtemp(join(tmpdir(), 'waybill-galera-'));
  const ports: Ports[] = [];
  for (let count = 0; count < 3; count++)
    ports.push({
      sql: await freePort(),
      group: await freePort(),
      ist: await freePort(),
      sst: await freePort(),
    });
  const address = `gcomm://${ports.map(({ group }) => `127.0.0.1:${group}`).join()}`;
  const nodes = ports.map((of, index) => new GaleraNode(`node${index + 1}`, of, address, directory));
  const remove = async (): Promise<void> => {
    await Promise.all(nodes.map((node) => node.kill()));
    await rm(directory, { recursive: true, force: true });
  };
  try {
    // the others begin with a copy of the first, so that none of them has to be sent everything
    const [first, ...others] = nodes as [GaleraNode, ...GaleraNode[]];
    await first.bootstrap();
    await first.stop();
    for (const node of others) await node.copyFrom(first);
    await first.bootstrap();
    await Promise.all(others.map((node) => node.start()));
  } catch (error) {
    await remove();
    throw error;
  }
  return { nodes, remove };
}

class GaleraNode implements Node {
  private server: MariadbServer | undefined;
  private readonly data: string;
  readonly port: number;
  readonly url: string;

  constructor(
    readonly name: string,
    private readonly ports: Ports,
    private readonly address: string,
    directory: string,
  ) {
    this.data = join(directory, name);
    this.port = ports.sql;
    this.url = `mysql://root@127.0.0.1:${ports.sql}`;
  }

  async copyFrom(other: GaleraNode): Promise<void> {
    await cp(other.data, this.data, { recursive: true });
  }

  bootstrap(): Promise<void> {
    return this.launch(['--wsrep-new-cluster']);
  }

  async start(): Promise<void> {
    await this.launch(await this.position());
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  async empty(): Promise<void> {
    await this.stop();
    await rm(this.data, { recursive: true, force: true });
  }

  async isolate(isAlone: boolean): Promise<void> {
    await this.query(`SET GLOBAL wsrep_provider_options = 'gmcast.isolate=${isAlone ? 1 : 0}'`);
    if (!isAlone) await this.untilSynced();
  }

  async status(name: string): Promise<string> {
    const [row] = await this.query<{ Value: string }>(`SHOW GLOBAL STATUS LIKE '${name}'`);
    return row?.Value ?? '';
  }

  async query<T>(sql: string): Promise<T[]> {
    const connection = await createConnection(this.url);
    try {
      const [rows] = await connection.query<RowDataPacket[]>(sql);
      return rows as T[];
    } finally {
      connection.destroy();
    }
  }

  private async launch(extra: readonly string[]): Promise<void> {
    this.server = await startMariadb({
      dataDirectory: this.data,
      port: this.port,
      settings: [...this.settings(), ...extra],
    });
    await this.untilSynced();
  }

  private settings(): string[] {
    const { group, ist, sst } = this.ports;
    const provider = [
      `gmcast.listen_addr=tcp://127.0.0.1:${group}`,
      `ist.recv_addr=127.0.0.1:${ist}`,
      'gcache.size=64M',
    ];
    return [
      // the script that sends everything hands this one on to mariadb-backup, which does not know it
      ...FAST.filter((setting) => !setting.startsWith('--innodb-buffer-pool-size')),
      '--innodb-log-file-size=32M',
      '--binlog-format=ROW',
      '--innodb-autoinc-lock-mode=2',
      '--wsrep-on=ON',
      `--wsrep-provider=${findProvider()}`,
      `--wsrep-provider-options=${provider.join(';')}`,
      `--wsrep-cluster-address=${this.address}`,
      `--wsrep-node-name=${this.name}`,
      '--wsrep-node-address=127.0.0.1',
      '--wsrep-sst-method=mariabackup',
      '--wsrep-sst-auth=root:',
      `--wsrep-sst-receive-address=127.0.0.1:${sst}`,
      '--wsrep-slave-threads=4',
    ];
  }

  /** What mysqld_safe and systemd find out before they start a node: with it, a node gets from others what it missed alone. */
  private async position(): Promise<string[]> {
    if (!existsSync(this.data)) return [];
    const log = `${this.data}.recover.log`;
    const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
    await promisify(execFile)(findProgram('mariadbd') ?? 'mariadbd', [
      '--no-defaults',
      ...asRoot,
      `--datadir=${this.data}`,
      ...this.settings(),
      `--log-error=${log}`,
      '--skip-networking',
      `--socket=${this.data}.sock`,
      `--pid-file=${this.data}.pid`,
      '--wsrep-recover',
    ]).catch(() => undefined);
    const found = RECOVERED.exec(await readFile(log, 'utf8').catch(() => ''));
    await rm(log, { force: true });
    return found?.[1] === undefined ? [] : [`--wsrep-start-position=${found[1]}`];
  }

  private untilSynced(): Promise<void> {
    return eventually(
      `${this.name} is synced`,
      async () => (await this.status('wsrep_local_state_comment').catch(() => '')) === 'Synced',
    );
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    if (signal === 'SIGKILL' && server.pid !== undefined) process.kill(server.pid, signal);
    await server.stop();
  }
}

/** @throws when Galera is not installed. */
function findProvider(): string {
  const found = PROVIDERS.find((path) => existsSync(path));
  if (!found) throw new Error('Galera is not installed (apt-get install galera-4).');
  return found;
}
