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

/** A log line with fields of its own. */
interface Event {
  readonly msg: unknown;
}

/** Nest's log lines through pino: JSON, one line an event. */
export function createLogger({ logLevel }: Config): LoggerService {
  const logger = pino({ level: logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  const write =
    (level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal') =>
    (message: unknown, ...rest: unknown[]): void => {
      const context = rest.pop();
      const [stack] = rest;
      const isEvent = typeof message === 'object' && message !== null;
      const { msg, ...fields } = isEvent ? (message as Event) : { msg: message };
      logger[level === 'info' && CHATTER.has(context) ? 'debug' : level](
        { context, ...(stack === undefined ? {} : { stack }), ...fields },
        String(msg),
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
