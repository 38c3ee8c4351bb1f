import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { page, request, type WorkflowRun } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t, tMaybe, tn } from '../../i18n';
import { messageOf, useAction } from '../../lib/mutation';
import { CodeBlock } from '../../ui/code';
import { Loaded } from '../../ui/loaded';
import { Lines } from '../../ui/states';
import { Time } from '../../ui/time';
import classes from './developers.module.css';

const DAY = 86_400_000;

/** What a webhook was sent, and what came of it. */
export function Runs({ webhook }: { readonly webhook: string }) {
  const { mayWrite } = useWorkspace();
  const { data, error } = useQuery({
    queryKey: ['runs', webhook],
    queryFn: ({ signal }) =>
      page<WorkflowRun>(`${webhook}/runs?order[createdAt]=desc&itemsPerPage=20`, signal),
  });
  const [shown, setShown] = useState<string>();
  const redeliver = useAction({
    run: () =>
      request<{ queued: number }>(`${webhook}/redeliver`, {
        method: 'POST',
        json: { from: new Date(Date.now() - DAY).toISOString() },
      }),
  });
  if (error) return <Text size="sm">{messageOf(error)}</Text>;
  if (!data) return <Lines rows={3} />;
  return (
    <Stack gap="xs" p="xs">
      {mayWrite && (
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-xs"
            loading={redeliver.isPending}
            onClick={() => redeliver.mutate()}
          >
            {t('webhooks.redeliver')}
          </Button>
          {redeliver.data && (
            <Text size="xs" c="dimmed" role="status">
              {tn('webhooks.queued', redeliver.data.queued)}
            </Text>
          )}
        </Group>
      )}
      {data.members.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('webhooks.noRuns')}
        </Text>
      )}
      {data.members.map((run) => (
        <div key={run['@id']}>
          <Group gap="sm" className={classes.run}>
            <Badge variant="light" tt="none" className={classes.state} data-status={run.status}>
              {tMaybe(`run.${run.status}`)}
            </Badge>
            <span className="mono">{run.responseCode ?? '–'}</span>
            <Time value={run.createdAt} />
            <Text size="xs" c="dimmed">
              {run.duration === null || run.duration === undefined ? '' : `${run.duration} ms`}
              {run.attempt && run.attempt > 1 ? ` · ${t('webhooks.attempt', { count: run.attempt })}` : ''}
            </Text>
            <Anchor
              component="button"
              type="button"
              size="xs"
              aria-expanded={shown === run['@id']}
              onClick={() => setShown(shown === run['@id'] ? undefined : run['@id'])}
            >
              {t('webhooks.payload')}
            </Anchor>
          </Group>
          {shown === run['@id'] && <Payload iri={run['@id'] ?? ''} />}
        </div>
      ))}
    </Stack>
  );
}

function Payload({ iri }: { readonly iri: string }) {
  const query = useQuery({ queryKey: ['run', iri], queryFn: () => request<Record<string, unknown>>(iri) });
  return (
    <Loaded query={query} rows={2}>
      {(run) => <CodeBlock label={t('webhooks.payload')} text={JSON.stringify(run, null, 2)} />}
    </Loaded>
  );
}
