/** The workspace that a client is bound to: to a shop it is its store. */
export interface BoundStore {
  readonly workspacePk: number;
  readonly workspaceId: string;
}
