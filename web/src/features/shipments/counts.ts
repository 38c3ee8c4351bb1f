import { useMemo } from 'react';
import { type Breakdown, useAnalytics } from '../../lib/analytics';
import { type Search, withValues } from '../../lib/search';

/** How many shipments have each status under the other filters of a search; undefined until that is known. */
export function useStatusCounts(
  search: Search,
  isReady: boolean,
): Readonly<Record<string, number>> | undefined {
  const filters = Object.fromEntries(
    Object.entries(withValues(search, { 'trackingStatus[]': undefined, trackingStatus: undefined })).filter(
      ([name]) => !name.startsWith('order['),
    ),
  );
  // the rows come first
  const { data } = useAnalytics<Breakdown>('breakdown', { ...filters, by: 'trackingStatus' }, isReady);
  return useMemo(
    () =>
      data && Object.fromEntries(data.groups.map(({ key, created }) => [key ?? 'no_info', created.value])),
    [data],
  );
}
