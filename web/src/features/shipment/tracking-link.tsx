import { Menu } from '@mantine/core';
import { IconLink, IconMail } from '@tabler/icons-react';
import { request, type Shipment } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { useAction } from '../../lib/mutation';
import { copy } from '../../ui/copy';
import { defaultPage, sendLinks } from '../shipments/bulk';

/** The customer's link to a parcel: copied, or sent to the customer. */
export function TrackingLinkItems({ shipment }: { readonly shipment: Shipment }) {
  const { workspace } = useWorkspace();
  const copyLink = useAction({
    run: () =>
      request<{ link: string }>('/generate_tracking_page_link', {
        method: 'POST',
        json: { trackingPageId: defaultPage(workspace), filter: { id: shipment.id } },
      }),
    onDone: ({ link }) => copy(link),
  });
  const send = useAction({
    run: async () => {
      const { failed } = await sendLinks(workspace, [shipment], () => undefined);
      if (failed[0]) throw new Error(failed[0].message);
    },
    done: t('link.sent'),
  });
  return (
    <>
      <Menu.Item leftSection={<IconLink size={15} aria-hidden />} onClick={() => copyLink.mutate()}>
        {t('link.copy')}
      </Menu.Item>
      {shipment.email && (
        <Menu.Item leftSection={<IconMail size={15} aria-hidden />} onClick={() => send.mutate()}>
          {t('link.send')}
        </Menu.Item>
      )}
    </>
  );
}
