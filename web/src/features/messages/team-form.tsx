import { Button, Checkbox, Group, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { violationAt } from '../../lib/mutation';
import { EVENTS } from './events';
import classes from './messages.module.css';
import { Form, type Settings, USUAL, useSave } from './saved-settings';
import { m } from './texts';

const TEAM_FIELDS = ['digestTime', 'slackUrl'];

/** What the team is told. */
export function TeamForm({ settings }: { readonly settings: Settings }) {
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
