import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram, freePort } from '../support/mariadb-server.mjs';

export interface Proxy {
  /** Where servers find the cluster. */
  readonly sql: number;
  /** Where clients find the servers: `http://127.0.0.1:<port>` */
  readonly url: string;
  stop(): Promise<void>;
}

const listed = (ports: readonly number[], options: string): string =>
  ports.map((port, index) => `  server s${index + 1} 127.0.0.1:${port} ${options}`).join('\n');

const configuration = (sql: number, nodes: readonly number[], http: number, servers: readonly number[]) => `
global
  maxconn 2000
defaults
  timeout connect 2s
  timeout client 60s
  timeout server 60s
listen cluster
  mode tcp
  bind 127.0.0.1:${sql}
  balance roundrobin
  option redispatch 1
  retries 3
  option mysql-check user haproxy_check
${listed(nodes, 'check inter 500ms fall 2 rise 2 on-marked-down shutdown-sessions')}
listen servers
  mode http
  bind 127.0.0.1:${http}
  balance roundrobin
  option httpchk GET /health/ready
  option redispatch
  retries 3
  retry-on conn-failure
${listed(servers, 'check inter 500ms fall 2 rise 1')}
`;

/** HAProxy between clients and servers, and between these and the nodes, which its check for MySQL watches. */
export async function startProxy(nodes: readonly number[], servers: readonly number[]): Promise<Proxy> {
  const haproxy = findProgram('haproxy');
  if (!haproxy) throw new Error('haproxy is not installed (apt-get install haproxy).');
  const directory = await mkdtemp(join(tmpdir(), 'waybill-haproxy-'));
  const [sql, http] = [await freePort(), await freePort()];
  const file = join(directory, 'haproxy.cfg');
  await writeFile(file, configuration(sql, nodes, http, servers));
  const child = spawn(haproxy, ['-db', '-q', '-f', file], { stdio: 'ignore' });
  await once(child, 'spawn');
  return {
    sql,
    url: `http://127.0.0.1:${http}`,
    stop: async () => {
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}
