import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { Config } from '../config/config.js';
import { stackOf } from '../core/database/failures.js';

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
  readonly stack?: string;
}

/** An error says its sentence; one of several, such as of all addresses of a host, has a code instead. */
function eventOf(message: unknown): Event {
  if (message instanceof Error) {
    const { code } = message as { code?: unknown };
    return { msg: message.message || code || message.name, stack: stackOf(message) };
  }
  return typeof message === 'object' && message !== null ? (message as Event) : { msg: message };
}

/** Nest's log lines through pino: JSON, one line an event. */
export function createLogger({ logLevel }: Config): LoggerService {
  const logger = pino({ level: logLevel, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  const write =
    (level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal') =>
    (message: unknown, ...rest: unknown[]): void => {
      const context = rest.pop();
      const [stack] = rest;
      const { msg, ...fields } = eventOf(message);
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
