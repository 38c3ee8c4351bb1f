import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { request, type User } from '../../api/client';
import { signOut } from '../../api/session';
import { accountQuery, useAccount } from '../../app/account';
import { t } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import { modalConfirm } from '../../ui/confirm';
import { Loaded } from '../../ui/loaded';
import { Panel } from '../../ui/page';
import { Time } from '../../ui/time';
import classes from './settings.module.css';

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

/** Who the user is, and where they are signed in. */
export function AccountSettings() {
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
        <Loaded query={sessions} rows={2}>
          {([own, apps]) => (
            <ul className={classes.list}>
              {own.map((session) => (
                <li key={session.id}>
                  <span>{session.userAgent ?? session.kind}</span>
                  <Time value={session.createdAt} />
                </li>
              ))}
              {apps.map((app) => (
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
        </Loaded>
      </Panel>
    </Stack>
  );
}
