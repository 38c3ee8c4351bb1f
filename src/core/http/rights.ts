/**
 * What a client may do. `read` and `write` are about the teams and workspaces of its user; `tracking:write` is an
 * operator's: it reports of parcels to every tenant, and sees none.
 */
export const RIGHTS = ['read', 'write', 'tracking:write'] as const;
export type Right = (typeof RIGHTS)[number];

/** Of a tenant's client that was made without saying more. */
export const USUAL_RIGHTS: readonly Right[] = ['read', 'write'];

/** The rights in a text with blanks between them; others in it count for nothing. */
export const rightsIn = (scopes: string | null): ReadonlySet<Right> =>
  new Set(scopes === null ? USUAL_RIGHTS : RIGHTS.filter((right) => scopes.split(' ').includes(right)));
