import type { Authenticator } from '../http/authenticator.js';
import { NotFound } from '../metadata/errors.js';
import { restrictToWorkspace } from '../store/restrict-to-workspace.js';
import type { Caller } from '../store/caller.js';

/** Who asked for a job. */
export interface JobOwner {
  readonly userPk: number;
  /** The key of the client, or below zero of the grant, that the request came through. */
  readonly credential: number;
  /** The workspace that the job is about; null: all that the caller sees. */
  readonly workspacePk: number | null;
  /** For jobs that write: the caller sees the teams alone in which the user may do so. */
  readonly writes: boolean;
}

/**
 * The caller of a job as it is now, not as it was when the job was asked for.
 * @throws Unauthenticated when its client has been revoked, NotFound when the workspace is no longer there for it.
 */
export async function backgroundCaller(asked: JobOwner, authenticator: Authenticator): Promise<Caller> {
  const { userPk, credential, workspacePk, writes } = asked;
  const nobody = { teams: new Set<number>(), workspaces: new Map(), workspaceIds: new Map() };
  const caller = await authenticator.refresh({ userPk, clientPk: credential, scope: nobody, writes });
  if (workspacePk === null) return caller;
  const id = [...caller.scope.workspaceIds].find(([, pk]) => pk === workspacePk)?.[0];
  if (id === undefined) throw new NotFound();
  return restrictToWorkspace(caller, id);
}
