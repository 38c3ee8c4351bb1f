import { Button, Group, Pill, Popover, Skeleton, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconChevronDown, IconSearch, IconX } from '@tabler/icons-react';
import { type ClipboardEvent, memo, type ReactNode, useEffect, useRef, useState } from 'react';
import { t, tMaybe, tn, type MessageKey } from '../../i18n';
import { countryName, day, number } from '../../lib/format';
import { useCarrierName } from '../../lib/reference';
import { listOf, type Search, textOf, withValues } from '../../lib/search';
import { GROUPS, lookOf, statusesIn, type StatusGroup } from '../../lib/statuses';
import { lazyPart } from '../../ui/lazy-part';
import type { StatusCounts } from './counts';
import { FIELD_LABELS } from './field-names';
import classes from './filters.module.css';

const panels = () => import('./filter-panels');
const loading = { fallback: <Skeleton height={60} /> };
const ListPanel = lazyPart(async () => (await panels()).ListPanel, loading);
const RangePanel = lazyPart(async () => (await panels()).RangePanel, loading);
const ArrivalPanel = lazyPart(async () => (await panels()).ArrivalPanel, loading);
const DatePanel = lazyPart(async () => (await panels()).DatePanel, loading);

export interface FilterProps {
  readonly search: Search;
  readonly onChange: (search: Search) => void;
}

/** Numbers of a pasted list that are looked for at once. */
export const MAX_NUMBERS = 500;

const TRACKING = 'trackingNumber[]';
const ORDERS = 'orderNumbers[]';
const EMAIL = 'email';

/** Tracking numbers are long and have many digits; `100042` and `OS-1001` are orders'. */
const looksLikeTracking = (text: string): boolean =>
  text.replace(/[\s.-]/g, '').length >= 9 && (text.match(/\d/g)?.length ?? 0) >= 5;

/** What somebody types or pastes, as the API's parameters. */
export function searchFor(text: string): Record<string, string | string[] | undefined> {
  const none = { [TRACKING]: undefined, [ORDERS]: undefined, [EMAIL]: undefined };
  const trimmed = text.trim();
  if (trimmed === '') return none;
  const words = trimmed
    .split(/[\s,;]+/)
    .filter(Boolean)
    .slice(0, MAX_NUMBERS);
  if (words.length === 1 && trimmed.includes('@')) return { ...none, [EMAIL]: trimmed };
  const numbers = words.map((word) => word.toUpperCase());
  return looksLikeTracking(words[0] ?? '')
    ? { ...none, [TRACKING]: numbers }
    : { ...none, [ORDERS]: numbers };
}

const shownSearch = (search: Search): string =>
  [...listOf(search, TRACKING), ...listOf(search, ORDERS), textOf(search, EMAIL)].filter(Boolean).join(' ');

/** Understands a tracking number, an order's number, an e-mail address, and a pasted list of numbers. */
export function SearchBox({ search, onChange }: FilterProps) {
  const inUrl = shownSearch(search);
  const [text, setText] = useState(inUrl);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(search);
  latest.current = search;
  useEffect(() => {
    if (document.activeElement !== input.current) setText(inUrl);
  }, [inUrl]);
  const apply = useDebouncedCallback((value: string) => {
    if (value.trim() !== shownSearch(latest.current)) onChange(withValues(latest.current, searchFor(value)));
  }, 250);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || (event.target as HTMLElement).closest('input, textarea')) return;
      event.preventDefault();
      input.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const set = (value: string): void => {
    setText(value);
    apply(value);
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>): void => {
    const pasted = event.clipboardData.getData('text');
    if (!pasted.includes('\n')) return;
    // an input takes one line; a column of a spreadsheet has many
    event.preventDefault();
    set(pasted.trim().split(/\s+/).join(' '));
  };
  const count = text
    .trim()
    .split(/[\s,;]+/)
    .filter(Boolean).length;
  return (
    <TextInput
      ref={input}
      className={classes.search}
      size="xs"
      value={text}
      onChange={(event) => set(event.currentTarget.value)}
      onPaste={onPaste}
      placeholder={t('filter.search')}
      aria-label={t('filter.search')}
      leftSection={<IconSearch size={15} aria-hidden />}
      rightSectionWidth={count > 1 ? 76 : 28}
      rightSection={
        text === '' ? undefined : (
          <Group gap={2} wrap="nowrap">
            {count > 1 && (
              <Text size="xs" c="dimmed">
                {tn('filter.numbers', Math.min(count, MAX_NUMBERS))}
              </Text>
            )}
            <button
              type="button"
              className={classes.clear}
              onClick={() => set('')}
              aria-label={t('filter.clearSearch')}
            >
              <IconX size={14} aria-hidden />
            </button>
          </Group>
        )
      }
    />
  );
}

