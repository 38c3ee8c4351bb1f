import type { OAuthScope } from '../../../core/http/oauth-scopes.js';

/** What a token may do in its store, by BigCommerce's names of the scopes. */
export const STORE_SCOPES: Readonly<Record<'modify' | 'read-only', readonly OAuthScope[]>> = {
  modify: ['read', 'write'],
  'read-only': ['read'],
};
export type StoreScope = keyof typeof STORE_SCOPES;
