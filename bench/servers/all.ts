import { startNode, type NodeServer } from './node-server.js';

/** Connections of each server's pool. */
const POOL = 8;
const TOKEN_LIFE = 86_400;

/** Waybill as `npm run start:prod` starts it. */
export const startWaybill = (database: string): Promise<NodeServer> =>
  startNode('src/main.js', '/health/ready', {
    DATABASE_URL: database,
    DATABASE_POOL_SIZE: String(POOL),
    DEMO: '0',
    LOG_LEVEL: 'warn',
    TOKEN_TTL: String(TOKEN_LIFE),
  });

export const startLimit = (database: string): Promise<NodeServer> =>
  startNode('bench/limit.js', '/workspaces/1/shipments?itemsPerPage=1', {
    DATABASE_URL: database,
  });

export const startPaginate = (database: string): Promise<NodeServer> =>
  startNode('bench/paginate/server.js', '/health', {
    DATABASE_URL: database,
    DATABASE_POOL_SIZE: String(POOL),
  });