const STATUS = 'trackingStatus[]';
export const ON_TIME_FILTER = 'onTime[]';

/** Every status with how many parcels have it under the other filters; several can be chosen. */
export const StatusChips = memo(function StatusChips({
  search,
  onChange,
  counts,
  isLoading,
}: FilterProps & StatusCounts) {
  const chosen = new Set(listOf(search, STATUS));
  const set = (codes: readonly string[]): void => onChange(withValues(search, { [STATUS]: codes }));
  const toggle = (code: string): void =>
    set(chosen.has(code) ? [...chosen].filter((each) => each !== code) : [...chosen, code]);
  const toggleGroup = (group: StatusGroup): void => {
    const codes = statusesIn(group);
    const isAll = codes.every((code) => chosen.has(code));
    const others = [...chosen].filter((code) => lookOf(code).group !== group);
    set(isAll ? others : [...others, ...codes]);
  };
  return (
    <div
      className={classes.chips}
      role="group"
      aria-busy={isLoading}
      aria-label={t('shipment.trackingStatus')}
    >
      {GROUPS.map((group) => {
        const codes = statusesIn(group);
        const total = counts && codes.reduce((sum, code) => sum + (counts[code] ?? 0), 0);
        const isAll = codes.every((code) => chosen.has(code));
        return (
          <div key={group} className={classes.group} data-group={group}>
            <button
              type="button"
              className={classes.groupName}
              aria-pressed={isAll}
              onClick={() => toggleGroup(group)}
            >
              {t(`group.${group}`)}
              {total !== undefined && <span className={classes.count}>{number(total)}</span>}
            </button>
            {codes.map((code) => {
              const { icon } = lookOf(code);
              const count = counts && (counts[code] ?? 0);
              if (count === 0 && !chosen.has(code)) return null;
              return (
                <button
                  key={code}
                  type="button"
                  className={classes.chip}
                  data-group={group}
                  data-glyph={icon}
                  aria-pressed={chosen.has(code)}
                  onClick={() => toggle(code)}
                >
                  {tMaybe(`status.${code}`)}
                  {count !== undefined && <span className={classes.count}>{number(count)}</span>}
                </button>
              );
            })}
          </div>
        );
      })}
    </div>
  );
});

/** A filter that opens below its button. */
function FilterButton({
  label,
  isSet,
  children,
}: {
  readonly label: string;
  readonly isSet: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Popover position="bottom-start" shadow="md" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant={isSet ? 'light' : 'default'}
          size="compact-sm"
          fw={500}
          rightSection={<IconChevronDown size={13} aria-hidden />}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{children}</Popover.Dropdown>
    </Popover>
  );
}

export const DATES = ['createdAt', 'shippedAt', 'lastStatusUpdate', 'expectedDeliveryDate'] as const;

export const DATE_LABELS: Readonly<Record<(typeof DATES)[number], MessageKey>> = {
  createdAt: 'shipment.createdAt',
  shippedAt: 'shipment.shippedAt',
  lastStatusUpdate: 'shipment.lastUpdate',
  expectedDeliveryDate: 'shipment.expected',
};

const LISTS = [
  { name: 'originCarrier[]', label: 'shipment.carrier', of: 'carriers' },
  { name: 'destinationCountryIso2[]', label: 'shipment.destination', of: 'countries' },
  { name: 'originCountryIso2[]', label: 'shipment.origin', of: 'countries' },
] as const;

