import { Anchor, Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { request, type Shipment } from '../../api/client';
import { t } from '../../i18n';
import { countryName, day, exactTime } from '../../lib/format';
import { useCarrierName } from '../../lib/reference';
import { Time } from '../../ui/time';
import { customerOf } from '../shipments/columns';
import classes from './shipment.module.css';

interface CarrierItem {
  readonly name?: string | null;
  readonly trackingUrlTemplate?: string | null;
}

/** Leads to the parcel on its carrier's own site. */
export function CarrierLink({
  shipment: { originCarrier, trackingNumber },
}: {
  readonly shipment: Shipment;
}) {
  const { data } = useQuery({
    queryKey: ['carrier', originCarrier],
    enabled: Boolean(originCarrier),
    staleTime: Infinity,
    queryFn: () => request<CarrierItem>(`/public/carriers/${encodeURIComponent(originCarrier ?? '')}`),
  });
  if (!data?.trackingUrlTemplate || !trackingNumber) return null;
  return (
    <Button
      component="a"
      variant="default"
      href={data.trackingUrlTemplate.replace('{}', encodeURIComponent(trackingNumber))}
      target="_blank"
      rel="noreferrer"
      rightSection={<IconExternalLink size={14} aria-hidden />}
    >
      {t('shipment.atCarrier', { carrier: data.name ?? '' })}
    </Button>
  );
}

/** Who gets it, from where to where, by whom. */
export function Details({ shipment }: { readonly shipment: Shipment }) {
  const carrier = useCarrierName();
  const { address } = shipment;
  const place = [
    address?.addressLine1,
    address?.addressLine2,
    [address?.postcode, address?.city].filter(Boolean).join(' '),
    address?.state,
    countryName(address?.countryIso2),
  ].filter(Boolean);
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [t('shipment.customer'), customerOf(shipment)],
    [
      t('shipment.email'),
      shipment.email && <Anchor href={`mailto:${shipment.email}`}>{shipment.email}</Anchor>,
    ],
    [t('shipment.phone'), shipment.phoneNumber],
    [t('shipment.address'), place.length > 0 && place.map((line) => <div key={String(line)}>{line}</div>)],
    [
      t('shipment.carrier'),
      [...new Set([shipment.originCarrier, shipment.destinationCarrier].filter(Boolean))]
        .map(carrier)
        .join(' → '),
    ],
    [
      t('shipment.route'),
      [shipment.originCountryIso2, shipment.destinationCountryIso2]
        .filter(Boolean)
        .map(countryName)
        .join(' → '),
    ],
    [t('shipment.shippedAt'), shipment.shippedAt && exactTime(shipment.shippedAt)],
    [t('shipment.expected'), shipment.expectedDeliveryDate && day(shipment.expectedDeliveryDate)],
    [t('shipment.createdAt'), shipment.createdAt && exactTime(shipment.createdAt)],
    [t('shipment.updatedAt'), shipment.updatedAt && <Time value={shipment.updatedAt} />],
    [t('shipment.shipmentStatus'), (shipment.shipmentStatus as { title?: string } | null)?.title],
    [t('shipment.source'), shipment.externalSourceIntegrationType],
  ];
  return (
    <dl className={classes.details}>
      {rows
        .filter(([, value]) => Boolean(value))
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
