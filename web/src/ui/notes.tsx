import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { all, type Note, request } from '../api/client';
import { useWorkspace } from '../app/account';
import { t } from '../i18n';
import { toQuery } from '../lib/search';
import { useAction, violationAt } from '../lib/mutation';
import { Failure, Lines } from './states';
import { Time } from './time';

interface NotesProps {
  readonly entity: 'shipments' | 'orders';
  readonly entityId: string;
}

/** What somebody wrote down about a shipment or an order, and a field for more. */
export function Notes({ entity, entityId }: NotesProps) {
  const { iri, mayWrite } = useWorkspace();
  const client = useQueryClient();
  const key = ['notes', entity, entityId];
  const query = toQuery({ entity, entityId, 'order[createdAt]': 'desc', itemsPerPage: '100' });
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: () => all<Note>(`${iri}/notes?${query}`),
  });
  const [comment, setComment] = useState('');
  const add = useAction({
    run: () => request('/notes', { method: 'POST', json: { workspace: iri, entity, entityId, comment } }),
    fields: ['comment'],
    onDone: () => {
      setComment('');
      return client.invalidateQueries({ queryKey: key });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (comment.trim() !== '') add.mutate();
  };
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Stack gap="sm">
      {mayWrite && (
        <form onSubmit={submit}>
          <Stack gap={6}>
            <Textarea
              aria-label={t('notes.add')}
              placeholder={t('notes.placeholder')}
              autosize
              minRows={2}
              size="sm"
              value={comment}
              onChange={(event) => setComment(event.currentTarget.value)}
              error={violationAt(add.error, 'comment')}
            />
            <Group justify="flex-end">
              <Button
                type="submit"
                variant="default"
                disabled={comment.trim() === ''}
                loading={add.isPending}
              >
                {t('notes.add')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
      {!data ? (
        <Lines rows={2} />
      ) : (
        data.map((note) => (
          <div key={note['@id']}>
            <Text size="xs" c="dimmed">
              {note.userFullName ?? t('notes.somebody')} · <Time value={note.createdAt} />
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {note.comment}
            </Text>
          </div>
        ))
      )}
      {data?.length === 0 && !mayWrite && (
        <Text size="sm" c="dimmed">
          {t('notes.none')}
        </Text>
      )}
    </Stack>
  );
}
