import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type DeliveryPrediction, idOf, page, request, type Shipment } from '../api/client';
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

const NONE: ReadonlyMap<string, DeliveryPrediction> = new Map();

/**
 * What is predicted of some shipments of a workspace, by their IRIs. It is asked for after the rows are there, of each once,
 * and again when the shipment has changed.
 */
export function usePredictions(
  workspace: string,
  shipments: readonly Shipment[],
  isWanted: boolean,
): ReadonlyMap<string, DeliveryPrediction> {
  const [known, setKnown] = useState(NONE);
  const asked = useRef(new Set<string>());
  const load = useCallback(
    async (some: readonly string[]): Promise<void> => {
      const query = toQuery({ 'id[]': some, itemsPerPage: String(CHUNK) });
      const { members } = await page<DeliveryPrediction>(`${workspace}/delivery_predictions?${query}`);
      setKnown((before) => {
        const now = new Map(before);
        for (const each of members) now.set(each.shipment ?? '', each);
        return now;
      });
    },
    [workspace],
  );
  useEffect(() => {
    if (!isWanted) return;
    const missing = shipments.map(({ id }) => id ?? '').filter((id) => !asked.current.has(id));
    for (let from = 0; from < missing.length; from += CHUNK) {
      const some = missing.slice(from, from + CHUNK);
      for (const id of some) asked.current.add(id);
      // rows without it say nothing of their arrival; they are asked for again with the next rows
      load(some).catch(() => some.forEach((id) => asked.current.delete(id)));
    }
  }, [shipments, isWanted, load]);
  useChanges(
    useCallback(
      (change: Change) => {
        const id = idOf(change['@id']);
        if (asked.current.has(id)) window.setTimeout(() => void load([id]).catch(() => undefined), FOLLOWS);
      },
      [load],
    ),
  );
  return known;
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
