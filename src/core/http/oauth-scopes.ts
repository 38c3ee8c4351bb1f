/**
 * What a client may do. `read` and `write` are about the teams and workspaces of its user; `tracking:write` is an
 * operator's: it reports of parcels to every tenant, and sees none.
 */
export const OAUTH_SCOPES = ['read', 'write', 'tracking:write'] as const;
export type OAuthScope = (typeof OAUTH_SCOPES)[number];

/** Of a tenant's client that was made without saying more. */
export const DEFAULT_OAUTH_SCOPES: readonly OAuthScope[] = ['read', 'write'];

/** The rights in a text with blanks between them; others in it count for nothing. */
export const parseOAuthScopes = (scopes: string | null): ReadonlySet<OAuthScope> =>
  new Set(
    scopes === null
      ? DEFAULT_OAUTH_SCOPES
      : OAUTH_SCOPES.filter((right) => scopes.split(' ').includes(right)),
  );
