import { useMemo } from 'react';
import { type Breakdown, useAnalytics } from '../../lib/analytics';
import { type Search, withValues } from '../../lib/search';

export interface StatusCounts {
  /** By status; undefined until they are known. */
  readonly counts: Readonly<Record<string, number>> | undefined;
  /** They are asked for, and there are none to show meanwhile. */
  readonly isLoading: boolean;
}

/** How many shipments have each status under the other filters of a search. */
export function useStatusCounts(search: Search, isReady: boolean): StatusCounts {
  const filters = Object.fromEntries(
    Object.entries(withValues(search, { 'trackingStatus[]': undefined, trackingStatus: undefined })).filter(
      ([name]) => !name.startsWith('order['),
    ),
  );
  // the rows come first
  const { data, isLoading } = useAnalytics<Breakdown>(
    'breakdown',
    { ...filters, by: 'trackingStatus' },
    isReady,
  );
  const counts = useMemo(
    () =>
      data && Object.fromEntries(data.groups.map(({ key, created }) => [key ?? 'no_info', created.value])),
    [data],
  );
  return { counts, isLoading };
}
