import { Button, Select, Switch, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { all, type MessageRule, type MessageTemplate, request } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { useAction } from '../../lib/mutation';
import { DataTable } from '../../ui/loaded';
import { Panel } from '../../ui/page';
import { type ChannelName, CHANNELS, EVENTS, type EventName } from './events';
import classes from './messages.module.css';
import { m, mCount } from './texts';

const HOUR = 60;
const DAY = 24 * HOUR;
const DELAYS = [
  0,
  30,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  3 * DAY,
  5 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
];

/** Minutes after which a message goes out where its rule says nothing. */
const usualDelay = (event: EventName): number => (event === 'review_request' ? 7 * DAY : 0);

const inWords = (minutes: number): string => {
  if (minutes === 0) return m('at_once');
  if (minutes % DAY === 0) return mCount('days', minutes / DAY);
  return minutes % HOUR === 0 ? mCount('hours', minutes / HOUR) : mCount('minutes', minutes);
};

interface EventRow {
  readonly event: EventName;
  readonly rules: Readonly<Partial<Record<ChannelName, MessageRule>>>;
  /** Languages of the workspace's own templates. */
  readonly own: readonly string[];
}

/** What customers are told: each event by each channel on or off, after which time, and in whose words. */
export function Rules() {
  const { iri, id: workspace, mayWrite } = useWorkspace();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['message-rules', iri],
    queryFn: async (): Promise<readonly EventRow[]> => {
      const [rules, templates] = await Promise.all([
        all<MessageRule>(`${iri}/message_rules?itemsPerPage=50`),
        all<MessageTemplate>(`${iri}/message_templates?itemsPerPage=200`),
      ]);
      return EVENTS.map((event) => ({
        event,
        rules: Object.fromEntries(
          rules.filter((rule) => rule.event === event).map((rule) => [rule.channel, rule]),
        ),
        own: [
          ...new Set(templates.filter((each) => each.event === event).map(({ language }) => language ?? '')),
        ],
      }));
    },
  });
  const onDone = (): Promise<void> => client.invalidateQueries({ queryKey: ['message-rules'] });
  const change = useAction({
    run: ({ row, channel, enabled }: { row: EventRow; channel: ChannelName; enabled: boolean }) => {
      const rule = row.rules[channel];
      // both channels of an event wait for the same time
      const delayMinutes = Object.values(row.rules)[0]?.delayMinutes ?? null;
      return rule
        ? request(rule['@id'] ?? '', { method: 'PUT', json: { enabled } })
        : request('/message_rules', {
            method: 'POST',
            json: { workspace: iri, event: row.event, channel, enabled, delayMinutes },
          });
    },
    onDone,
  });
  const wait = useAction({
    run: ({ row, minutes }: { row: EventRow; minutes: number }) =>
      Promise.all(
        Object.values(row.rules).map((rule) =>
          request(rule['@id'] ?? '', { method: 'PUT', json: { delayMinutes: minutes } }),
        ),
      ),
    onDone,
  });
  return (
    <Panel title={m('told')} flush>
      <Text size="sm" c="dimmed" px={14} py="sm">
        {m('toldText')}
      </Text>
      <DataTable
        query={query}
        keyOf={({ event }) => event}
        none=""
        minWidth={720}
        rows={11}
        columns={[
          {
            id: 'event',
            label: m('event'),
            cell: ({ event }) => (
              <>
                <span className={classes.event}>{m(event)}</span>
                <Text span size="xs" c="dimmed">
                  {m(`${event}_when`)}
                </Text>
              </>
            ),
          },
          ...CHANNELS.map((channel) => ({
            id: channel,
            label: m(channel),
            cell: (row: EventRow) => (
              <Switch
                size="xs"
                aria-label={`${m(row.event)}: ${m(channel)}`}
                checked={row.rules[channel]?.enabled ?? false}
                disabled={!mayWrite || change.isPending}
                onChange={({ currentTarget }) =>
                  change.mutate({ row, channel, enabled: currentTarget.checked })
                }
              />
            ),
          })),
          {
            id: 'delay',
            label: m('delay'),
            cell: (row) => {
              const [rule] = Object.values(row.rules);
              const minutes = rule?.delayMinutes ?? usualDelay(row.event);
              return (
                <Select
                  size="xs"
                  w={150}
                  aria-label={`${m(row.event)}: ${m('delay')}`}
                  data={[...new Set([...DELAYS, minutes])]
                    .toSorted((a, b) => a - b)
                    .map((each) => ({ value: String(each), label: inWords(each) }))}
                  value={String(minutes)}
                  disabled={!mayWrite || rule === undefined}
                  onChange={(value) => value && wait.mutate({ row, minutes: Number(value) })}
                  allowDeselect={false}
                />
              );
            },
          },
          {
            id: 'template',
            label: m('template'),
            cell: ({ event, own }) => {
              const shown = own.length > 0 ? m('own', { languages: own.join(', ') }) : m('usual');
              return (
                <Button
                  variant="default"
                  size="compact-xs"
                  aria-label={`${m('editTemplate', { event: m(event) })}: ${shown}`}
                  renderRoot={(props) => (
                    <Link
                      {...props}
                      to="/w/$workspace/settings"
                      params={{ workspace }}
                      search={{ tab: 'messages', event }}
                    />
                  )}
                >
                  {shown}
                </Button>
              );
            },
          },
        ]}
      />
    </Panel>
  );
}
