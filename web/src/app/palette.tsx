import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuildingStore, IconReceipt, IconSearch, IconTruck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { page, type Order, type Shipment } from '../api/client';
import { t, tMaybe } from '../i18n';
import { toQuery } from '../lib/search';
import { useAccount, useWorkspace } from './account';
import { usePaletteAsked } from './palette-store';
import { DESTINATIONS } from './shell';

const SHOWN = 5;

const [paletteStore, palette] = createSpotlight();

/** Everything by name, and parcels and orders by their numbers. */
export default function Palette() {
  const { id, iri } = useWorkspace();
  const { workspaces } = useAccount();
  const navigate = useNavigate();
  const asked = usePaletteAsked();
  useEffect(() => palette.open(), [asked]);
  const [query, setQuery] = useState('');
  const [wanted] = useDebouncedValue(query.trim(), 200);

  const shipments = useQuery({
    queryKey: ['palette', id, 'shipments', wanted],
    enabled: wanted.length >= 3,
    queryFn: ({ signal }) =>
      page<Shipment>(
        `${iri}/shipments?${toQuery({ trackingNumber: wanted, itemsPerPage: String(SHOWN) })}`,
        signal,
      ),
  });
  const orders = useQuery({
    queryKey: ['palette', id, 'orders', wanted],
    enabled: wanted.length >= 3,
    queryFn: ({ signal }) =>
      page<Order>(`${iri}/orders?${toQuery({ orderNumber: wanted, itemsPerPage: String(SHOWN) })}`, signal),
  });

  const screens: SpotlightActionData[] = DESTINATIONS.map(({ to, label, icon: Icon }) => ({
    id: to,
    label: t(label),
    leftSection: <Icon size={17} aria-hidden />,
    onClick: () => void navigate({ to, params: { workspace: id } }),
  }));
  const others: SpotlightActionData[] = workspaces
    .filter((each) => each.id !== id)
    .map((each) => ({
      id: each.id ?? '',
      label: each.title ?? '',
      description: t('palette.workspace'),
      leftSection: <IconBuildingStore size={17} aria-hidden />,
      onClick: () => void navigate({ to: '/w/$workspace/overview', params: { workspace: each.id ?? '' } }),
    }));
  const foundShipments: SpotlightActionData[] = (shipments.data?.members ?? []).map((each) => ({
    id: each['@id'] ?? '',
    label: each.trackingNumber ?? '',
    description: tMaybe(`status.${each.trackingStatus ?? 'no_info'}`),
    leftSection: <IconTruck size={17} aria-hidden />,
    onClick: () =>
      void navigate({
        to: '/w/$workspace/shipments/$shipment',
        params: { workspace: id, shipment: each.id ?? '' },
      }),
  }));
  const foundOrders: SpotlightActionData[] = (orders.data?.members ?? []).map((each) => ({
    id: each['@id'] ?? '',
    label: each.orderNumber ?? '',
    description: each.email ?? '',
    leftSection: <IconReceipt size={17} aria-hidden />,
    onClick: () =>
      void navigate({ to: '/w/$workspace/orders/$order', params: { workspace: id, order: each.id ?? '' } }),
  }));
  const byName = (each: SpotlightActionData): boolean =>
    (each.label ?? '').toLowerCase().includes(query.trim().toLowerCase());
  const groups = [
    { group: t('palette.screens'), actions: screens.filter(byName) },
    { group: t('nav.shipments'), actions: foundShipments },
    { group: t('nav.orders'), actions: foundOrders },
    { group: t('palette.workspaces'), actions: others.filter(byName) },
  ].filter(({ actions }) => actions.length > 0);

  return (
    <Spotlight
      store={paletteStore}
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      filter={(_, all) => all}
      shortcut={null}
      nothingFound={t('palette.nothing')}
      highlightQuery
      scrollable
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={17} aria-hidden />,
        placeholder: t('palette.placeholder'),
        'aria-label': t('palette.placeholder'),
      }}
    />
  );
}
