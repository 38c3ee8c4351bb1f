import type { Surface } from '../../core/http/surface.js';
import type { ClientError } from '../../core/metadata/errors.js';
import { rateLimitHeaders } from './auth/rate-limit.js';
import { refusal } from './dto/read-body.js';

/** BigCommerce's v2 API: every error is a list of one, also where others answer an object. */
export const bigcommerce: Surface = {
  prefix: '/stores',
  refusal,
  quotaHeaders: (quota, wait) => ({
    ...rateLimitHeaders(quota),
    ...(wait === undefined ? {} : { 'X-Retry-After': String(wait) }),
  }),
  errorBody: (error: ClientError) => [
    {
      status: error.status,
      message: error.status === 404 ? 'The requested resource was not found.' : error.message,
      ...(error.details === undefined ? {} : { details: error.details }),
    },
  ],
};
