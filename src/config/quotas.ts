/** What a tenant may have or do at most, where nothing is set: more than honest use needs. 0 is without a bound. */
export const DEFAULT_QUOTAS = {
  requestsOfClient: 600_000,
  requestsOfWorkspace: 1_200_000,
  exports: 10,
  imports: 10,
  clients: 200,
  webhooks: 500,
  links: 1_000_000,
  teams: 100,
  workspaces: 1000,
};

export type Quotas = Readonly<typeof DEFAULT_QUOTAS>;

/** The environment variables of quotas. */
export const QUOTA_VARIABLES = {
  MAX_REQUESTS_PER_CLIENT: 'requestsOfClient',
  MAX_REQUESTS_PER_WORKSPACE: 'requestsOfWorkspace',
  MAX_EXPORTS: 'exports',
  MAX_IMPORTS: 'imports',
  MAX_CLIENTS: 'clients',
  MAX_WEBHOOKS: 'webhooks',
  MAX_LINKS: 'links',
  MAX_TEAMS: 'teams',
  MAX_WORKSPACES: 'workspaces',
} as const satisfies Record<string, keyof Quotas>;
