import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { all, request, type Status } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import { modalConfirm } from '../../ui/confirm';
import { DataTable } from '../../ui/loaded';
import { Panel } from '../../ui/page';
import classes from './settings.module.css';

/** The shop's own statuses. */
export function Statuses() {
  const { iri, mayWrite } = useWorkspace();
  const [entity, setEntity] = useState<string>('shipments');
  const [title, setTitle] = useState('');
  const client = useQueryClient();
  const reload = (): Promise<void> => client.invalidateQueries({ queryKey: ['statuses'] });
  const query = useQuery({
    queryKey: ['statuses', iri, entity],
    queryFn: () => all<Status>(`${iri}/statuses?entity=${entity}&itemsPerPage=200`),
  });
  const add = useAction({
    fields: ['code', 'title'],
    run: () =>
      request('/statuses', {
        method: 'POST',
        json: {
          workspace: iri,
          entity,
          title,
          code: title
            .trim()
            .toLowerCase()
            .replaceAll(/[^a-z\d]+/g, '_'),
        },
      }),
    onDone: () => {
      setTitle('');
      return reload();
    },
  });
  const remove = useAction({
    run: (status: string) => request(status, { method: 'DELETE' }),
    onDone: reload,
  });
  const onRemove = async (status: Status): Promise<void> => {
    const text = t('settings.deleteStatus', { title: status.title ?? '' });
    if (await modalConfirm(t('form.delete'), text)) remove.mutate(status['@id'] ?? '');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Stack gap="md">
      <Panel title={t('settings.statuses')}>
        <Text size="sm" c="dimmed" mb="sm">
          {t('settings.statusesText')}
        </Text>
        <form onSubmit={submit} noValidate className={classes.form}>
          <Select
            label={t('settings.statusOf')}
            data={[
              { value: 'shipments', label: t('nav.shipments') },
              { value: 'orders', label: t('nav.orders') },
            ]}
            value={entity}
            onChange={(value) => setEntity(value ?? 'shipments')}
            allowDeselect={false}
          />
          {mayWrite && (
            <>
              <TextInput
                label={t('settings.newStatus')}
                value={title}
                onChange={({ currentTarget }) => setTitle(currentTarget.value)}
                error={violationAt(add.error, 'title', 'code')}
              />
              <Button type="submit" size="sm" loading={add.isPending} disabled={title.trim() === ''}>
                {t('form.add')}
              </Button>
            </>
          )}
        </form>
      </Panel>
      <Panel flush>
        <DataTable
          query={query}
          keyOf={(status) => status['@id'] ?? ''}
          none={t('settings.noStatuses')}
          minWidth={320}
          rows={4}
          columns={[
            { id: 'title', label: t('settings.statusTitle'), cell: ({ title: shown }) => shown },
            { id: 'code', label: t('settings.statusCode'), className: 'mono', cell: ({ code }) => code },
            {
              id: 'actions',
              label: t('form.more'),
              isLabelHidden: true,
              isNumber: true,
              cell: (status) =>
                mayWrite && (
                  <Button variant="default" size="compact-xs" onClick={() => void onRemove(status)}>
                    {t('form.delete')}
                  </Button>
                ),
            },
          ]}
        />
      </Panel>
    </Stack>
  );
}
