import type { Surface } from '../../core/http/surface.js';
import type { ClientError } from '../../core/metadata/errors.js';
import { refusal } from './errors.js';

/** What errors are called here that have other words elsewhere. Source: the error table of the customer's document. */
const WORDS: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  405: 'Method Not Allowed',
  409: 'Conflict on save',
  500: 'Internal Server Error',
};

/** The Magento-style API: every error is `{"error": "…"}`. */
export const magento: Surface = {
  prefix: '/api2',
  refusal,
  errorBody: ({ status, message }: ClientError) => ({ error: WORDS[status] ?? message }),
};
