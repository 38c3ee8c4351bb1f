import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { request, type TrackingPage } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { useAction } from '../../lib/mutation';
import { Empty } from '../../ui/states';

/** Where a workspace has no tracking page yet: makes the first one, which its links lead to. */
export function FirstPage() {
  const { iri, title, workspace, mayManage } = useWorkspace();
  const client = useQueryClient();
  const make = useAction({
    run: async () => {
      const page = await request<TrackingPage>('/tracking_pages', {
        method: 'POST',
        json: { workspace: iri, title, subdomain: workspace.storeHash },
      });
      await request(iri, { method: 'PUT', json: { defaultTrackingPage: page['@id'] } });
    },
    onDone: () => client.invalidateQueries({ queryKey: ['tracking-pages'] }),
  });
  return (
    <Empty title={t('page.none')} text={t('page.noneText')}>
      {mayManage && (
        <Button mt="xs" loading={make.isPending} onClick={() => make.mutate()}>
          {t('page.make')}
        </Button>
      )}
    </Empty>
  );
}
