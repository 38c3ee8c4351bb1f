/** What a tenant may have or do at most; 0 is without a bound. */
export interface Quotas {
  /** Requests of one client in a minute, in one process. */
  readonly requestsOfClient: number;
  /** Requests of all clients of one workspace in a minute, in one process. */
  readonly requestsOfWorkspace: number;
  /** Exports under way of one user, and of one workspace. */
  readonly exports: number;
  /** Imports under way of one user, and of one workspace. */
  readonly imports: number;
  /** Clients of one user. */
  readonly clients: number;
  /** Webhooks of one workspace. */
  readonly webhooks: number;
  /** Links to tracking pages of one workspace. */
  readonly links: number;
  /** Teams that one user owns. */
  readonly teams: number;
  /** Workspaces of one team. */
  readonly workspaces: number;
}

/** Where nothing is said: more than honest use needs. */
export const USUAL_QUOTAS: Quotas = {
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

/** For what is made by the operator. */
export const UNBOUNDED = Object.fromEntries(
  Object.keys(USUAL_QUOTAS).map((quota) => [quota, 0]),
) as unknown as Quotas;

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
