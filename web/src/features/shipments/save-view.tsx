import { Button, Group, Stack, Switch, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { request, type SavedView } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import { Dialog } from '../../ui/dialog';

export default function SaveView({
  query,
  onClose,
}: {
  readonly query: string;
  readonly onClose: () => void;
}) {
  const { iri } = useWorkspace();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useAction({
    fields: ['name'],
    run: () =>
      request<SavedView>('/saved_views', {
        method: 'POST',
        json: { workspace: iri, entity: 'shipments', name, query, shared },
      }),
    done: t('form.saved'),
    onDone: onClose,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t('views.save')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <TextInput
            label={t('views.name')}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            error={violationAt(save.error, 'name')}
            data-autofocus
          />
          <Switch
            label={t('views.share')}
            checked={shared}
            onChange={({ currentTarget }) => setShared(currentTarget.checked)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={name.trim() === ''}>
              {t('form.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
