import { Button, Select, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { all, request, type Suppression } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import { modalConfirm } from '../../ui/confirm';
import { DataTable } from '../../ui/loaded';
import { Panel } from '../../ui/page';
import { Time } from '../../ui/time';
import { CHANNELS } from './events';
import classes from './messages.module.css';
import { m, mMaybe } from './texts';

/** Who gets no more messages, and why. */
export function Suppressions() {
  const { iri, mayWrite } = useWorkspace();
  const client = useQueryClient();
  const [address, setAddress] = useState('');
  const [channel, setChannel] = useState<string>('email');
  const reload = (): Promise<void> => client.invalidateQueries({ queryKey: ['suppressions'] });
  const query = useQuery({
    queryKey: ['suppressions', iri],
    queryFn: () => all<Suppression>(`${iri}/suppressions?order[createdAt]=desc&itemsPerPage=200`, 200),
  });
  const add = useAction({
    fields: ['address'],
    run: () => request('/suppressions', { method: 'POST', json: { workspace: iri, address, channel } }),
    onDone: () => {
      setAddress('');
      return reload();
    },
  });
  const remove = useAction({ run: (each: string) => request(each, { method: 'DELETE' }), onDone: reload });
  const onRemove = async (each: Suppression): Promise<void> => {
    if (await modalConfirm(m('remove'), m('removeText', { address: each.address ?? '' })))
      remove.mutate(each['@id'] ?? '');
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Panel title={m('suppressions')} flush>
      <Text size="sm" c="dimmed" px={14} pt="sm">
        {m('suppressionsText')}
      </Text>
      {mayWrite && (
        <form onSubmit={submit} noValidate className={classes.add}>
          <TextInput
            label={m('address')}
            value={address}
            onChange={({ currentTarget }) => setAddress(currentTarget.value)}
            error={violationAt(add.error, 'address')}
          />
          <Select
            label={m('channel')}
            data={CHANNELS.map((value) => ({ value, label: m(value) }))}
            value={channel}
            onChange={(value) => setChannel(value ?? 'email')}
            allowDeselect={false}
          />
          <Button type="submit" size="sm" loading={add.isPending} disabled={address.trim() === ''}>
            {m('add')}
          </Button>
        </form>
      )}
      <DataTable
        query={query}
        keyOf={(each) => each['@id'] ?? ''}
        none={m('noSuppressions')}
        minWidth={520}
        rows={3}
        columns={[
          { id: 'address', label: m('address'), cell: (each) => each.address },
          { id: 'channel', label: m('channel'), cell: (each) => mMaybe(each.channel ?? '') },
          {
            id: 'reason',
            label: m('reason'),
            isMinor: true,
            cell: (each) => mMaybe(`reason_${each.reason}`),
          },
          { id: 'since', label: m('since'), isMinor: true, cell: (each) => <Time value={each.createdAt} /> },
          {
            id: 'actions',
            label: t('form.more'),
            isLabelHidden: true,
            isNumber: true,
            cell: (each) =>
              mayWrite && (
                <Button variant="default" size="compact-xs" onClick={() => void onRemove(each)}>
                  {m('remove')}
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  );
}
