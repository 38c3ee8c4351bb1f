import { Button, Group, Select, Stack, Table, Tabs, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { all, idOf, request, type Member, type Status, type User } from '../../api/client';
import { signOut } from '../../api/session';
import { accountQuery, useAccount, useWorkspace } from '../../app/account';
import { t, tMaybe } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import { textOf } from '../../lib/search';
import { modalConfirm } from '../../ui/confirm';
import { Page, Panel } from '../../ui/page';
import { Failure, Lines } from '../../ui/states';
import { Time } from '../../ui/time';
import classes from './settings.module.css';

/** What is set up once. */
export function Settings() {
  const search = useSearch({ from: '/inside/w/$workspace/settings' });
  const navigate = useNavigate();
  const tab = textOf(search, 'tab') || 'workspace';
  return (
    <Page title={t('nav.settings')}>
      <Tabs
        value={tab}
        onChange={(value) => void navigate({ to: '.', search: { tab: value ?? 'workspace' }, replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="workspace">{t('settings.workspace')}</Tabs.Tab>
          <Tabs.Tab value="statuses">{t('settings.statuses')}</Tabs.Tab>
          <Tabs.Tab value="members">{t('settings.members')}</Tabs.Tab>
          <Tabs.Tab value="account">{t('settings.account')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="workspace">
          <WorkspaceSettings />
        </Tabs.Panel>
        <Tabs.Panel value="statuses">
          <Statuses />
        </Tabs.Panel>
        <Tabs.Panel value="members">
          <Members />
        </Tabs.Panel>
        <Tabs.Panel value="account">
          <AccountSettings />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function WorkspaceSettings() {
  const { iri, title, mayManage } = useWorkspace();
  const [name, setName] = useState(title);
  const client = useQueryClient();
  const save = useAction({
    fields: ['title'],
    run: () => request(iri, { method: 'PUT', json: { title: name } }),
    done: t('form.saved'),
    onDone: () => client.invalidateQueries({ queryKey: accountQuery.queryKey }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Panel title={t('settings.workspace')}>
      <form onSubmit={submit} noValidate className={classes.form}>
        <TextInput
          label={t('welcome.workspaceName')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={violationAt(save.error, 'title')}
          readOnly={!mayManage}
        />
        {mayManage && (
          <Button type="submit" size="sm" loading={save.isPending} disabled={name === title}>
            {t('form.save')}
          </Button>
        )}
      </form>
    </Panel>
  );
}

function Statuses() {
  const { iri, mayWrite } = useWorkspace();
  const [entity, setEntity] = useState<string>('shipments');
  const [title, setTitle] = useState('');
  const client = useQueryClient();
  const reload = (): Promise<void> => client.invalidateQueries({ queryKey: ['statuses'] });
  const { data, error, refetch } = useQuery({
    queryKey: ['statuses', iri, entity],
    queryFn: () => all<Status>(`${iri}/statuses?entity=${entity}&itemsPerPage=200`),
  });
  const add = useAction({
    fields: ['code', 'title'],
    run: () =>
      request('/statuses', {
        method: 'POST',
        json: {
          workspace: iri,
          entity,
          title,
          code: title
            .trim()
            .toLowerCase()
            .replaceAll(/[^a-z\d]+/g, '_'),
        },
      }),
    onDone: () => {
      setTitle('');
      return reload();
    },
  });
  const remove = useAction({
    run: (status: string) => request(status, { method: 'DELETE' }),
    onDone: reload,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Stack gap="md">
      <Panel title={t('settings.statuses')}>
        <Text size="sm" c="dimmed" mb="sm">
          {t('settings.statusesText')}
        </Text>
        <form onSubmit={submit} noValidate className={classes.form}>
          <Select
            label={t('settings.statusOf')}
            data={[
              { value: 'shipments', label: t('nav.shipments') },
              { value: 'orders', label: t('nav.orders') },
            ]}
            value={entity}
            onChange={(value) => setEntity(value ?? 'shipments')}
            allowDeselect={false}
          />
          {mayWrite && (
            <>
              <TextInput
                label={t('settings.newStatus')}
                value={title}
                onChange={({ currentTarget }) => setTitle(currentTarget.value)}
                error={violationAt(add.error, 'title', 'code')}
              />
              <Button type="submit" size="sm" loading={add.isPending} disabled={title.trim() === ''}>
                {t('form.add')}
              </Button>
            </>
          )}
        </form>
      </Panel>
      <Panel flush>
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Lines rows={4} />
        ) : (
          <Table.ScrollContainer minWidth={360}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('settings.statusTitle')}</Table.Th>
                  <Table.Th>{t('settings.statusCode')}</Table.Th>
                  <Table.Th>
                    <span className="visually-hidden">{t('form.more')}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.map((status) => (
                  <Table.Tr key={status['@id']}>
                    <Table.Td>{status.title}</Table.Td>
                    <Table.Td className="mono">{status.code}</Table.Td>
                    <Table.Td className="number">
                      {mayWrite && (
                        <Button
                          variant="default"
                          size="compact-xs"
                          onClick={() =>
                            void modalConfirm(
                              t('form.delete'),
                              t('settings.deleteStatus', { title: status.title ?? '' }),
                            ).then((yes) => yes && remove.mutate(status['@id'] ?? ''))
                          }
                        >
                          {t('form.delete')}
                        </Button>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Panel>
    </Stack>
  );
}

const ROLES = ['owner', 'admin', 'member', 'read-only'] as const;

function Members() {
  const { team, mayManage } = useWorkspace();
  const { user } = useAccount();
  const id = idOf(team?.['@id'] ?? '');
  const client = useQueryClient();
  const key = ['members', id];
  const reload = (): Promise<void> => client.invalidateQueries({ queryKey: key });
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: () => request<readonly Member[]>(`/teams/${id}/members`),
  });
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<string>('member');
  const invite = useAction({
    fields: ['email', 'role'],
    run: () => request(`/teams/${id}/members`, { method: 'POST', json: { email, role } }),
    done: t('settings.invited'),
    onDone: () => {
      setEmail('');
      return reload();
    },
  });
  const change = useAction({
    run: (next: { member: Member; role: string }) =>
      request(`/teams/${id}/members/${idOf(next.member.user)}`, { method: 'PUT', json: { role: next.role } }),
    done: t('form.saved'),
    onDone: reload,
  });
  const remove = useAction({
    run: (member: Member) => request(`/teams/${id}/members/${idOf(member.user)}`, { method: 'DELETE' }),
    onDone: reload,
  });
  const choices = ROLES.map((each) => ({ value: each, label: tMaybe(`role.${each}`) }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    invite.mutate();
  };
  return (
    <Stack gap="md">
      {mayManage && (
        <Panel title={t('settings.invite')}>
          <form onSubmit={submit} noValidate className={classes.form}>
            <TextInput
              type="email"
              label={t('signUp.email')}
              value={email}
              onChange={({ currentTarget }) => setEmail(currentTarget.value)}
              error={violationAt(invite.error, 'email')}
            />
            <Select
              label={t('settings.role')}
              data={choices}
              value={role}
              onChange={(value) => setRole(value ?? 'member')}
              allowDeselect={false}
            />
            <Button type="submit" size="sm" loading={invite.isPending} disabled={email.trim() === ''}>
              {t('settings.inviteButton')}
            </Button>
          </form>
        </Panel>
      )}
      <Panel title={team?.name ?? ''} flush>
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Lines rows={3} />
        ) : (
          <Table.ScrollContainer minWidth={520}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('signUp.email')}</Table.Th>
                  <Table.Th>{t('settings.name')}</Table.Th>
                  <Table.Th>{t('settings.role')}</Table.Th>
                  <Table.Th>
                    <span className="visually-hidden">{t('form.more')}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.map((member) => (
                  <Table.Tr key={member.user}>
                    <Table.Td>{member.email}</Table.Td>
                    <Table.Td>{[member.firstName, member.lastName].filter(Boolean).join(' ')}</Table.Td>
                    <Table.Td>
                      {mayManage ? (
                        <Select
                          size="xs"
                          w={140}
                          aria-label={`${t('settings.role')}: ${member.email}`}
                          data={choices}
                          value={member.role}
                          onChange={(value) => value && change.mutate({ member, role: value })}
                          allowDeselect={false}
                        />
                      ) : (
                        tMaybe(`role.${member.role}`)
                      )}
                    </Table.Td>
                    <Table.Td className="number">
                      {mayManage && idOf(member.user) !== user.id && (
                        <Button
                          variant="default"
                          size="compact-xs"
                          onClick={() =>
                            void modalConfirm(
                              t('settings.remove'),
                              t('settings.removeText', { email: member.email }),
                            ).then((yes) => yes && remove.mutate(member))
                          }
                        >
                          {t('settings.remove')}
                        </Button>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Panel>
    </Stack>
  );
}

interface SessionRow {
  readonly id: string;
  readonly kind: string;
  readonly userAgent: string | null;
  readonly createdAt: string;
}

interface AppRow {
  readonly client: string;
  readonly name: string | null;
  readonly createdAt: string;
}

function AccountSettings() {
  const { user } = useAccount();
  const client = useQueryClient();
  const iri = `/users/${user.id ?? ''}`;
  const [firstName, setFirstName] = useState(user.firstName ?? '');
  const [lastName, setLastName] = useState(user.lastName ?? '');
  const save = useAction({
    fields: ['firstName', 'lastName'],
    run: () =>
      request<User>(iri, {
        method: 'PUT',
        json: { firstName: firstName || null, lastName: lastName || null },
      }),
    done: t('form.saved'),
    onDone: () => client.invalidateQueries({ queryKey: accountQuery.queryKey }),
  });
  const sessions = useQuery({
    queryKey: ['sessions'],
    queryFn: async () =>
      Promise.all([request<SessionRow[]>(`${iri}/sessions`), request<AppRow[]>(`${iri}/apps`)] as const),
  });
  const endApp = useAction({
    run: (app: string) => request(`${iri}/apps/${encodeURIComponent(app)}`, { method: 'DELETE' }),
    onDone: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
  const endAll = useAction({
    run: async () => {
      await request(`${iri}/sessions`, { method: 'DELETE' });
      // this dashboard's own session goes with it
      await request(`${iri}/apps/waybill-dashboard`, { method: 'DELETE' });
      await signOut();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Stack gap="md">
      <Panel title={t('settings.account')}>
        <form onSubmit={submit} noValidate className={classes.form}>
          <TextInput label={t('signUp.email')} value={user.email ?? ''} readOnly />
          <TextInput
            label={t('address.firstName')}
            value={firstName}
            onChange={({ currentTarget }) => setFirstName(currentTarget.value)}
            error={violationAt(save.error, 'firstName')}
          />
          <TextInput
            label={t('address.lastName')}
            value={lastName}
            onChange={({ currentTarget }) => setLastName(currentTarget.value)}
            error={violationAt(save.error, 'lastName')}
          />
          <Button type="submit" size="sm" loading={save.isPending}>
            {t('form.save')}
          </Button>
        </form>
        <Text size="sm" mt="md">
          <a href="/security/password">{t('settings.password')}</a>
        </Text>
      </Panel>
      <Panel
        title={t('settings.sessions')}
        actions={
          <Button
            variant="default"
            size="compact-sm"
            onClick={() =>
              void modalConfirm(t('settings.endAll'), t('settings.endAllText')).then(
                (yes) => yes && endAll.mutate(),
              )
            }
          >
            {t('settings.endAll')}
          </Button>
        }
        flush
      >
        {sessions.error ? (
          <Failure error={sessions.error} />
        ) : !sessions.data ? (
          <Lines rows={2} />
        ) : (
          <ul className={classes.list}>
            {sessions.data[0].map((session) => (
              <li key={session.id}>
                <span>{session.userAgent ?? session.kind}</span>
                <Time value={session.createdAt} />
              </li>
            ))}
            {sessions.data[1].map((app) => (
              <li key={app.client}>
                <span>{app.name ?? app.client}</span>
                <Group gap="sm">
                  <Time value={app.createdAt} />
                  {app.client !== 'waybill-dashboard' && (
                    <Button variant="default" size="compact-xs" onClick={() => endApp.mutate(app.client)}>
                      {t('clients.end')}
                    </Button>
                  )}
                </Group>
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </Stack>
  );
}
