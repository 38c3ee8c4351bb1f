import { ActionIcon, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  all,
  type MessagePreview,
  type MessageTemplate,
  page,
  request,
  type Shipment,
} from '../../api/client';
import { useWorkspace } from '../../app/account';
import { language as ownLanguage } from '../../i18n';
import { Loaded, Nothing } from '../../ui/loaded';
import { type ChannelName, CHANNELS, type EventName, LANGUAGES } from './events';
import { TemplateForm } from './template-form';
import { m } from './texts';

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
