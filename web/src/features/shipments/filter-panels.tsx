import { Checkbox, Group, MultiSelect, NumberInput, RangeSlider, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { t, tMaybe, type MessageKey } from '../../i18n';
import { beginOf, dateIn, endOf } from '../../lib/days';
import { ON_TIME } from '../../lib/predictions';
import { useCarrierChoices, useCountryChoices } from '../../lib/reference';
import { listOf, textOf, withValues } from '../../lib/search';
import { DATE_LABELS, DATES, type FilterProps, ON_TIME_FILTER } from './filters';

/*
 * What opens below the buttons of the filters: it is loaded with the first of them that is opened.
 */

type Named = FilterProps & { readonly name: string; readonly label: MessageKey };

export function ListPanel({
  search,
  onChange,
  name,
  label,
  of,
}: Named & { readonly of: 'carriers' | 'countries' }) {
  const carriers = useCarrierChoices();
  const countries = useCountryChoices();
  return (
    <MultiSelect
      data={[...(of === 'carriers' ? carriers : countries)]}
      value={[...listOf(search, name)]}
      onChange={(next) => onChange(withValues(search, { [name]: next }))}
      label={t(label)}
      searchable
      clearable
      hidePickedOptions
      limit={80}
      nothingFoundMessage={t('filter.nothing')}
      comboboxProps={{ withinPortal: false }}
      data-autofocus
    />
  );
}

/** Whether parcels come by the carrier's date, as it was predicted last. */
export const ArrivalPanel = ({ search, onChange }: FilterProps) => (
  <Checkbox.Group
    label={t('filter.arrivalText')}
    value={[...listOf(search, ON_TIME_FILTER)]}
    onChange={(next) => onChange(withValues(search, { [ON_TIME_FILTER]: next }))}
  >
    <Stack gap={8} mt="xs">
      {ON_TIME.map((state) => (
        <Checkbox key={state} size="xs" value={state} label={tMaybe(`onTime.${state}`)} />
      ))}
    </Stack>
  </Checkbox.Group>
);

/** Days that the sliders go to; typed values may be larger. */
const MOST_DAYS = 60;

export function RangePanel({ search, onChange, name, label }: Named) {
  const [low, high] = [`${name}[gte]`, `${name}[lte]`];
  const from = textOf(search, low);
  const to = textOf(search, high);
  const set = (next: Readonly<Record<string, string | undefined>>): void =>
    onChange(withValues(search, next));
  const [dragged, setDragged] = useState<[number, number]>();
  const value: [number, number] = dragged ?? [
    Math.min(Number(from || 0), MOST_DAYS),
    to === '' ? MOST_DAYS : Math.min(Number(to), MOST_DAYS),
  ];
  const typed = (parameter: string) => (next: number | string) =>
    set({ [parameter]: next === '' ? undefined : String(next) });
  return (
    <Stack gap="md" role="group" aria-label={t(label)}>
      <RangeSlider
        min={0}
        max={MOST_DAYS}
        minRange={0}
        value={value}
        onChange={setDragged}
        onChangeEnd={([a, b]) => {
          setDragged(undefined);
          set({ [low]: a === 0 ? undefined : String(a), [high]: b >= MOST_DAYS ? undefined : String(b) });
        }}
        thumbFromLabel={t('filter.from')}
        thumbToLabel={t('filter.to')}
        label={(each) => (each >= MOST_DAYS ? `${MOST_DAYS}+` : each)}
      />
      <Group grow>
        <NumberInput
          label={t('filter.from')}
          size="xs"
          min={0}
          allowDecimal={false}
          value={from === '' ? '' : Number(from)}
          onChange={typed(low)}
        />
        <NumberInput
          label={t('filter.to')}
          size="xs"
          min={0}
          allowDecimal={false}
          value={to === '' ? '' : Number(to)}
          onChange={typed(high)}
        />
      </Group>
    </Stack>
  );
}

export const DatePanel = ({ search, onChange }: FilterProps) => (
  <Stack gap="sm">
    {DATES.map((name) => (
      <Group key={name} grow gap="xs" role="group" aria-label={t(DATE_LABELS[name])}>
        <TextInput
          type="date"
          size="xs"
          label={t(DATE_LABELS[name])}
          aria-label={`${t(DATE_LABELS[name])}: ${t('filter.from')}`}
          value={dateIn(textOf(search, `${name}[after]`))}
          onChange={({ currentTarget: { value } }) =>
            onChange(withValues(search, { [`${name}[after]`]: value ? beginOf(value) : undefined }))
          }
        />
        <TextInput
          type="date"
          size="xs"
          label=" "
          aria-label={`${t(DATE_LABELS[name])}: ${t('filter.to')}`}
          value={dateIn(textOf(search, `${name}[before]`))}
          onChange={({ currentTarget: { value } }) =>
            onChange(withValues(search, { [`${name}[before]`]: value ? endOf(value) : undefined }))
          }
        />
      </Group>
    ))}
  </Stack>
);
