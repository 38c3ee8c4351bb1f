import { Button, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { all, request, type OauthClient } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { useAction } from '../../lib/mutation';
import { modalConfirm } from '../../ui/confirm';
import { DataTable } from '../../ui/loaded';
import { Panel } from '../../ui/page';
import { NewClient } from './new-client';

/** The user's programs. */
export function Clients() {
  const { mayManage } = useWorkspace();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['clients'],
    queryFn: () => all<OauthClient>('/oauth_clients?itemsPerPage=100'),
  });
  const end = useAction({
    run: (iri: string) => request(iri, { method: 'DELETE' }),
    done: t('clients.ended'),
    onDone: () => client.invalidateQueries({ queryKey: ['clients'] }),
  });
  const onEnd = async (each: OauthClient): Promise<void> => {
    if (await modalConfirm(t('clients.end'), t('clients.endText', { name: each.name ?? '' })))
      end.mutate(each['@id'] ?? '');
  };
  return (
    <Stack gap="md">
      {mayManage && (
        <Panel title={t('clients.new')}>
          <Text size="sm" c="dimmed" mb="sm">
            {t('clients.text')}
          </Text>
          <NewClient />
        </Panel>
      )}
      <Panel title={t('clients.title')} flush>
        <DataTable
          query={query}
          keyOf={(each) => each['@id'] ?? ''}
          none={t('clients.none')}
          minWidth={560}
          columns={[
            { id: 'name', label: t('clients.nameShort'), cell: ({ name }) => name },
            {
              id: 'id',
              label: t('clients.id'),
              className: 'mono breaks',
              cell: ({ publicId }) => publicId,
            },
            {
              id: 'scopes',
              label: t('clients.scopes'),
              isMinor: true,
              cell: ({ scopes }) => scopes?.join(', '),
            },
            {
              id: 'actions',
              label: t('form.more'),
              isLabelHidden: true,
              isNumber: true,
              cell: (each) => (
                <Button variant="default" size="compact-xs" onClick={() => void onEnd(each)}>
                  {t('clients.end')}
                </Button>
              ),
            },
          ]}
        />
      </Panel>
    </Stack>
  );
}
