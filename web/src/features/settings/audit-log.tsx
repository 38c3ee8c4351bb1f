import { Button, Select, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type AuditEntry, idOf, type Member, page, type Page, request } from '../../api/client';
import { teamOf, useAccount, useWorkspace } from '../../app/account';
import { t, tMaybe, type MessageKey } from '../../i18n';
import { beginOf, dateIn, endOf } from '../../lib/days';
import { textOf, toQuery, withValues } from '../../lib/search';
import { DataTable } from '../../ui/loaded';
import { Panel } from '../../ui/page';
import { Time } from '../../ui/time';
import classes from './settings.module.css';

const ACTIONS = {
  create: 'audit.create',
  update: 'audit.update',
  delete: 'audit.delete',
  invite: 'audit.invite',
  join: 'audit.join',
  export: 'audit.export',
  import: 'audit.import',
  erase: 'audit.erase',
} as const satisfies Readonly<Record<AuditEntry['action'], MessageKey>>;

const ENTITIES = {
  teams: 'audit.teams',
  workspaces: 'audit.workspaces',
  members: 'audit.members',
  oauth_clients: 'audit.oauth_clients',
  store_tokens: 'audit.store_tokens',
  workflows: 'audit.workflows',
  tracking_pages: 'audit.tracking_pages',
  statuses: 'audit.statuses',
  message_settings: 'audit.message_settings',
  message_rules: 'audit.message_rules',
  message_templates: 'audit.message_templates',
  suppressions: 'audit.suppressions',
  exports: 'audit.exports',
  imports: 'audit.imports',
  customers: 'audit.customers',
} as const satisfies Readonly<Record<AuditEntry['entity'], MessageKey>>;

const choicesOf = (labels: Readonly<Record<string, MessageKey>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label: t(label) }));

/** Filters of the address, by the names that the API has for them. */
const FILTERS = ['user', 'workspace', 'action', 'entity', 'createdAt[after]', 'createdAt[before]'] as const;
type Filter = (typeof FILTERS)[number];

const ROWS = 50;

/** Who has changed what of the team. */
export function AuditLog() {
  const { team, mayManage } = useWorkspace();
  if (!mayManage || !team)
    return (
      <Panel title={t('audit.title')}>
        <Text size="sm">{t('audit.notYours')}</Text>
      </Panel>
    );
  return <Entries team={team['@id']} name={team.name ?? ''} />;
}

