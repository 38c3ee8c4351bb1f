import { Button, Group, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { type MessageSettings, request } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { useAction } from '../../lib/mutation';
import { Panel } from '../../ui/page';
import classes from './messages.module.css';

/** What holds where nothing has been said. */
export const USUAL = {
  senderName: null,
  replyTo: null,
  language: 'en',
  timeZone: 'UTC',
  quietFrom: '21:00',
  quietTo: '08:00',
  maxPerDay: 4,
  maxAgeHours: 48,
  digestEmails: [],
  digestTime: '07:00',
  slackUrl: null,
  slackEvents: [],
} as const;

export type Settings = Partial<MessageSettings>;

/** Saves changes: the first ones make the settings. */
export function useSave(settings: Settings, fields: readonly string[]) {
  const { iri } = useWorkspace();
  const client = useQueryClient();
  return useAction({
    fields,
    run: (changes: object) =>
      settings['@id']
        ? request(settings['@id'], { method: 'PUT', json: changes })
        : request('/message_settings', { method: 'POST', json: { workspace: iri, ...changes } }),
    done: t('form.saved'),
    onDone: () => client.invalidateQueries({ queryKey: ['message-settings'] }),
  });
}

interface FormProps {
  readonly title: string;
  readonly isSaving: boolean;
  readonly onSave: () => void;
  readonly children: ReactNode;
  readonly below?: ReactNode;
}

/** Some of the settings, which are saved together. */
export function Form({ title, isSaving, onSave, children, below }: FormProps) {
  const { mayWrite } = useWorkspace();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSave();
  };
  return (
    <Panel title={title}>
      <form onSubmit={submit} noValidate>
        <fieldset disabled={!mayWrite} className={classes.fields}>
          <Stack gap="sm">
            {children}
            {mayWrite && (
              <Group justify="flex-end">
                <Button type="submit" size="sm" loading={isSaving}>
                  {t('form.save')}
                </Button>
              </Group>
            )}
          </Stack>
        </fieldset>
      </form>
      {below}
    </Panel>
  );
}
