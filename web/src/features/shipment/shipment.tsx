import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowLeft, IconDots, IconPencil, IconRadar, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCanGoBack, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { request, type Shipment } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { type Change, useChanges } from '../../lib/live';
import { useAction } from '../../lib/mutation';
import { modalConfirm } from '../../ui/confirm';
import { copy } from '../../ui/copy';
import { lazyPart } from '../../ui/lazy-part';
import { Notes } from '../../ui/notes';
import { Page, Panel } from '../../ui/page';
import { Failure, Lines } from '../../ui/states';
import { trackAgain } from '../shipments/bulk';
import { Changes } from './changes';
import { Items, Orders } from './contents';
import { CarrierLink, Details } from './details';
import { EditShipment } from './edit-shipment';
import { StatusHead } from './head';
import { MergeShipment } from './merge-shipment';
import { Timeline } from './timeline';
import { TrackingLinkItems } from './tracking-link';
import classes from './shipment.module.css';

const MessageLog = lazyPart(async () => (await import('../messages/lazy')).messageLog(), {
  fallback: <Lines rows={3} />,
});

/** One parcel: first how it stands, then how it came there, then what is in it and who waits for it. */
export function ShipmentPage() {
  const { id: workspaceId, mayWrite } = useWorkspace();
  const { shipment: id } = useParams({ from: '/inside/w/$workspace/shipments/$shipment' });
  const iri = `/shipments/${id}`;
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['shipment', iri],
    queryFn: ({ signal }) => request<Shipment>(iri, { signal }),
  });
  const [isGone, setGone] = useState(false);
  const [dialog, setDialog] = useState<'edit' | 'merge'>();
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();

  useChanges(
    useCallback(
      (change: Change) => {
        if (change['@id'] !== iri) return;
        if (change['@type'] === undefined) return setGone(true);
        client.setQueryData(['shipment', iri], change);
        void client.invalidateQueries({ queryKey: ['checkpoints', iri] });
      },
      [client, iri],
    ),
  );

  const toList = (): void =>
    canGoBack
      ? router.history.back()
      : void navigate({ to: '/w/$workspace/shipments', params: { workspace: workspaceId } });
  const remove = useAction({
    run: () => request(iri, { method: 'DELETE' }),
    done: t('shipment.deleted'),
    onDone: () => navigate({ to: '/w/$workspace/shipments', params: { workspace: workspaceId } }),
  });
  const track = useAction({
    run: (shipment: Shipment) => trackAgain(workspaceId, [shipment], () => undefined),
    done: t('shipment.trackingAsked'),
  });

  const lead = (
    <ActionIcon onClick={toList} aria-label={t('nav.back')}>
      <IconArrowLeft size={18} />
    </ActionIcon>
  );
  const shipment = query.data;
  if (query.error && !shipment)
    return (
      <Page title={t('nav.shipments')} lead={lead}>
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  if (!shipment)
    return (
      <Page title={t('state.loading')} lead={lead}>
        <Lines rows={6} />
      </Page>
    );
  const title = shipment.trackingNumber ?? t('shipment.noNumber');
  return (
    <Page
      title={title}
      lead={lead}
      actions={
        <>
          <CarrierLink shipment={shipment} />
          {mayWrite && (
            <>
              {shipment.trackingNumber && (
                <Button
                  variant="default"
                  leftSection={<IconRadar size={15} aria-hidden />}
                  loading={track.isPending}
                  onClick={() => track.mutate(shipment)}
                >
                  {t('bulk.track')}
                </Button>
              )}
              <Button
                variant="default"
                leftSection={<IconPencil size={15} aria-hidden />}
                onClick={() => setDialog('edit')}
              >
                {t('form.edit')}
              </Button>
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon
                    variant="default"
                    size={30}
                    aria-label={t('form.more')}
                    data-hint={t('form.more')}
                  >
                    <IconDots size={16} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => void copy(title)}>{t('shipment.copyNumber')}</Menu.Item>
                  <TrackingLinkItems shipment={shipment} />
                  <Menu.Item onClick={() => setDialog('merge')}>{t('shipment.merge')}</Menu.Item>
                  <Menu.Item
                    c="red"
                    leftSection={<IconTrash size={15} aria-hidden />}
                    onClick={() =>
                      void modalConfirm(t('shipment.delete'), t('shipment.deleteText')).then(
                        (yes) => yes && remove.mutate(),
                      )
                    }
                  >
                    {t('shipment.delete')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </>
          )}
        </>
      }
    >
      {isGone && (
        <div className={classes.gone} role="alert">
          {t('shipment.goneElsewhere')}
        </div>
      )}
      <StatusHead shipment={shipment} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel title={t('shipment.timeline')}>
            <Timeline iri={iri} />
          </Panel>
          <Panel title={t('shipment.items')} flush>
            <Items iri={iri} shipment={shipment} />
          </Panel>
          <Panel title={t('messages.title')} flush>
            <MessageLog iri={iri} />
          </Panel>
          <Panel title={t('changes.title')} flush>
            <Changes iri={iri} shipment={shipment} />
          </Panel>
        </div>
        <div className={classes.column}>
          <Panel title={t('shipment.details')}>
            <Details shipment={shipment} />
          </Panel>
          <Panel title={t('shipment.orders')} flush>
            <Orders shipment={shipment} />
          </Panel>
          <Panel title={t('notes.title')}>
            <Notes entity="shipments" entityId={id} />
          </Panel>
        </div>
      </div>
      {dialog === 'edit' && <EditShipment shipment={shipment} onClose={() => setDialog(undefined)} />}
      {dialog === 'merge' && <MergeShipment shipment={shipment} onClose={() => setDialog(undefined)} />}
    </Page>
  );
}
