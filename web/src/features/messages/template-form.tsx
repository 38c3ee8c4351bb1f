import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type MessagePreview, type MessageTemplate, request, type Shipment } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import { modalConfirm } from '../../ui/confirm';
import { Panel } from '../../ui/page';
import type { ChannelName, EventName } from './events';
import { MailFrame } from './mail-frame';
import classes from './messages.module.css';
import { m } from './texts';
import { VARIABLES } from './variables';

/** What a template says. */
interface Draft {
  readonly subject: string;
  readonly mjml: string;
  readonly text: string;
}

interface TemplateFormProps {
  readonly own: MessageTemplate | undefined;
  readonly saved: MessagePreview;
  /** What is written, and of which parcel it is shown. */
  readonly about: {
    readonly shipment: string;
    readonly event: EventName;
    readonly channel: ChannelName;
    readonly language: string;
  };
  readonly shipments: readonly Shipment[];
  readonly onShipment: (iri: string) => void;
}

const FIELDS = ['subject', 'mjml', 'text'] as const;

/** The words of a template beside what they become. */
export function TemplateForm({ own, saved, about, shipments, onShipment }: TemplateFormProps) {
  const { iri, mayWrite } = useWorkspace();
  const client = useQueryClient();
  const isEmail = about.channel === 'email';
  const [draft, setDraft] = useState<Draft>({
    subject: saved.template.subject ?? '',
    mjml: saved.template.mjml ?? '',
    text: saved.template.text,
  });
  const sent = isEmail ? draft : { text: draft.text };
  const [preview, setPreview] = useState<MessagePreview>(saved);
  const reload = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['message-template'] });
    await client.invalidateQueries({ queryKey: ['message-rules'] });
  };
  const show = useAction({
    fields: FIELDS,
    run: (shipment: string) =>
      request<MessagePreview>('/message_previews', { method: 'POST', json: { ...about, shipment, ...sent } }),
    onDone: setPreview,
  });
  const save = useAction({
    fields: FIELDS,
    run: () =>
      own
        ? request(own['@id'] ?? '', { method: 'PUT', json: sent })
        : request('/message_templates', {
            method: 'POST',
            json: {
              workspace: iri,
              event: about.event,
              channel: about.channel,
              language: about.language,
              ...sent,
            },
          }),
    done: t('form.saved'),
    onDone: async () => {
      show.mutate(about.shipment);
      await reload();
    },
  });
  const remove = useAction({ run: () => request(own?.['@id'] ?? '', { method: 'DELETE' }), onDone: reload });
  const test = useAction({
    fields: FIELDS,
    run: () =>
      request<{ recipient: string }>('/message_tests', { method: 'POST', json: { ...about, ...sent } }),
  });
  const problem = (name: keyof Draft): string | undefined =>
    [save, show, test].map(({ error }) => violationAt(error, name)).find((each) => each !== undefined);
  const set = (changes: Partial<Draft>): void => setDraft((before) => ({ ...before, ...changes }));
  const submit = (sentForm: FormEvent): void => {
    sentForm.preventDefault();
    show.reset();
    test.reset();
    save.mutate();
  };
  const onRemove = async (): Promise<void> => {
    if (await modalConfirm(m('usualWords'), m('usualWordsText'))) remove.mutate();
  };
  return (
    <div className={classes.editor}>
      <Panel title={m('template')}>
        <form onSubmit={submit} noValidate>
          <fieldset disabled={!mayWrite} className={classes.fields}>
            <Stack gap="sm">
              {isEmail && (
                <>
                  <TextInput
                    label={m('subject')}
                    value={draft.subject}
                    onChange={({ currentTarget }) => set({ subject: currentTarget.value })}
                    error={problem('subject')}
                  />
                  <Textarea
                    label={m('mjml')}
                    autosize
                    minRows={8}
                    maxRows={22}
                    spellCheck={false}
                    classNames={{ input: 'mono' }}
                    value={draft.mjml}
                    onChange={({ currentTarget }) => set({ mjml: currentTarget.value })}
                    error={problem('mjml')}
                  />
                </>
              )}
              <Textarea
                label={isEmail ? m('textOfEmail') : m('text')}
                autosize
                minRows={isEmail ? 6 : 3}
                maxRows={16}
                classNames={{ input: 'mono' }}
                value={draft.text}
                onChange={({ currentTarget }) => set({ text: currentTarget.value })}
                error={problem('text')}
              />
              <details>
                <summary>{m('variables')}</summary>
                <div className={classes.variables}>
                  {VARIABLES.map((name) => (
                    <code key={name}>{`{{${name}}}`}</code>
                  ))}
                </div>
                <Text size="xs" c="dimmed">
                  {m('variablesText')}
                </Text>
              </details>
              {mayWrite && (
                <Group justify="flex-end" gap="xs">
                  {own && (
                    <Button variant="default" size="sm" onClick={() => void onRemove()}>
                      {m('usualWords')}
                    </Button>
                  )}
                  <Button type="submit" size="sm" loading={save.isPending}>
                    {m('saveTemplate')}
                  </Button>
                </Group>
              )}
            </Stack>
          </fieldset>
        </form>
      </Panel>
      <Panel title={m('preview')} flush>
        <Stack gap="xs" p={14}>
          <Select
            label={m('previewOf')}
            data={shipments.map((each) => ({
              value: each['@id'] ?? '',
              label: [each.trackingNumber ?? t('shipment.noNumber'), each.orderNumbers?.join(', ')]
                .filter(Boolean)
                .join(' · '),
            }))}
            value={about.shipment}
            onChange={(value) => {
              if (value === null) return;
              onShipment(value);
              show.mutate(value);
            }}
            allowDeselect={false}
          />
          <Group gap="xs">
            {mayWrite && (
              <Button
                variant="default"
                size="xs"
                loading={show.isPending}
                onClick={() => show.mutate(about.shipment)}
              >
                {m('refresh')}
              </Button>
            )}
            {isEmail && mayWrite && (
              <Button variant="default" size="xs" loading={test.isPending} onClick={() => test.mutate()}>
                {m('test')}
              </Button>
            )}
          </Group>
          {test.data && (
            <Text size="xs" role="status">
              {m('tested', { address: test.data.recipient })}
            </Text>
          )}
          {preview.subject !== '' && <Text fw={600}>{preview.subject}</Text>}
        </Stack>
        {isEmail ? (
          <MailFrame title={m('preview')} html={preview.html} />
        ) : (
          <pre className={classes.wording}>{preview.text}</pre>
        )}
        {isEmail && (
          <details className={classes.plain}>
            <summary>{m('asText')}</summary>
            <pre className={classes.wording}>{preview.text}</pre>
          </details>
        )}
      </Panel>
    </div>
  );
}
