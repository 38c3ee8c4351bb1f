import { Badge, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type Message, page, request } from '../../api/client';
import { useQueryClient } from '@tanstack/react-query';
import { type Change, useChanges } from '../../lib/live';
import { Loaded, Nothing } from '../../ui/loaded';
import { Time } from '../../ui/time';
import classes from './messages.module.css';
import { m, mMaybe } from './texts';

/** What customers, and the team, have been told of a shipment, and what will go out. */
export function MessageLog({ iri }: { readonly iri: string }) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['messages', iri],
    queryFn: async ({ signal }) =>
      (await page<Message>(`${iri}/messages?order[createdAt]=desc&itemsPerPage=30`, signal)).members,
  });
  useChanges(
    useCallback(
      (change: Change) => {
        if (change['@id'] === iri) void client.invalidateQueries({ queryKey: ['messages', iri] });
      },
      [client, iri],
    ),
  );
  const [shown, setShown] = useState<string>();
  return (
    <Loaded query={query} rows={3}>
      {(messages) =>
        messages.length === 0 ? (
          <Nothing>{m('noLog')}</Nothing>
        ) : (
          <ul className={classes.log}>
            {messages.map((message) => (
              <li key={message['@id']}>
                <div>
                  <strong>{mMaybe(message.event ?? '')}</strong>
                  <Badge size="sm" variant="default" className={classes.channel}>
                    {mMaybe(message.channel ?? '')}
                  </Badge>
                  <span className={classes.state} data-state={message.status}>
                    {mMaybe(`status_${message.status}`)}
                    {message.status === 'waiting' && (
                      <>
                        {' · '}
                        {m('due')} <Time value={message.dueAt} />
                      </>
                    )}
                    {message.reason && ` · ${mMaybe(`why_${message.reason}`)}`}
                  </span>
                  <Time value={message.sentAt ?? message.createdAt} />
                </div>
                <div>
                  <Text span size="xs" c="dimmed" className={classes.recipient}>
                    {[message.recipient, message.language?.toUpperCase(), message.subject]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                  {(message.subject !== null || message.status === 'sent') && (
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      aria-expanded={shown === message['@id']}
                      onClick={() => setShown(shown === message['@id'] ? undefined : message['@id'])}
                    >
                      {m('show')}
                    </Button>
                  )}
                </div>
                {shown === message['@id'] && <Wording iri={message['@id'] ?? ''} />}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function Wording({ iri }: { readonly iri: string }) {
  const query = useQuery({
    queryKey: ['message', iri],
    queryFn: () => request<{ readonly text: string | null }>(iri),
  });
  return <Loaded query={query}>{({ text }) => <pre className={classes.wording}>{text ?? ''}</pre>}</Loaded>;
}
