import type { Surface } from '../http/surface.js';
import type { ClientError } from '../resource/errors.js';

/** What an error that has no words of its own here is called. Source: the error table of the customer's document. */
const WORDS: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  409: 'Conflict on save',
};

/** The Magento-style API: every error is `{"error": "…"}`. */
export const api2: Surface = {
  prefix: '/api2',
  errorBody: ({ status, message }: ClientError) => ({ error: WORDS[status] ?? message }),
};
