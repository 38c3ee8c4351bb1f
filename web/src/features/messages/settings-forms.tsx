import { useQuery } from '@tanstack/react-query';
import { all, type MessageSettings } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { Loaded } from '../../ui/loaded';
import { SenderForm } from './sender-form';
import { type Settings, USUAL } from './saved-settings';
import { TeamForm } from './team-form';

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
