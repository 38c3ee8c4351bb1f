import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { page, type Page, type Shipment } from '../../api/client';
import { type Change, useChanges } from '../../lib/live';
import { type Search, toQuery } from '../../lib/search';

const ROWS = 100;

/** Parameters of the address that are the screen's own and not the API's. */
const OWN: ReadonlySet<string> = new Set(['view']);

const DEFAULT_ORDER = 'order[createdAt]';

/** What the API is asked with: the address as it is, and the newest first where it says nothing. */
export function apiSearch(search: Search): Search {
  const asked = Object.fromEntries(Object.entries(search).filter(([name]) => !OWN.has(name)));
  const isOrdered = Object.keys(asked).some((name) => name.startsWith('order['));
  return isOrdered ? asked : { ...asked, [DEFAULT_ORDER]: 'desc' };
}

export const listPath = (workspace: string, search: Search, rows = ROWS): string =>
  `${workspace}/shipments?${toQuery({ ...apiSearch(search), itemsPerPage: String(rows) })}`;

const shipmentsKey = (workspace: string): readonly string[] => ['shipments', workspace];

const shipmentsQuery = (workspace: string, search: Search) =>
  infiniteQueryOptions({
    queryKey: [...shipmentsKey(workspace), toQuery(apiSearch(search))],
    queryFn: ({ pageParam, signal }) => page<Shipment>(pageParam, signal),
    initialPageParam: listPath(workspace, search),
    getNextPageParam: ({ next }: Page<Shipment>) => next,
    // while the next answer is on its way, what was there stays
    placeholderData: keepPreviousData,
    staleTime: 15_000,
    // pages that were there stay the same objects; to compare every row with itself would cost more with each page
    structuralSharing: false,
  });

/** Asks for the first page of a search before the screen that shows it is there. */
export const prefetchShipments = (client: QueryClient, workspace: string, search: Search): Promise<void> =>
  client.prefetchInfiniteQuery(shipmentsQuery(workspace, search));

export interface ShipmentList {
  readonly rows: readonly Shipment[];
  readonly total: number | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  /** What is shown is of the search before. */
  readonly isPlaceholder: boolean;
  readonly hasMore: boolean;
  /** Asks for the next page, unless that is under way. */
  readonly loadMore: () => void;
  readonly reload: () => void;
  /** IRIs of rows that have been deleted since they were loaded. */
  readonly gone: ReadonlySet<string>;
  /** How many shipments are new since the list was loaded, and not in it. */
  readonly fresh: number;
}

const NONE: readonly Shipment[] = [];

/** The shipments of a search; each row follows the feed where it stands, and new ones wait until they are asked for. */
export function useShipments(workspace: string, search: Search): ShipmentList {
  const client = useQueryClient();
  const query = useInfiniteQuery(shipmentsQuery(workspace, search));
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => query.data?.pages.flatMap(({ members }) => members) ?? NONE, [query.data]);
  const loaded = useRef(rows);
  loaded.current = rows;

  useChanges(
    useCallback(
      (change: Change) => {
        const iri = change['@id'];
        if (!iri.startsWith('/shipments/')) return;
        if (change['@type'] === undefined) {
          setGone((before) => new Set(before).add(iri));
          setFresh((before) => new Set([...before].filter((each) => each !== iri)));
          return;
        }
        if (!loaded.current.some((row) => row['@id'] === iri)) {
          const { createdAt, updatedAt } = change as unknown as Shipment;
          if (createdAt === updatedAt) setFresh((before) => new Set(before).add(iri));
        }
        client.setQueriesData<InfiniteData<Page<Shipment>>>({ queryKey: shipmentsKey(workspace) }, (data) => {
          if (!data?.pages.some(({ members }) => members.some((row) => row['@id'] === iri))) return data;
          const pages = data.pages.map((each) => ({
            ...each,
            members: each.members.map((row) =>
              row['@id'] === iri ? { ...row, ...(change as unknown as Shipment) } : row,
            ),
          }));
          return { ...data, pages };
        });
        client.setQueryData(['shipment', iri], change);
      },
      [client, workspace],
    ),
  );

  const { refetch, fetchNextPage } = query;
  return {
    rows,
    total: query.data?.pages[0]?.total,
    error: query.error,
    isPending: query.isPending,
    isPlaceholder: query.isPlaceholderData,
    hasMore: query.hasNextPage,
    loadMore: useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]),
    reload: useCallback(() => {
      setFresh(new Set());
      setGone(new Set());
      void refetch();
    }, [refetch]),
    gone,
    fresh: fresh.size,
  };
}
