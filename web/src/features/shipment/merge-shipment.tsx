import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { request, type Shipment } from '../../api/client';
import { useWorkspace } from '../../app/account';
import { t } from '../../i18n';
import { useAction, violationAt } from '../../lib/mutation';
import { Dialog } from '../../ui/dialog';

/** Makes this shipment a part of the one with another tracking number. */
export function MergeShipment({
  shipment,
  onClose,
}: {
  readonly shipment: Shipment;
  readonly onClose: () => void;
}) {
  const { id: workspaceId } = useWorkspace();
  const [trackingNumber, setTrackingNumber] = useState('');
  const navigate = useNavigate();
  const merge = useAction({
    run: () =>
      request<Shipment>('/shipments/merge', {
        method: 'POST',
        json: { workspaceId, shipmentId: shipment.id, trackingNumber },
      }),
    done: t('shipment.merged'),
    fields: ['trackingNumber'],
    onDone: (kept) =>
      navigate({
        to: '/w/$workspace/shipments/$shipment',
        params: { workspace: workspaceId, shipment: kept.id ?? '' },
        replace: true,
      }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    merge.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t('shipment.merge')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{t('shipment.mergeText')}</Text>
          <TextInput
            label={t('shipment.mergeNumber')}
            value={trackingNumber}
            onChange={(event) => setTrackingNumber(event.currentTarget.value)}
            error={violationAt(merge.error, 'trackingNumber')}
            required
            data-autofocus
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" loading={merge.isPending}>
              {t('shipment.mergeNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
