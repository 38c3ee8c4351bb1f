import { Button, Group, Menu } from '@mantine/core';
import { IconAlarm, IconBookmark, IconTrash, IconUsers } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { memo, useState } from 'react';
import { all, request, type SavedView } from '../../api/client';
import { useAccount, useWorkspace } from '../../app/account';
import { t, type MessageKey } from '../../i18n';
import { useAction } from '../../lib/mutation';
import { LATE_OR_AT_RISK, UNDER_WAY } from '../../lib/predictions';
import { parseSearch, type Search, toQuery } from '../../lib/search';
import { lazyPart } from '../../ui/lazy-part';

/** What an operations team looks for every morning. */
const READY_MADE: readonly { readonly label: MessageKey; readonly query: string }[] = [
  {
    label: 'views.late',
    query: toQuery({
      'trackingStatus[]': UNDER_WAY,
      'onTime[]': ['late'],
      'order[expectedDeliveryDate]': 'asc',
    }),
  },
  { label: 'views.atRisk', query: toQuery(LATE_OR_AT_RISK) },
  {
    label: 'views.idle',
    query: toQuery({
      'phase[]': ['inTransit', 'exception'],
      'daysInIdle[gte]': '7',
      'order[daysInIdle]': 'desc',
    }),
  },
];

const SaveView = lazyPart(async () => (await import('./save-view')).default, { isOverlay: true });

interface ViewsProps {
  readonly search: Search;
  readonly onChange: (search: Search) => void;
}

/** Filters that somebody has named: one's own, and those that are shared in the workspace. */
export const ViewsMenu = memo(function ViewsMenu({ search, onChange }: ViewsProps) {
  const { iri, mayWrite, mayManage } = useWorkspace();
  const { user } = useAccount();
  const client = useQueryClient();
  const [isSaving, setSaving] = useState(false);
  const key = ['views', iri];
  const reload = (): Promise<void> => client.invalidateQueries({ queryKey: key });
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => all<SavedView>(`${iri}/saved_views?entity=shipments&order[name]=asc&itemsPerPage=100`),
  });
  const remove = useAction({ run: (view: string) => request(view, { method: 'DELETE' }), onDone: reload });
  const query = toQuery(search);
  const current = data?.find((view) => view.query === query);
  const readyMade = READY_MADE.find((each) => each.query === query);
  const isOwn = (view: SavedView): boolean => view.user === `/users/${user.id ?? ''}`;
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={15} aria-hidden />}>
            {current?.name ?? t(readyMade?.label ?? 'views.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('views.builtIn')}</Menu.Label>
          {READY_MADE.map(({ label, query: made }) => (
            <Menu.Item
              key={label}
              leftSection={<IconAlarm size={15} aria-hidden />}
              onClick={() => onChange(parseSearch(made))}
            >
              {t(label)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{t(data?.length === 0 ? 'views.none' : 'views.own')}</Menu.Label>
          {data?.map((view) => (
            <Group key={view['@id']} gap={0} wrap="nowrap" role="none">
              <Menu.Item
                style={{ flex: 1 }}
                leftSection={
                  view.shared ? (
                    <IconUsers size={15} aria-label={t('views.shared')} />
                  ) : (
                    <IconBookmark size={15} aria-hidden />
                  )
                }
                onClick={() => onChange(parseSearch(view.query ?? ''))}
              >
                {view.name}
              </Menu.Item>
              {mayWrite && (isOwn(view) || mayManage) && (
                <Menu.Item
                  w={36}
                  px={8}
                  aria-label={t('views.delete', { name: view.name ?? '' })}
                  onClick={() => remove.mutate(view['@id'] ?? '')}
                >
                  <IconTrash size={15} aria-hidden />
                </Menu.Item>
              )}
            </Group>
          ))}
          {mayWrite && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => setSaving(true)} disabled={query === ''}>
                {t('views.save')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isSaving && (
        <SaveView
          query={query}
          onClose={() => {
            setSaving(false);
            void reload();
          }}
        />
      )}
    </>
  );
});
