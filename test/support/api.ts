import type { AddressInfo } from 'node:net';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll } from '@jest/globals';
import { createApp } from '../../src/app/app.setup.js';
import { readConfig } from '../../src/config/config.js';
import { Clock } from '../../src/core/database/clock.js';
import { DATABASE, type Database } from '../../src/core/database/database.js';
import {
  createOperator,
  createTenant,
  type Tenant,
} from '../../src/modules/identity/tenants/create-tenant.js';
import { onEachDatabase, type TestDatabase } from './databases.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
export type Body = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

type Send = (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** Requests with one client's token; bodies that are no strings are sent as JSON-LD. */
export interface Client {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  readonly post: Send;
  readonly put: Send;
  readonly delete: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** Any method, any headers. */
  readonly send: (method: string, path: string, init?: RequestInit) => Promise<Answer>;
}

/** A tenant of its own, with its token: tests that use one do not disturb each other. */
export interface TenantClient extends Client, Tenant {
  /** IRI of its first workspace. */
  readonly workspace: string;
  readonly token: string;
  /** POSTs and expects a 201; answers the new item. */
  readonly make: (path: string, body: unknown) => Promise<Body>;
}

/** A running server on a fresh database. */
export interface Api {
  readonly database: TestDatabase;
  /** `http://127.0.0.1:<port>` */
  url(): string;
  /** The server's own connection, for looking at rows. */
  db(): Database;
  /** Something that the server is made of. */
  provider<T>(type: Type<T>): T;
  /** Sets what time it is for the server, in milliseconds; undefined: real time. */
  setTime(now: number | undefined): void;
  anonymous(): Client;
  tenant(workspaces?: readonly string[]): Promise<TenantClient>;
  /** A client that pushes news of parcels for all tenants. */
  operator(): Promise<Client & { token: string }>;
  /** Requests with a token obtained for these credentials. */
  as(credentials: { clientId: string; clientSecret: string }): Promise<Client & { token: string }>;
}

const silent = { log() {}, error() {}, warn() {}, debug() {}, verbose() {}, fatal() {} };

/** A server on a free port, on a database that may have others; `app.close()` ends it. */
export async function startServer(
  databaseUrl: string,
  env: Record<string, string> = {},
): Promise<{ readonly app: NestFastifyApplication; readonly url: string }> {
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    DEMO: '0',
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...env,
  });
  const app = await createApp(config, silent);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { app, url: `http://127.0.0.1:${port}` };
}

/** Registers the same tests for every database, against a real server that listens on a free port. */
export function onEachApi(define: (api: Api) => void, env: Record<string, string> = {}): void {
  onEachDatabase((database) => {
    let app: NestFastifyApplication | undefined;
    let url = '';
    beforeAll(async () => {
      ({ app, url } = await startServer(database.url(), env));
    });
    afterAll(async () => {
      await app?.close();
    });
    const running = (): NestFastifyApplication => {
      if (!app) throw new Error('The server runs only inside hooks and tests.');
      return app;
    };
    define({
      database,
      url: () => url,
      db: () => running().get<Database>(DATABASE),
      provider: (type) => running().get(type),
      setTime: (now) => {
        running().get(Clock).now = now === undefined ? () => Date.now() : () => now;
      },
      anonymous: () => client(url),
      as: (credentials) => signIn(url, credentials),
      operator: async () => {
        const db = running().get<Database>(DATABASE);
        return signIn(url, await db.transaction((transaction) => createOperator('Feed', transaction)));
      },
      tenant: async (workspaces = ['Main shop']) => {
        const request = { team: 'Team', email: `user-${Math.random()}@example.com`, workspaces };
        const db = running().get<Database>(DATABASE);
        const tenant = await db.transaction((transaction) => createTenant(request, transaction));
        const signedIn = await signIn(url, tenant);
        const make = async (path: string, body: unknown): Promise<Body> => {
          const answer = await signedIn.post(path, body);
          if (answer.status !== 201)
            throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
          return answer.body;
        };
        return { ...tenant, ...signedIn, make, workspace: `/workspaces/${tenant.workspaces[0]?.id}` };
      },
    });
  });
}

/** Gets a token and a client that uses it. */
export async function signIn(
  url: string,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
): Promise<Client & { token: string }> {
  const query = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  const answer = await client(url).get(`/oauth/v2/token?${query.toString()}`);
  const token = answer.body.access_token as string;
  return { token, ...client(url, token) };
}

/** Requests to a server; `token` is sent as a bearer token. */
export function client(url: string, token?: string): Client {
  const send = async (method: string, path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = new Headers(init.headers);
    if (token !== undefined && !headers.has('authorization')) headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(url + path, { ...init, method, headers });
    const text = await response.text();
    const isJson = /\bjson\b|\+json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? (JSON.parse(text) as unknown) : text,
    };
  };
  const withBody =
    (method: string): Send =>
    (path, body, headers = {}) =>
      send(method, path, {
        headers: { 'content-type': 'application/ld+json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body ?? {}),
      });
  return {
    send,
    get: (path, headers = {}) => send('GET', path, { headers }),
    delete: (path, headers = {}) => send('DELETE', path, { headers }),
    post: withBody('POST'),
    put: withBody('PUT'),
  };
}
