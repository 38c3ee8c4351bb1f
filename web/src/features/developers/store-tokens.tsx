import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type NewStoreToken, request, type StoreToken } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t, tMaybe } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import { CodeBlock } from '../../ui/code';
import { modalConfirm } from '../../ui/confirm';
import { DataTable } from '../../ui/loaded';
import { Panel } from '../../ui/page';
import { Time } from '../../ui/time';
import classes from './developers.module.css';

const SCOPES = ['modify', 'read-only'] as const;

/** What opens the workspace for programs that speak BigCommerce's API. */
export function StoreTokens() {
  const { iri, mayManage } = useWorkspace();
  const path = `${iri}/store_tokens`;
  const client = useQueryClient();
  const reload = (): Promise<void> => client.invalidateQueries({ queryKey: ['store-tokens'] });
  const query = useQuery({
    queryKey: ['store-tokens', iri],
    queryFn: () => request<readonly StoreToken[]>(path),
    enabled: mayManage,
  });
  const end = useAction({
    run: (id: string) => request(`${path}/${id}`, { method: 'DELETE' }),
    done: t('tokens.ended'),
    onDone: reload,
  });
  const onEnd = async ({ id, name }: StoreToken): Promise<void> => {
    if (await modalConfirm(t('tokens.end'), t('clients.endText', { name: name ?? '' }))) end.mutate(id);
  };
  if (!mayManage)
    return (
      <Panel title={t('tokens.title')}>
        <Text size="sm">{t('tokens.notYours')}</Text>
      </Panel>
    );
  return (
    <Stack gap="md">
      <Panel title={t('tokens.new')}>
        <Text size="sm" c="dimmed" mb="sm">
          {t('tokens.text')}
        </Text>
        <NewToken path={path} onMade={reload} />
      </Panel>
      <Panel title={t('tokens.title')} flush>
        <DataTable
          query={query}
          keyOf={({ id }) => id}
          none={t('tokens.none')}
          minWidth={480}
          columns={[
            { id: 'name', label: t('tokens.name'), cell: ({ name }) => name },
            { id: 'scope', label: t('clients.scopes'), cell: ({ scope }) => tMaybe(`tokens.${scope}`) },
            {
              id: 'created',
              label: t('shipment.createdAt'),
              isMinor: true,
              cell: ({ createdAt }) => <Time value={createdAt} />,
            },
            {
              id: 'actions',
              label: t('form.more'),
              isLabelHidden: true,
              isNumber: true,
              cell: (token) => (
                <Button variant="default" size="compact-xs" onClick={() => void onEnd(token)}>
                  {t('tokens.end')}
                </Button>
              ),
            },
          ]}
        />
      </Panel>
    </Stack>
  );
}

/** A form for one, which shows the token once. */
function NewToken({ path, onMade }: { readonly path: string; readonly onMade: () => Promise<void> }) {
  const [name, setName] = useState('');
  const [scope, setScope] = useState<string>('modify');
  const [made, setMade] = useState<NewStoreToken>();
  const make = useAction({
    fields: ['name', 'scope'],
    run: () =>
      request<NewStoreToken>(path, { method: 'POST', json: { scope, ...(name.trim() ? { name } : {}) } }),
    onDone: (answer) => {
      setMade(answer);
      setName('');
      return onMade();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  if (made)
    return (
      <Stack gap="sm">
        <Alert color="orange" title={t('tokens.once')} variant="light">
          {t('clients.onceText')}
        </Alert>
        <CodeBlock label={t('tokens.address')} text={made.url} />
        <CodeBlock label={t('tokens.token')} text={made.token} />
        <CodeBlock
          label={t('clients.requests')}
          text={`curl -s -H 'X-Auth-Token: ${made.token}' -H 'Accept: application/json' '${made.url}/orders'`}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setMade(undefined)}>
            {t('clients.kept')}
          </Button>
        </Group>
      </Stack>
    );
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <TextInput
        label={t('tokens.name')}
        placeholder={t('tokens.nameExample')}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={violationAt(make.error, 'name')}
      />
      <Select
        label={t('clients.scopes')}
        data={SCOPES.map((value) => ({ value, label: tMaybe(`tokens.${value}`) }))}
        value={scope}
        onChange={(value) => setScope(value ?? 'modify')}
        allowDeselect={false}
      />
      <Button type="submit" size="sm" loading={make.isPending}>
        {t('tokens.make')}
      </Button>
    </form>
  );
}
