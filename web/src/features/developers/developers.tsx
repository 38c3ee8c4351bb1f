import {
  Anchor,
  Badge,
  Button,
  Group,
  Select,
  Stack,
  Switch,
  Table,
  Tabs,
  Text,
  TextInput,
} from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, Fragment, useState } from 'react';
import { all, page, request, type OauthClient, type Workflow, type WorkflowRun } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t, tMaybe, tn } from '../../i18n';
import { curlExamples } from '../../lib/examples';
import { messageOf, useAction, violationAt } from '../../lib/mutation';
import { textOf } from '../../lib/search';
import { CodeBlock } from '../../ui/code';
import { modalConfirm } from '../../ui/confirm';
import { Page, Panel } from '../../ui/page';
import { Failure, Lines } from '../../ui/states';
import { Time } from '../../ui/time';
import { NewClient } from './new-client';
import classes from './developers.module.css';

/** Clients, webhooks and how shops are connected. */
export function Developers() {
  const search = useSearch({ from: '/inside/w/$workspace/developers' });
  const navigate = useNavigate();
  const tab = textOf(search, 'tab') || 'clients';
  return (
    <Page title={t('nav.developers')}>
      <Tabs
        value={tab}
        onChange={(value) => void navigate({ to: '.', search: { tab: value ?? 'clients' }, replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="clients">{t('clients.title')}</Tabs.Tab>
          <Tabs.Tab value="webhooks">{t('webhooks.title')}</Tabs.Tab>
          <Tabs.Tab value="connect">{t('connect.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="clients">
          <Clients />
        </Tabs.Panel>
        <Tabs.Panel value="webhooks">
          <Webhooks />
        </Tabs.Panel>
        <Tabs.Panel value="connect">
          <Connect />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

function Clients() {
  const { mayManage } = useWorkspace();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['clients'],
    queryFn: () => all<OauthClient>('/oauth_clients?itemsPerPage=100'),
  });
  const end = useAction({
    run: (iri: string) => request(iri, { method: 'DELETE' }),
    done: t('clients.ended'),
    onDone: () => client.invalidateQueries({ queryKey: ['clients'] }),
  });
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
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Lines rows={3} />
        ) : data.length === 0 ? (
          <Text size="sm" c="dimmed" p="md">
            {t('clients.none')}
          </Text>
        ) : (
          <Table.ScrollContainer minWidth={560}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('clients.name')}</Table.Th>
                  <Table.Th>{t('clients.id')}</Table.Th>
                  <Table.Th>{t('clients.scopes')}</Table.Th>
                  <Table.Th>
                    <span className="visually-hidden">{t('form.more')}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.map((each) => (
                  <Table.Tr key={each['@id']}>
                    <Table.Td>{each.name}</Table.Td>
                    <Table.Td className="mono">{each.publicId}</Table.Td>
                    <Table.Td>{each.scopes?.join(', ')}</Table.Td>
                    <Table.Td className="number">
                      <Button
                        variant="default"
                        size="compact-xs"
                        onClick={() =>
                          void modalConfirm(
                            t('clients.end'),
                            t('clients.endText', { name: each.name ?? '' }),
                          ).then((yes) => yes && end.mutate(each['@id'] ?? ''))
                        }
                      >
                        {t('clients.end')}
                      </Button>
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

function Webhooks() {
  const { iri, mayWrite } = useWorkspace();
  const { data, error, refetch } = useQuery({
    queryKey: ['workflows', iri],
    queryFn: () => all<Workflow>(`${iri}/workflows?itemsPerPage=100`),
  });
  const [open, setOpen] = useState<string>();
  const webhooks = data?.filter(({ type }) => type === 'webhook') ?? [];
  return (
    <Stack gap="md">
      {mayWrite && <NewWebhook />}
      <Panel title={t('webhooks.title')} flush>
        {error ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Lines rows={3} />
        ) : webhooks.length === 0 ? (
          <Text size="sm" c="dimmed" p="md">
            {t('webhooks.none')}
          </Text>
        ) : (
          <Table.ScrollContainer minWidth={680}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('webhooks.name')}</Table.Th>
                  <Table.Th>{t('webhooks.url')}</Table.Th>
                  <Table.Th>{t('webhooks.about')}</Table.Th>
                  <Table.Th>{t('webhooks.lastRun')}</Table.Th>
                  <Table.Th>{t('webhooks.enabled')}</Table.Th>
                  <Table.Th>
                    <span className="visually-hidden">{t('form.more')}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {webhooks.map((webhook) => (
                  <Fragment key={webhook['@id']}>
                    <WebhookRow
                      webhook={webhook}
                      isOpen={open === webhook['@id']}
                      onOpen={() => setOpen(open === webhook['@id'] ? undefined : webhook['@id'])}
                    />
                    {open === webhook['@id'] && (
                      <Table.Tr>
                        <Table.Td colSpan={6}>
                          <Runs webhook={webhook['@id'] ?? ''} />
                        </Table.Td>
                      </Table.Tr>
                    )}
                  </Fragment>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Panel>
    </Stack>
  );
}

interface WebhookRowProps {
  readonly webhook: Workflow;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function WebhookRow({ webhook, isOpen, onOpen }: WebhookRowProps) {
  const { mayWrite } = useWorkspace();
  const client = useQueryClient();
  const iri = webhook['@id'] ?? '';
  const reload = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['workflows'] });
    await client.invalidateQueries({ queryKey: ['runs', iri] });
  };
  const toggle = useAction({
    run: (enabled: boolean) => request(iri, { method: 'PUT', json: { enabled } }),
    onDone: reload,
  });
  const ping = useAction({
    run: () => request<WorkflowRun>(`${iri}/ping`, { method: 'POST', json: {} }),
    onDone: async () => {
      await reload();
      if (!isOpen) onOpen();
    },
  });
  const remove = useAction({ run: () => request(iri, { method: 'DELETE' }), onDone: reload });
  return (
    <Table.Tr>
      <Table.Td>{webhook.title}</Table.Td>
      <Table.Td className={`mono ${classes.url}`}>{webhook.url}</Table.Td>
      <Table.Td>
        {[webhook.entity ?? t('webhooks.everything'), webhook.event].filter(Boolean).join(' · ')}
      </Table.Td>
      <Table.Td>
        <Time value={webhook.lastRunDate} />
      </Table.Td>
      <Table.Td>
        <Switch
          size="xs"
          checked={webhook.enabled ?? false}
          disabled={!mayWrite || toggle.isPending}
          onChange={(event) => toggle.mutate(event.currentTarget.checked)}
          aria-label={`${t('webhooks.enabled')}: ${webhook.title ?? ''}`}
        />
      </Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <Button variant="default" size="compact-xs" onClick={onOpen} aria-expanded={isOpen}>
            {t('webhooks.runs')}
          </Button>
          {mayWrite && (
            <>
              <Button
                variant="default"
                size="compact-xs"
                loading={ping.isPending}
                onClick={() => ping.mutate()}
              >
                {t('webhooks.ping')}
              </Button>
              <Button
                variant="default"
                size="compact-xs"
                onClick={() =>
                  void modalConfirm(t('webhooks.delete'), t('webhooks.deleteText')).then(
                    (yes) => yes && remove.mutate(),
                  )
                }
              >
                {t('webhooks.delete')}
              </Button>
            </>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

const DAY = 86_400_000;

function Runs({ webhook }: { readonly webhook: string }) {
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
  const { data } = useQuery({ queryKey: ['run', iri], queryFn: () => request<Record<string, unknown>>(iri) });
  if (!data) return <Lines rows={2} />;
  return <CodeBlock label={t('webhooks.payload')} text={JSON.stringify(data, null, 2)} />;
}

const ENTITIES = ['shipments', 'shipment_items', 'orders', 'order_items', 'reviews'];
const EVENTS = ['create', 'update', 'delete'];

function NewWebhook() {
  const { iri } = useWorkspace();
  const client = useQueryClient();
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const [entity, setEntity] = useState<string | null>(null);
  const [event, setEvent] = useState<string | null>(null);
  const make = useAction({
    fields: ['title', 'url', 'entity', 'event'],
    run: () =>
      request<Workflow>('/workflows', {
        method: 'POST',
        json: { workspace: iri, type: 'webhook', title: title || url, url, entity, event, enabled: true },
      }),
    done: t('webhooks.made'),
    onDone: async () => {
      setTitle('');
      setUrl('');
      await client.invalidateQueries({ queryKey: ['workflows'] });
    },
  });
  const submit = (sent: FormEvent): void => {
    sent.preventDefault();
    make.mutate();
  };
  return (
    <Panel title={t('webhooks.new')}>
      <form onSubmit={submit} noValidate className={classes.form}>
        <TextInput
          label={t('webhooks.url')}
          placeholder="https://example.com/hook"
          value={url}
          onChange={({ currentTarget }) => setUrl(currentTarget.value)}
          error={violationAt(make.error, 'url')}
        />
        <TextInput
          label={t('webhooks.name')}
          value={title}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          error={violationAt(make.error, 'title')}
        />
        <Select
          label={t('webhooks.about')}
          placeholder={t('webhooks.everything')}
          data={ENTITIES}
          value={entity}
          onChange={setEntity}
          clearable
        />
        <Select
          label={t('webhooks.event')}
          placeholder={t('webhooks.everything')}
          data={EVENTS}
          value={event}
          onChange={setEvent}
          clearable
        />
        <Button type="submit" size="sm" loading={make.isPending} disabled={url.trim() === ''}>
          {t('webhooks.make')}
        </Button>
      </form>
    </Panel>
  );
}

/** How shops and programs send orders and shipments here. */
function Connect() {
  const { id } = useWorkspace();
  const { origin } = window.location;
  return (
    <Stack gap="md">
      <Panel title="WooCommerce">
        <Text size="sm">{t('connect.woocommerce')}</Text>
        <CodeBlock label={t('connect.address')} text={origin} />
      </Panel>
      <Panel title="BigCommerce">
        <Text size="sm" mb="xs">
          {t('connect.bigcommerce')}
        </Text>
        <Anchor href="/docs/bigcommerce" size="sm">
          {t('connect.docs')}
        </Anchor>
      </Panel>
      <Panel title={t('connect.magentoTitle')}>
        <Text size="sm" mb="xs">
          {t('connect.magento')}
        </Text>
        <Anchor href="/docs/api2" size="sm">
          {t('connect.docs')}
        </Anchor>
      </Panel>
      <Panel title="CSV">
        <CodeBlock
          label="CSV"
          text={`curl -s -H "Authorization: Bearer $TOKEN" '${origin}/imports' -F workspace=${id} -F entity=shipments -F file=@parcels.csv`}
        />
      </Panel>
      <Panel title={t('clients.requests')}>
        <CodeBlock label={t('clients.requests')} text={curlExamples(id, '$CLIENT_ID', '$CLIENT_SECRET')} />
        <Anchor href="/docs" size="sm">
          {t('connect.docs')}
        </Anchor>
      </Panel>
    </Stack>
  );
}
