import { Anchor, Button, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { request, type Team, type Workspace } from '../../api/client';
import { signOut } from '../../api/session';
import { accountQuery, useAccount } from '../../app/account';
import mark from '../../app/waybill.svg';
import { t } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import classes from './account.module.css';

const NEW_TEAM = '';

/** Makes a workspace, and the team that it needs. */
export function Welcome() {
  const { teams, workspaces, user } = useAccount();
  const own = teams.filter(({ role }) => role === 'owner' || role === 'admin');
  const [team, setTeam] = useState<string>(own[0]?.['@id'] ?? NEW_TEAM);
  const [made, setMade] = useState<string>();
  const [name, setName] = useState('');
  const [title, setTitle] = useState('');
  const client = useQueryClient();
  const navigate = useNavigate();
  useEffect(() => {
    document.title = `${t('welcome.title')} – Waybill`;
  }, []);
  const action = useAction({
    fields: ['name', 'title'],
    run: async () => {
      let iri = team || made;
      if (!iri) {
        iri = (await request<Team>('/teams', { method: 'POST', json: { name } }))['@id'];
        // when the workspace is refused, the next try has the team already
        setMade(iri);
      }
      return request<Workspace>('/workspaces', { method: 'POST', json: { team: iri, title } });
    },
    onDone: async ({ id = '' }) => {
      await client.fetchQuery({ ...accountQuery, staleTime: 0 });
      await navigate({ to: '/w/$workspace/overview', params: { workspace: id } });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    action.mutate();
  };
  const isFirst = workspaces.length === 0;
  return (
    <main className={classes.page}>
      <form className={classes.card} onSubmit={submit} noValidate>
        <img src={mark} alt="" width={36} height={36} />
        <Stack gap={4}>
          <Title order={1}>{t(isFirst ? 'welcome.title' : 'nav.newWorkspace')}</Title>
          <Text size="sm" c="dimmed">
            {t('welcome.text')}
          </Text>
        </Stack>
        {own.length > 0 && (
          <Select
            label={t('welcome.team')}
            data={[
              ...own.map((each) => ({ value: each['@id'] ?? '', label: each.name ?? '' })),
              { value: NEW_TEAM, label: t('welcome.newTeam') },
            ]}
            value={team}
            onChange={(value) => setTeam(value ?? NEW_TEAM)}
            allowDeselect={false}
          />
        )}
        {team === NEW_TEAM && (
          <TextInput
            label={t('welcome.teamName')}
            placeholder="Acme"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={violationAt(action.error, 'name')}
            disabled={made !== undefined}
          />
        )}
        <TextInput
          label={t('welcome.workspaceName')}
          description={t('welcome.workspaceText')}
          placeholder={t('welcome.workspaceExample')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={violationAt(action.error, 'title')}
        />
        <Button type="submit" size="sm" loading={action.isPending}>
          {t('welcome.button')}
        </Button>
        <Text size="xs" c="dimmed">
          {user.email} ·{' '}
          <Anchor component="button" type="button" inherit onClick={() => void signOut()}>
            {t('account.signOut')}
          </Anchor>
        </Text>
      </form>
    </main>
  );
}
