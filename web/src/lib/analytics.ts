import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { request } from '../api/client';
import { useWorkspace } from '../app/account';
import { parseSearch, type Search, toQuery } from './search';

/** A number of shipments, and the list of just these. */
export interface Count {
  readonly value: number;
  readonly shipments: string;
}

interface Rate {
  readonly value: number | null;
  readonly of: Count;
}

interface Days {
  readonly mean: number | null;
  readonly median: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly of: Count;
}

interface Punctuality {
  readonly early: Count;
  readonly onTime: Count;
  readonly late: Count;
  readonly onTimeRate: Rate;
}

/** What `docs/analytics.md` defines. */
export interface Figures {
  readonly created: Count;
  readonly shipped: Count;
  readonly delivered: Count;
  readonly pending: Count;
  readonly inTransit: Count;
  readonly exception: Count;
  readonly returned: Count;
  readonly cancelled: Count;
  readonly idle: Count;
  readonly deliveryRate: Rate;
  readonly exceptionRate: Rate;
  readonly returnRate: Rate;
  readonly firstAttemptRate: Rate;
  readonly punctuality: Punctuality;
  readonly orderToShip: Days;
  readonly shipToFirstScan: Days;
  readonly transitTime: Days;
  readonly orderToDelivery: Days;
}

export interface Series {
  readonly intervals: readonly (Figures & { readonly day: string })[];
}

export interface Breakdown {
  readonly groups: readonly (Figures & {
    readonly key: string | null;
    readonly originCountryIso2?: string | null;
    readonly destinationCountryIso2?: string | null;
  })[];
}

interface ExceptionKind extends Count {
  readonly medianAge: number | null;
  readonly oldestAge: number | null;
}

export interface Exceptions {
  readonly late: ExceptionKind;
  readonly stuck: ExceptionKind;
  readonly returned: ExceptionKind;
  readonly failedAttempts: ExceptionKind;
}

/** The zone of this browser: days are those of whoever looks. */
export const timeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** A day in this browser's zone, so many before today: `2026-11-28`. */
export function dayBefore(days: number): string {
  const date = new Date();
  date.setDate(date.getDate() - days);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export type AnalyticsKind = 'summary' | 'series' | 'breakdown' | 'exceptions';

export const analyticsPath = (workspace: string, kind: AnalyticsKind, search: Search): string =>
  `${workspace}/analytics/${kind}?${toQuery({ tz: timeZone(), ...search })}`;

/** Figures of the workspace that is shown. */
export function useAnalytics<T>(kind: AnalyticsKind, search: Search, isReady = true): UseQueryResult<T> {
  const { iri } = useWorkspace();
  const path = analyticsPath(iri, kind, search);
  return useQuery({
    queryKey: ['analytics', path],
    queryFn: ({ signal }) => request<T>(path, { signal }),
    enabled: isReady,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}

/** The search of the list that a count leads to. */
export const searchOf = ({ shipments }: Count): Search => parseSearch(shipments.split('?')[1] ?? '');
