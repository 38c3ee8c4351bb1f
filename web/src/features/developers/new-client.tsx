import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type OauthClient, request } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { curlExamples } from '../../lib/examples';
import { useAction, violationAt } from '../../lib/mutation';
import { CodeBlock } from '../../ui/code';

/** Makes a client; its secret is shown once, in requests that can be pasted as they are. */
export function NewClient() {
  const { id: workspaceId } = useWorkspace();
  const [name, setName] = useState('');
  const [made, setMade] = useState<OauthClient>();
  const client = useQueryClient();
  const make = useAction({
    fields: ['name'],
    run: () => request<OauthClient>('/oauth_clients', { method: 'POST', json: { name } }),
    onDone: async (answer) => {
      setMade(answer);
      setName('');
      await client.invalidateQueries({ queryKey: ['clients'] });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    make.mutate();
  };
  if (made)
    return (
      <Stack gap="sm">
        <Alert color="orange" title={t('clients.once')} variant="light">
          {t('clients.onceText')}
        </Alert>
        <CodeBlock label={t('clients.id')} text={made.publicId ?? ''} />
        <CodeBlock label={t('clients.secret')} text={made.secret ?? ''} />
        <CodeBlock
          label={t('clients.requests')}
          text={curlExamples(workspaceId, made.publicId ?? '', made.secret ?? '')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setMade(undefined)}>
            {t('clients.kept')}
          </Button>
        </Group>
      </Stack>
    );
  return (
    <form onSubmit={submit} noValidate>
      <Group align="flex-start" gap="xs" wrap="nowrap">
        <TextInput
          style={{ flex: 1 }}
          size="xs"
          aria-label={t('clients.name')}
          placeholder={t('clients.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={violationAt(make.error, 'name')}
        />
        <Button type="submit" loading={make.isPending} disabled={name.trim() === ''}>
          {t('clients.make')}
        </Button>
      </Group>
    </form>
  );
}
