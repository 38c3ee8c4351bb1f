import { Button, Select, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { request, type Workflow } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import { Panel } from '../../ui/page';
import classes from './developers.module.css';

const ENTITIES = ['shipments', 'shipment_items', 'orders', 'order_items', 'reviews'];
const EVENTS = ['create', 'update', 'delete', 'prediction.changed'];

/** A form for one more. */
export function NewWebhook() {
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
