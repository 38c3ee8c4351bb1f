import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { Config } from './config.js';

/** What Nest tells of its own start; nobody reads it at level info. */
const CHATTER = new Set<unknown>([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
]);

/** Nest's log lines through pino: JSON, one line an event. */
export function createLogger({ logLevel }: Config): LoggerService {
  const logger = pino({ level: logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  const write =
    (level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal') =>
    (message: unknown, ...rest: unknown[]): void => {
      const context = rest.pop();
      const [stack] = rest;
      logger[level === 'info' && CHATTER.has(context) ? 'debug' : level](
        { context, ...(stack === undefined ? {} : { stack }) },
        String(message),
      );
    };
  return {
    log: write('info'),
    error: write('error'),
    warn: write('warn'),
    debug: write('debug'),
    verbose: write('trace'),
    fatal: write('fatal'),
  };
}
