import { useDebouncedCallback } from '@mantine/hooks';
import { useQueries, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { type DeliveryPrediction, page, request, type Shipment } from '../api/client';
import { language, t } from '../i18n';
import { countryName, dayRange, number } from './format';
import { type Change, useChanges } from './live';
import { type Search, toQuery } from './search';
import { statusesIn } from './statuses';

export type OnTime = DeliveryPrediction['onTime'];

/** The states of a parcel against the carrier's date, in the order in which somebody looks for them. */
export const ON_TIME: readonly OnTime[] = ['late', 'at_risk', 'on_time', 'early', 'unknown'];

/** What is still to come, by its status. */
export const UNDER_WAY: readonly string[] = [
  ...statusesIn('waiting'),
  ...statusesIn('moving'),
  'available_for_pickup',
  'unsuccessful_delivery',
  'exception',
];

/** The list that a day begins with: what is late or likely to be, the most overdue first. */
export const LATE_OR_AT_RISK: Search = {
  'trackingStatus[]': UNDER_WAY,
  'onTime[]': ['late', 'at_risk'],
  'order[expectedDeliveryDate]': 'asc',
};

/** Shipments of one request for predictions. */
const CHUNK = 100;

/** Milliseconds after a change in which the prediction follows it. */
const FOLLOWS = 3_000;

const KEY = 'predictions';

/** What is predicted of some shipments of a workspace, by their IRIs. It is asked for after the rows are there. */
export function usePredictions(
  workspace: string,
  shipments: readonly Shipment[],
  isWanted: boolean,
): ReadonlyMap<string, DeliveryPrediction> {
  const ids = useMemo(() => shipments.map(({ id }) => id ?? ''), [shipments]);
  const chunks = Array.from({ length: Math.ceil(ids.length / CHUNK) }, (_, index) =>
    ids.slice(index * CHUNK, (index + 1) * CHUNK),
  );
  const client = useQueryClient();
  const refresh = useDebouncedCallback(() => void client.invalidateQueries({ queryKey: [KEY] }), FOLLOWS);
  const known = useMemo(() => new Set(shipments.map((each) => each['@id'])), [shipments]);
  useChanges(useCallback((change: Change) => void (known.has(change['@id']) && refresh()), [known, refresh]));
  return useQueries({
    queries: (isWanted ? chunks : []).map((some) => ({
      queryKey: [KEY, workspace, ...some],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        page<DeliveryPrediction>(
          `${workspace}/delivery_predictions?${toQuery({ 'id[]': some, itemsPerPage: String(CHUNK) })}`,
          signal,
        ),
      staleTime: 60_000,
    })),
    combine: useCallback(
      (results: readonly UseQueryResult<{ members: readonly DeliveryPrediction[] }>[]) =>
        new Map(
          results
            .flatMap(({ data }) => data?.members ?? [])
            .map((each) => [each.shipment ?? '', each] as const),
        ),
      [],
    ),
  });
}

/** What is predicted of one shipment. */
export function usePrediction({ '@id': iri = '', updatedAt }: Shipment): UseQueryResult<DeliveryPrediction> {
  return useQuery({
    queryKey: [KEY, iri, updatedAt],
    queryFn: ({ signal }) => request<DeliveryPrediction>(`${iri}/delivery_prediction`, { signal }),
    placeholderData: (before) => before,
  });
}

/** `1 – 4 Dec`; empty where nothing can be said. */
export const predictedDays = ({ earliest, latest }: DeliveryPrediction): string =>
  earliest && latest ? dayRange(earliest, latest) : '';

/** Why just these days. The server's own sentence is English and says more; other languages say what it is made of. */
export function reasonOf({ basis, reason }: DeliveryPrediction, carrier: (code: string) => string): string {
  if (language === 'en') return reason;
  const { level, samples } = basis;
  if (!level) return t('prediction.none');
  const from = [
    basis.carrier && carrier(basis.carrier),
    [basis.originCountryIso2, basis.destinationCountryIso2]
      .filter((code) => code !== null && code !== undefined)
      .map(countryName)
      .join(' → '),
  ].filter(Boolean);
  return t('prediction.basis', {
    samples: number(samples ?? 0),
    from: from.length > 0 ? `(${from.join(', ')})` : '',
  });
}
