import { QueryString } from '../query/query-string.js';
import type { EventOptions } from '../store/store-options.js';
import type { AuthenticatedRequest } from './authenticator.js';

/** `ignoreWebhookId`: the webhook of the client that makes a change need not tell it of that change. Empty is none. */
export const eventOptionsOf = (request: AuthenticatedRequest): EventOptions => ({
  excludedSubscriber: QueryString.of(request.url).scalar('ignoreWebhookId')?.trim() || undefined,
});
