/** What a provider answered: it has taken a message, it never will, it may later, or nobody knows. */
export type DirectOutcome =
  { readonly kind: 'sent'; readonly id: string | null } | { readonly kind: 'refused' | 'later' | 'unknown' };
