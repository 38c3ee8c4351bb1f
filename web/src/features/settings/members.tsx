import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { idOf, request, type Member } from '../../api/client';
import { useAccount, useWorkspace } from '../../app/account';
import { t, tMaybe } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import { modalConfirm } from '../../ui/confirm';
import { DataTable } from '../../ui/loaded';
import { Panel } from '../../ui/page';
import classes from './settings.module.css';

const ROLES = ['owner', 'admin', 'member', 'read-only'] as const;

/** Who is in the team, and as what. */
export function Members() {
  const { team, mayManage } = useWorkspace();
  const { user } = useAccount();
  const id = idOf(team?.['@id'] ?? '');
  const client = useQueryClient();
  const key = ['members', id];
  const reload = (): Promise<void> => client.invalidateQueries({ queryKey: key });
  const query = useQuery({
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
  const onRemove = async (member: Member): Promise<void> => {
    const text = t('settings.removeText', { email: member.email });
    if (await modalConfirm(t('settings.remove'), text)) remove.mutate(member);
  };
  // owners alone make owners
  const isOwner = team?.role === 'owner';
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
              data={choices.filter(({ value }) => isOwner || value !== 'owner')}
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
        <DataTable
          query={query}
          keyOf={(member) => member.user}
          none={t('settings.noMembers')}
          minWidth={520}
          columns={[
            {
              id: 'email',
              label: t('signUp.email'),
              className: 'breaks',
              cell: ({ email: address, status }) => (
                <>
                  {address}
                  {status === 'invited' && (
                    <Text span size="xs" c="dimmed">
                      {' '}
                      {t('settings.isInvited')}
                    </Text>
                  )}
                </>
              ),
            },
            {
              id: 'name',
              label: t('settings.name'),
              isMinor: true,
              cell: ({ firstName, lastName }) => [firstName, lastName].filter(Boolean).join(' '),
            },
            {
              id: 'role',
              label: t('settings.role'),
              cell: (member) =>
                mayManage && member.status !== 'invited' ? (
                  <Select
                    size="xs"
                    w={140}
                    aria-label={`${t('settings.role')}: ${member.email}`}
                    data={choices.filter(
                      ({ value }) => isOwner || value === member.role || value !== 'owner',
                    )}
                    value={member.role}
                    disabled={member.role === 'owner' && !isOwner}
                    onChange={(value) => value && change.mutate({ member, role: value })}
                    allowDeselect={false}
                  />
                ) : (
                  tMaybe(`role.${member.role}`)
                ),
            },
            {
              id: 'actions',
              label: t('form.more'),
              isLabelHidden: true,
              isNumber: true,
              cell: (member) =>
                mayManage &&
                (member.role !== 'owner' || isOwner) &&
                idOf(member.user) !== user.id && (
                  <Button variant="default" size="compact-xs" onClick={() => void onRemove(member)}>
                    {t('settings.remove')}
                  </Button>
                ),
            },
          ]}
        />
      </Panel>
    </Stack>
  );
}