function Entries({ team, name }: { readonly team: string; readonly name: string }) {
  const { workspaces } = useAccount();
  const id = idOf(team);
  const search = useSearch({ from: '/inside/w/$workspace/settings' });
  const navigate = useNavigate();
  const filter = Object.fromEntries(FILTERS.map((each) => [each, textOf(search, each)])) as Record<
    Filter,
    string
  >;
  const isFiltered = FILTERS.some((each) => filter[each] !== '');
  const set = (changes: Partial<Record<Filter, string>>): void =>
    void navigate({ to: '.', search: withValues(search, changes), replace: true });
  const query = toQuery({ ...filter, 'order[createdAt]': 'desc', itemsPerPage: String(ROWS) });
  const list = useInfiniteQuery({
    queryKey: ['audit-log', id, query],
    queryFn: ({ pageParam, signal }) => page<AuditEntry>(pageParam, signal),
    initialPageParam: `${team}/audit_log?${query}`,
    getNextPageParam: ({ next }: Page<AuditEntry>) => next,
    placeholderData: keepPreviousData,
  });
  const members = useQuery({
    queryKey: ['members', id],
    queryFn: () => request<readonly Member[]>(`/teams/${id}/members`),
  });
  const memberOf = (user: string): Member | undefined =>
    members.data?.find((each) => idOf(each.user) === idOf(user));
  const shops = workspaces.filter((each) => teamOf(each) === team);
  const pick = (parameter: Filter, label: MessageKey, all: MessageKey, data: readonly Choice[]) => (
    <Select
      size="xs"
      label={t(label)}
      placeholder={t(all)}
      data={[...data]}
      value={filter[parameter] || null}
      onChange={(value) => set({ [parameter]: value ?? '' })}
      clearable
      searchable
    />
  );
  const day = (parameter: 'createdAt[after]' | 'createdAt[before]', label: MessageKey) => (
    <TextInput
      type="date"
      size="xs"
      label={t(label)}
      value={dateIn(filter[parameter])}
      onChange={({ currentTarget: { value } }) =>
        set({ [parameter]: value && (parameter === 'createdAt[after]' ? beginOf(value) : endOf(value)) })
      }
    />
  );
  return (
    <Panel title={t('audit.title')} flush>
      <Text size="sm" c="dimmed" px={14} pt="sm">
        {t('audit.text', { team: name })}
      </Text>
      <div className={classes.filters}>
        {pick(
          'user',
          'audit.who',
          'audit.anybody',
          (members.data ?? [])
            .filter(({ status }) => status !== 'invited')
            .map(({ user, email }) => ({ value: user, label: email })),
        )}
        {pick('action', 'audit.action', 'audit.anyAction', choicesOf(ACTIONS))}
        {pick('entity', 'audit.thing', 'audit.anything', choicesOf(ENTITIES))}
        {pick(
          'workspace',
          'audit.workspace',
          'audit.anyWorkspace',
          shops.map((each) => ({ value: `/workspaces/${each.id}`, label: each.title ?? '' })),
        )}
        {day('createdAt[after]', 'filter.from')}
        {day('createdAt[before]', 'filter.to')}
        {isFiltered && (
          <Button
            variant="default"
            onClick={() => set(Object.fromEntries(FILTERS.map((each) => [each, ''])))}
          >
            {t('filter.clearAll')}
          </Button>
        )}
      </div>
      <DataTable
        query={{ ...list, data: list.data?.pages.flatMap(({ members: entries }) => entries) }}
        keyOf={(entry) => entry['@id']}
        none={t(isFiltered ? 'audit.noMatch' : 'audit.none')}
        minWidth={820}
        rows={8}
        columns={[
          { id: 'when', label: t('audit.when'), cell: ({ createdAt }) => <Time value={createdAt} /> },
          {
            id: 'who',
            label: t('audit.who'),
            cell: ({ user, client }) => (
              <>
                {user === null ? t('audit.nobody') : (memberOf(user)?.email ?? t('audit.former'))}
                {client !== null && <Detail>{t('audit.by', { client })}</Detail>}
              </>
            ),
          },
          { id: 'action', label: t('audit.action'), cell: ({ action }) => t(ACTIONS[action]) },
          {
            id: 'thing',
            label: t('audit.thing'),
            cell: ({ entity, title, itemId }) => {
              const called = entity === 'members' && itemId !== null ? memberOf(itemId)?.email : title;
              return (
                <>
                  {t(ENTITIES[entity])}
                  {called && <Detail>{called}</Detail>}
                </>
              );
            },
          },
          {
            id: 'details',
            label: t('audit.details'),
            cell: ({ fields, role }) => {
              const said = [
                ...(fields.length > 0 ? [t('audit.fields', { fields: fields.join(', ') })] : []),
                ...(role === null ? [] : [t('audit.roleIs', { role: tMaybe(`role.${role}`) })]),
              ];
              return said.join(' · ');
            },
          },
          {
            id: 'workspace',
            label: t('audit.workspace'),
            cell: ({ workspace }) =>
              workspace !== null && shops.find(({ id: shop }) => shop === idOf(workspace))?.title,
          },
        ]}
      />
      {list.hasNextPage && (
        <Button
          variant="subtle"
          fullWidth
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('table.more')}
        </Button>
      )}
    </Panel>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

const Detail = ({ children }: { readonly children: string }) => (
  <Text span size="xs" c="dimmed" className={classes.detail}>
    {children}
  </Text>
);
