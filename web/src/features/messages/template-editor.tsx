import {
  ActionIcon,
  Button,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import {
  all,
  type MessagePreview,
  type MessageTemplate,
  page,
  request,
  type Shipment,
} from '../../api/client';
import { useWorkspace } from '../../app/account';
import { language as ownLanguage, t } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import { modalConfirm } from '../../ui/confirm';
import { Loaded, Nothing } from '../../ui/loaded';
import { Panel } from '../../ui/page';
import { type ChannelName, CHANNELS, type EventName, LANGUAGES } from './events';
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

/** The words for an event, in a channel and a language, beside what they become for a real parcel. */
export function TemplateEditor({ event }: { readonly event: EventName }) {
  const { iri } = useWorkspace();
  const navigate = useNavigate();
  const [channel, setChannel] = useState<ChannelName>('email');
  const [language, setLanguage] = useState<string>(ownLanguage);
  const shipments = useQuery({
    queryKey: ['message-shipments', iri],
    queryFn: async () =>
      (await page<Shipment>(`${iri}/shipments?itemsPerPage=20&order[updatedAt]=desc`)).members,
  });
  return (
    <Stack gap="md">
      <Group gap="xs" align="flex-end">
        <ActionIcon
          aria-label={m('back')}
          onClick={() => void navigate({ to: '.', search: { tab: 'messages' } })}
        >
          <IconArrowLeft size={18} />
        </ActionIcon>
        <Text fw={600}>{m('editTemplate', { event: m(event) })}</Text>
      </Group>
      <Group gap="sm" align="flex-end">
        <SegmentedControl
          size="xs"
          aria-label={m('channel')}
          data={CHANNELS.map((value) => ({ value, label: m(value) }))}
          value={channel}
          onChange={(value) => setChannel(value)}
        />
        <Select
          size="xs"
          w={170}
          label={m('language')}
          data={LANGUAGES}
          value={language}
          onChange={(value) => setLanguage(value ?? 'en')}
          allowDeselect={false}
        />
      </Group>
      <Loaded query={shipments} rows={8}>
        {(found) =>
          found.length === 0 ? (
            <Nothing>{m('noShipment')}</Nothing>
          ) : (
            <Editor
              key={`${channel} ${language}`}
              event={event}
              channel={channel}
              language={language}
              shipments={found}
            />
          )
        }
      </Loaded>
    </Stack>
  );
}

interface EditorProps {
  readonly event: EventName;
  readonly channel: ChannelName;
  readonly language: string;
  readonly shipments: readonly Shipment[];
}

function Editor({ event, channel, language, shipments }: EditorProps) {
  const { iri } = useWorkspace();
  const [shipment, setShipment] = useState(shipments[0]?.['@id'] ?? '');
  const about = { shipment, event, channel, language };
  const query = useQuery({
    queryKey: ['message-template', iri, event, channel, language],
    // what is written is not taken away by a refresh
    staleTime: Infinity,
    gcTime: 0,
    queryFn: async () => {
      const [[own], preview] = await Promise.all([
        all<MessageTemplate>(
          `${iri}/message_templates?event=${event}&channel=${channel}&language=${language}&itemsPerPage=1`,
        ),
        request<MessagePreview>('/message_previews', { method: 'POST', json: about }),
      ]);
      return { own, preview };
    },
  });
  return (
    <Loaded query={query} rows={10}>
      {({ own, preview }) => (
        <TemplateForm
          key={own?.['@id'] ?? 'usual'}
          own={own}
          saved={preview}
          about={about}
          shipments={shipments}
          onShipment={setShipment}
        />
      )}
    </Loaded>
  );
}

interface TemplateFormProps {
  readonly own: MessageTemplate | undefined;
  readonly saved: MessagePreview;
  readonly about: { readonly shipment: string } & Omit<EditorProps, 'shipments'>;
  readonly shipments: readonly Shipment[];
  readonly onShipment: (iri: string) => void;
}

const FIELDS = ['subject', 'mjml', 'text'] as const;

function TemplateForm({ own, saved, about, shipments, onShipment }: TemplateFormProps) {
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
        <Stack gap="xs" p="md">
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
            <Button
              variant="default"
              size="xs"
              loading={show.isPending}
              onClick={() => show.mutate(about.shipment)}
            >
              {m('refresh')}
            </Button>
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
