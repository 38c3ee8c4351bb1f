import {
  Button,
  Checkbox,
  Group,
  NumberInput,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { all, type MessageSettings, request } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import { Loaded } from '../../ui/loaded';
import { Panel } from '../../ui/page';
import { EVENTS, LANGUAGES } from './events';
import classes from './messages.module.css';
import { m } from './texts';

/** What holds where nothing has been said. */
const USUAL = {
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

type Settings = Partial<MessageSettings>;

/** The settings of a workspace's messages: who they come from and when, and what the team is told. */
export function SettingsForms() {
  const { iri } = useWorkspace();
  const query = useQuery({
    queryKey: ['message-settings', iri],
    queryFn: async (): Promise<Settings> =>
      (await all<MessageSettings>(`${iri}/message_settings?itemsPerPage=1`))[0] ??
      (USUAL as unknown as Settings),
  });
  return (
    <Loaded query={query} rows={8}>
      {(settings) => (
        <>
          <SenderForm key={`sender ${settings.updatedAt}`} settings={settings} />
          <TeamForm key={`team ${settings.updatedAt}`} settings={settings} />
        </>
      )}
    </Loaded>
  );
}

/** Saves changes: the first ones make the settings. */
function useSave(settings: Settings, fields: readonly string[]) {
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

function Form({ title, isSaving, onSave, children, below }: FormProps) {
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

const SENDER_FIELDS = [
  'senderName',
  'replyTo',
  'language',
  'timeZone',
  'quietFrom',
  'quietTo',
  'maxPerDay',
  'maxAgeHours',
];

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

function SenderForm({ settings }: { readonly settings: Settings }) {
  const [senderName, setSenderName] = useState(settings.senderName ?? '');
  const [replyTo, setReplyTo] = useState(settings.replyTo ?? '');
  const [language, setLanguage] = useState<string>(settings.language ?? 'en');
  const [timeZone, setTimeZone] = useState(settings.timeZone ?? 'UTC');
  const [quietFrom, setQuietFrom] = useState(settings.quietFrom ?? '');
  const [quietTo, setQuietTo] = useState(settings.quietTo ?? '');
  const [maxPerDay, setMaxPerDay] = useState<number | string>(settings.maxPerDay ?? USUAL.maxPerDay);
  const [maxAgeHours, setMaxAgeHours] = useState<number | string>(settings.maxAgeHours ?? USUAL.maxAgeHours);
  const save = useSave(settings, SENDER_FIELDS);
  const problem = (name: string): string | undefined => violationAt(save.error, name);
  const onSave = (): void =>
    save.mutate({
      senderName,
      replyTo,
      language,
      timeZone,
      quietFrom,
      quietTo,
      maxPerDay: Number(maxPerDay),
      maxAgeHours: Number(maxAgeHours),
    });
  return (
    <Form
      title={m('sender')}
      isSaving={save.isPending}
      onSave={onSave}
      below={
        <>
          <Text size="sm" fw={600} mt="md">
            {m('advice')}
          </Text>
          <Text size="sm" c="dimmed">
            {m('adviceText')}
          </Text>
          <ul className={classes.advice}>
            <li>{m('spf')}</li>
            <li>{m('dkim')}</li>
            <li>{m('dmarc')}</li>
          </ul>
        </>
      }
    >
      <div className={classes.grid}>
        <TextInput
          label={m('senderName')}
          description={m('senderNameText')}
          value={senderName}
          onChange={({ currentTarget }) => setSenderName(currentTarget.value)}
          error={problem('senderName')}
        />
        <TextInput
          type="email"
          label={m('replyTo')}
          description="&nbsp;"
          value={replyTo}
          onChange={({ currentTarget }) => setReplyTo(currentTarget.value)}
          error={problem('replyTo')}
        />
        <Select
          label={m('settingsLanguage')}
          data={LANGUAGES}
          value={language}
          onChange={(value) => setLanguage(value ?? 'en')}
          allowDeselect={false}
          error={problem('language')}
        />
        <Select
          label={m('timeZone')}
          description={m('timeZoneText')}
          data={ZONES.includes(timeZone) ? ZONES : [timeZone, ...ZONES]}
          value={timeZone}
          onChange={(value) => setTimeZone(value ?? 'UTC')}
          searchable
          limit={50}
          allowDeselect={false}
          error={problem('timeZone')}
        />
        <TextInput
          type="time"
          label={m('quietFrom')}
          description={m('quietText')}
          value={quietFrom}
          onChange={({ currentTarget }) => setQuietFrom(currentTarget.value)}
          error={problem('quietFrom')}
        />
        <TextInput
          type="time"
          label={m('quietTo')}
          description="&nbsp;"
          value={quietTo}
          onChange={({ currentTarget }) => setQuietTo(currentTarget.value)}
          error={problem('quietTo')}
        />
        <NumberInput
          label={m('maxPerDay')}
          description={m('maxPerDayText')}
          min={1}
          max={50}
          allowDecimal={false}
          value={maxPerDay}
          onChange={setMaxPerDay}
          error={problem('maxPerDay')}
        />
        <NumberInput
          label={m('maxAgeHours')}
          description={m('maxAgeHoursText')}
          min={1}
          max={168}
          allowDecimal={false}
          value={maxAgeHours}
          onChange={setMaxAgeHours}
          error={problem('maxAgeHours')}
        />
      </div>
    </Form>
  );
}

const TEAM_FIELDS = ['digestTime', 'slackUrl'];

function TeamForm({ settings }: { readonly settings: Settings }) {
  const [emails, setEmails] = useState((settings.digestEmails ?? []).join('\n'));
  const [digestTime, setDigestTime] = useState(settings.digestTime ?? USUAL.digestTime);
  const [slackUrl, setSlackUrl] = useState('');
  const [slackEvents, setSlackEvents] = useState<string[]>([...(settings.slackEvents ?? [])]);
  const digestEmails = emails.split(/[\s,;]+/).filter(Boolean);
  const addresses = digestEmails.map((_, at) => `digestEmails[${at}]`);
  const save = useSave(settings, [...TEAM_FIELDS, 'digestEmails', ...addresses]);
  const hasUrl = settings.slackUrl !== null && settings.slackUrl !== undefined;
  return (
    <Form
      title={m('team')}
      isSaving={save.isPending}
      onSave={() =>
        save.mutate({
          digestEmails,
          digestTime,
          slackEvents,
          ...(slackUrl.trim() === '' ? {} : { slackUrl }),
        })
      }
    >
      <div className={classes.grid}>
        <Textarea
          label={m('digestEmails')}
          description={m('digestEmailsText')}
          autosize
          minRows={2}
          value={emails}
          onChange={({ currentTarget }) => setEmails(currentTarget.value)}
          error={violationAt(save.error, 'digestEmails', ...addresses)}
        />
        <TextInput
          type="time"
          label={m('digestTime')}
          description="&nbsp;"
          value={digestTime}
          onChange={({ currentTarget }) => setDigestTime(currentTarget.value)}
          error={violationAt(save.error, 'digestTime')}
        />
      </div>
      <Group align="flex-end" gap="xs">
        <TextInput
          flex="1 1 220px"
          label={m('slackUrl')}
          description={hasUrl ? m('slackKept') : undefined}
          placeholder="https://hooks.slack.com/services/…"
          value={slackUrl}
          onChange={({ currentTarget }) => setSlackUrl(currentTarget.value)}
          error={violationAt(save.error, 'slackUrl')}
        />
        {hasUrl && (
          <Button variant="default" size="sm" onClick={() => save.mutate({ slackUrl: null })}>
            {m('slackRemove')}
          </Button>
        )}
      </Group>
      <Checkbox.Group
        label={m('slackEvents')}
        description={slackEvents.length === 0 ? m('slackUsual') : undefined}
        value={slackEvents}
        onChange={setSlackEvents}
      >
        <Group gap="sm" mt={6}>
          {EVENTS.map((event) => (
            <Checkbox key={event} size="xs" value={event} label={m(event)} />
          ))}
        </Group>
      </Checkbox.Group>
    </Form>
  );
}
