import { Button, Group, Stack, Switch } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { all, request, type Workflow, type WorkflowRun } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { useAction } from '../../lib/mutation';
import { modalConfirm } from '../../ui/confirm';
import { DataTable } from '../../ui/loaded';
import { Panel } from '../../ui/page';
import { Time } from '../../ui/time';
import classes from './developers.module.css';
import { NewWebhook } from './new-webhook';
import { Runs } from './runs';

/** Who is told of changes. */
export function Webhooks() {
  const { iri, mayWrite } = useWorkspace();
  const query = useQuery({
    queryKey: ['workflows', iri],
    queryFn: async () =>
      (await all<Workflow>(`${iri}/workflows?itemsPerPage=100`)).filter(({ type }) => type === 'webhook'),
  });
  const [open, setOpen] = useState<string>();
  return (
    <Stack gap="md">
      {mayWrite && <NewWebhook />}
      <Panel title={t('webhooks.title')} flush>
        <DataTable
          query={query}
          keyOf={(webhook) => webhook['@id'] ?? ''}
          none={t('webhooks.none')}
          minWidth={680}
          detail={(webhook) => open === webhook['@id'] && <Runs webhook={webhook['@id'] ?? ''} />}
          columns={[
            { id: 'name', label: t('webhooks.name'), cell: ({ title }) => title },
            { id: 'url', label: t('webhooks.url'), className: `mono ${classes.url}`, cell: ({ url }) => url },
            {
              id: 'about',
              label: t('webhooks.about'),
              cell: ({ entity, event }) =>
                [entity ?? t('webhooks.everything'), event].filter(Boolean).join(' · '),
            },
            {
              id: 'run',
              label: t('webhooks.lastRun'),
              cell: ({ lastRunDate }) => <Time value={lastRunDate} />,
            },
            {
              id: 'enabled',
              label: t('webhooks.enabled'),
              cell: (webhook) => <EnabledSwitch webhook={webhook} />,
            },
            {
              id: 'actions',
              label: t('form.more'),
              isLabelHidden: true,
              cell: (webhook) => (
                <Actions
                  webhook={webhook}
                  isOpen={open === webhook['@id']}
                  onOpen={() => setOpen(open === webhook['@id'] ? undefined : webhook['@id'])}
                />
              ),
            },
          ]}
        />
      </Panel>
    </Stack>
  );
}

function useReload(webhook: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: ['workflows'] });
    await client.invalidateQueries({ queryKey: ['runs', webhook] });
  };
}

function EnabledSwitch({ webhook }: { readonly webhook: Workflow }) {
  const { mayWrite } = useWorkspace();
  const iri = webhook['@id'] ?? '';
  const toggle = useAction({
    run: (enabled: boolean) => request(iri, { method: 'PUT', json: { enabled } }),
    onDone: useReload(iri),
  });
  return (
    <Switch
      size="xs"
      checked={webhook.enabled ?? false}
      disabled={!mayWrite || toggle.isPending}
      onChange={(event) => toggle.mutate(event.currentTarget.checked)}
      aria-label={`${t('webhooks.enabled')}: ${webhook.title ?? ''}`}
    />
  );
}

interface ActionsProps {
  readonly webhook: Workflow;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function Actions({ webhook, isOpen, onOpen }: ActionsProps) {
  const { mayWrite } = useWorkspace();
  const iri = webhook['@id'] ?? '';
  const reload = useReload(iri);
  const ping = useAction({
    run: () => request<WorkflowRun>(`${iri}/ping`, { method: 'POST', json: {} }),
    onDone: async () => {
      await reload();
      if (!isOpen) onOpen();
    },
  });
  const remove = useAction({ run: () => request(iri, { method: 'DELETE' }), onDone: reload });
  const onDelete = async (): Promise<void> => {
    if (await modalConfirm(t('webhooks.delete'), t('webhooks.deleteText'))) remove.mutate();
  };
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      <Button variant="default" size="compact-xs" onClick={onOpen} aria-expanded={isOpen}>
        {t('webhooks.runs')}
      </Button>
      {mayWrite && (
        <>
          <Button variant="default" size="compact-xs" loading={ping.isPending} onClick={() => ping.mutate()}>
            {t('webhooks.ping')}
          </Button>
          <Button variant="default" size="compact-xs" onClick={() => void onDelete()}>
            {t('webhooks.delete')}
          </Button>
        </>
      )}
    </Group>
  );
}
