import { useQuery } from '@tanstack/react-query';
import { page, type Shipment } from '../../api/client';
import { type Search, toQuery, withValues } from '../../lib/search';
import { STATUS_CODES } from '../../lib/statuses';
import { apiSearch } from './query';

/** How many shipments have each status under the other filters of a search; undefined until that is known. */
export function useStatusCounts(
  workspace: string,
  search: Search,
  isReady: boolean,
): Readonly<Record<string, number>> | undefined {
  const others = withValues(apiSearch(search), { 'trackingStatus[]': undefined });
  const { data } = useQuery({
    queryKey: ['shipment-counts', workspace, toQuery(others)],
    // the rows come first
    enabled: isReady,
    staleTime: 30_000,
    queryFn: async ({ signal }) => {
      const count = async (code: string): Promise<readonly [string, number]> => {
        const query = toQuery({ ...others, 'trackingStatus[]': [code], itemsPerPage: '1' });
        const { total } = await page<Shipment>(`${workspace}/shipments?${query}`, signal);
        return [code, total];
      };
      const counts: (readonly [string, number])[] = [];
      // a few at a time: the browser has six connections, and the feed has one of them
      for (let from = 0; from < STATUS_CODES.length; from += 4)
        counts.push(...(await Promise.all(STATUS_CODES.slice(from, from + 4).map(count))));
      return Object.fromEntries(counts);
    },
  });
  return data;
}
