import { useSuspenseQuery, queryOptions } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { all, idOf, type Member, request, type Team, type User, type Workspace } from '../api/client';
import { signedIn } from '../api/session';

/** Somebody's place in a team. */
export type Role = Member['role'];

export interface Account {
  readonly user: User;
  readonly teams: readonly (Team & { readonly role: Role })[];
  readonly workspaces: readonly Workspace[];
}

async function loadAccount(): Promise<Account> {
  const id = signedIn()?.userId ?? '';
  const [user, teams, workspaces] = await Promise.all([
    request<User>(`/users/${id}`),
    all<Team>('/teams?itemsPerPage=100'),
    all<Workspace>('/workspaces?itemsPerPage=100'),
  ]);
  const withRoles = await Promise.all(
    teams.map(async (team) => {
      const members = await request<readonly Member[]>(`/teams/${idOf(team['@id'])}/members`);
      return { ...team, role: members.find(({ user: iri }) => idOf(iri) === id)?.role ?? 'read-only' };
    }),
  );
  return { user, teams: withRoles, workspaces };
}

export const accountQuery = queryOptions({ queryKey: ['account'], queryFn: loadAccount, staleTime: 60_000 });

export const useAccount = (): Account => useSuspenseQuery(accountQuery).data;

export const teamOf = ({ team }: Workspace): string =>
  typeof team === 'string' ? team : ((team as { '@id'?: string } | null)?.['@id'] ?? '');

export interface CurrentWorkspace {
  readonly id: string;
  readonly iri: string;
  readonly title: string;
  readonly workspace: Workspace;
  readonly team: Account['teams'][number] | undefined;
  /** Whether buttons that change something are shown. */
  readonly mayWrite: boolean;
  /** Whether members, clients and the team can be changed. */
  readonly mayManage: boolean;
}

/** The workspace in the address; undefined when it is none of the user's. */
export function useWorkspaceIfAny(): CurrentWorkspace | undefined {
  const { workspaces, teams } = useAccount();
  const { workspace: id } = useParams({ strict: false });
  const workspace = workspaces.find((each) => each.id === id);
  if (!workspace?.id) return undefined;
  const team = teams.find((each) => each['@id'] === teamOf(workspace));
  const role = team?.role ?? 'read-only';
  return {
    id: workspace.id,
    iri: `/workspaces/${workspace.id}`,
    title: workspace.title ?? '',
    workspace,
    team,
    mayWrite: role !== 'read-only',
    mayManage: role === 'owner' || role === 'admin',
  };
}

export function useWorkspace(): CurrentWorkspace {
  const current = useWorkspaceIfAny();
  if (!current) throw new Error('There is no such workspace.');
  return current;
}