const RANGES = [
  { name: 'daysInTransit', label: 'shipment.daysInTransit' },
  { name: 'daysInIdle', label: 'shipment.daysInIdle' },
] as const;

export const FilterBar = memo(function FilterBar(props: FilterProps) {
  const { search } = props;
  const has = (...names: readonly string[]): boolean => names.some((name) => textOf(search, name) !== '');
  return (
    <Group gap={6} className={classes.bar}>
      <SearchBox {...props} />
      <div className={classes.buttons}>
        {LISTS.map(({ name, label, of }) => (
          <FilterButton key={name} label={t(label)} isSet={listOf(search, name).length > 0}>
            <ListPanel {...props} name={name} label={label} of={of} />
          </FilterButton>
        ))}
        <FilterButton label={t('filter.arrival')} isSet={listOf(search, ON_TIME_FILTER).length > 0}>
          <ArrivalPanel {...props} />
        </FilterButton>
        {RANGES.map(({ name, label }) => (
          <FilterButton key={name} label={t(label)} isSet={has(`${name}[gte]`, `${name}[lte]`)}>
            <RangePanel {...props} name={name} label={label} />
          </FilterButton>
        ))}
        <FilterButton
          label={t('filter.dates')}
          isSet={has(...DATES.flatMap((name) => [`${name}[after]`, `${name}[before]`]))}
        >
          <DatePanel {...props} />
        </FilterButton>
      </div>
    </Group>
  );
});

/** Parameters that other parts of the screen show. */
const SHOWN_ELSEWHERE = /^(?:order\[|view$|trackingStatus\[\]$|trackingNumber\[\]$|orderNumbers\[\]$|email$)/;

/** What else is filtered by, so that nothing is filtered unseen; each can be taken away. */
export const ActiveFilters = memo(function ActiveFilters({ search, onChange }: FilterProps) {
  const carrier = useCarrierName();
  const active = Object.entries(search).filter(([name]) => !SHOWN_ELSEWHERE.test(name));
  const isOther = ([name, value]: [string, string | readonly string[]]): boolean =>
    name === 'exists[deliveredAt]' && value === 'true';
  const isFiltered = Object.keys(search).some((name) => !name.startsWith('order[') && name !== 'view');
  if (!isFiltered) return null;
  const order = Object.fromEntries(Object.entries(search).filter(([name]) => name.startsWith('order[')));
  return (
    <Group gap={6} className={classes.active}>
      {active
        .filter((each) => !isOther(each))
        .map(([name, value]) => (
          <Pill
            key={name}
            withRemoveButton
            onRemove={() => onChange(withValues(search, { [name]: undefined }))}
            removeButtonProps={{ 'aria-label': t('filter.remove'), tabIndex: 0 }}
          >
            {labelOf(name)}{' '}
            {[value]
              .flat()
              .map((each) => shownValue(name, each, carrier))
              .join(', ')}
          </Pill>
        ))}
      <Button variant="subtle" size="compact-xs" onClick={() => onChange(order)}>
        {t('filter.clearAll')}
      </Button>
    </Group>
  );
});

const OPERATORS: Readonly<Record<string, string>> = {
  gte: '≥',
  lte: '≤',
  gt: '>',
  lt: '<',
  after: '≥',
  before: '≤',
  strictly_after: '>',
  strictly_before: '<',
};

function labelOf(name: string): string {
  const [, field = name, operator = ''] = /^([^[]+)(?:\[([^\]]*)\])?$/.exec(name) ?? [];
  const label = FIELD_LABELS[field];
  return `${label ? t(label) : field} ${OPERATORS[operator] ?? (operator || ':')}`;
}

function shownValue(name: string, value: string, carrier: (code: string) => string): string {
  if (/Carrier/.test(name)) return carrier(value);
  if (/CountryIso2/.test(name)) return countryName(value);
  if (/^(?:phase|punctuality|onTime)/.test(name)) return tMaybe(`${name.replace('[]', '')}.${value}`);
  if (/\[(?:strictly_)?(?:after|before)\]$/.test(name) && !Number.isNaN(Date.parse(value))) return day(value);
  return value;
}
