import type { RequestQuota } from '../../../core/http/request-rates.js';

export const RATE_LIMIT_HEADERS = [
  'X-Rate-Limit-Time-Window-Ms',
  'X-Rate-Limit-Time-Reset-Ms',
  'X-Rate-Limit-Requests-Quota',
  'X-Rate-Limit-Requests-Left',
] as const;

/** The headers by which clients pace themselves; without them BigCommerce's PHP client waits for ever. */
export const rateLimitHeaders = ({
  window,
  reset,
  limit,
  remaining,
}: RequestQuota): Readonly<Record<(typeof RATE_LIMIT_HEADERS)[number], string>> => ({
  'X-Rate-Limit-Time-Window-Ms': String(window),
  'X-Rate-Limit-Time-Reset-Ms': String(Math.ceil(reset)),
  'X-Rate-Limit-Requests-Quota': String(limit),
  'X-Rate-Limit-Requests-Left': String(remaining),
});
