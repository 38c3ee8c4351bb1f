import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { all, type Carrier, type Country } from '../api/client';
import { countryName } from './format';

const FOREVER = { staleTime: Infinity, gcTime: Infinity } as const;

const useCarrierList = () =>
  useQuery({
    queryKey: ['carriers'],
    queryFn: () => all<Carrier>('/public/carriers?itemsPerPage=500'),
    ...FOREVER,
  });

/** A function that says what a carrier is called; its code while the list is on its way. */
export function useCarrierName(): (code: string | null | undefined) => string {
  const { data } = useCarrierList();
  const names = useMemo(() => new Map(data?.map(({ code, name }) => [code, name])), [data]);
  return useCallback((code) => (code ? (names.get(code) ?? code) : ''), [names]);
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

const byLabel = (one: Choice, other: Choice): number => one.label.localeCompare(other.label);

export function useCarrierChoices(): readonly Choice[] {
  const { data } = useCarrierList();
  return useMemo(
    () =>
      (data ?? []).map(({ code, name }) => ({ value: code ?? '', label: name ?? code ?? '' })).sort(byLabel),
    [data],
  );
}

export function useCountryChoices(): readonly Choice[] {
  const { data } = useQuery({
    queryKey: ['countries'],
    queryFn: () => all<Country>('/countries?itemsPerPage=500'),
    ...FOREVER,
  });
  return useMemo(
    () =>
      (data ?? [])
        .map((country) => String((country as { code?: string }).code ?? ''))
        .filter((code) => code !== '')
        .map((code) => ({ value: code, label: countryName(code) }))
        .sort(byLabel),
    [data],
  );
}
