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

/** For what is made by the operator. */
export const UNBOUNDED: Quotas = {
  requestsOfClient: 0,
  requestsOfWorkspace: 0,
  exports: 0,
  imports: 0,
  clients: 0,
  webhooks: 0,
  links: 0,
  teams: 0,
  workspaces: 0,
};
