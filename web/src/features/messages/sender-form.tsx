import { NumberInput, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { violationAt } from '../../lib/mutation';
import { LANGUAGES } from './events';
import classes from './messages.module.css';
import { Form, type Settings, USUAL, useSave } from './saved-settings';
import { m } from './texts';

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

/** Who messages come from, in which language, and when they go out. */
export function SenderForm({ settings }: { readonly settings: Settings }) {
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
