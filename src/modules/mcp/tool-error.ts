import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { Logger } from '@nestjs/common';
import { stackOf } from '../../core/database/failures.js';
import { InvalidInput } from '../../core/http/dto/problems.js';
import { refusal } from '../../core/http/dto/refusal.js';
import { ClientError, Violations } from '../../core/metadata/errors.js';
import type { Caller } from '../../core/store/caller.js';

const logger = new Logger('mcp');

/** A failed call: what is wrong, and what to do next. What nobody foresaw is told without its text, which the log has. */
export function toolError(thrown: unknown, caller: Caller): CallToolResult {
  const error = thrown instanceof InvalidInput ? refusal(thrown.problems) : thrown;
  if (error instanceof ClientError && error.status < 500)
    return failed(`${wrong(error)} ${next(error, caller)}`);
  if (!(error instanceof ClientError)) logger.error(`${caller.request ?? ''} a tool failed`, stackOf(error));
  return failed(
    'Something went wrong on the server, and nothing was changed. Call the tool again in a minute.',
  );
}

const failed = (text: string): CallToolResult => ({
  isError: true,
  content: [{ type: 'text', text: text.trim() }],
});

const wrong = (error: ClientError): string =>
  error instanceof Violations
    ? error.violations.map(({ propertyPath, message }) => `${propertyPath}: ${message}`).join('\n')
    : error.message;

function next(error: ClientError, { may }: Caller): string {
  switch (error.status) {
    case 403:
      return may && !may.has('write')
        ? 'This token only reads. Ask the user to connect again with the scope "write".'
        : 'The user only reads in this team. Ask an owner or admin of the team to do it.';
    case 404:
      return 'Look for it with find_shipments or find_orders, and use an id from there.';
    case 409:
      return 'Nothing was written. Call the tool again.';
    case 429:
      return `Wait ${error.headers['Retry-After'] ?? '60'} seconds before the next call.`;
    default:
      return error instanceof Violations ? 'Mend these arguments and call the tool again.' : '';
  }
}
