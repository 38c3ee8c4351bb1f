import type { Surface } from '../http/surface.js';
import { ClientError, NotFound } from '../resource/errors.js';

/** BigCommerce's v2 API: every error is a list of one, also where others answer an object. */
export const bigcommerce: Surface = {
  prefix: '/stores',
  errorBody: (error: ClientError) => [
    {
      status: error.status,
      message: error instanceof NotFound ? 'The requested resource was not found.' : error.message,
      ...(error.details === undefined ? {} : { details: error.details }),
    },
  ],
};
