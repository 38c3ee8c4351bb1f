import { Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWorkspace } from '../../app/account';
import { locale, t, tMaybe } from '../../i18n';
import { type Breakdown, searchOf } from '../../lib/analytics';
import { countryName, decimal, number, percent } from '../../lib/format';
import { useCarrierName } from '../../lib/reference';

export type GroupedBy = 'originCarrier' | 'lane' | 'destinationCountryIso2' | 'trackingStatus' | 'weekday';

/** The first of January 2024 was a Monday. */
const weekdayName = (iso: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(new Date(2024, 0, Number(iso)));

/** Groups of shipments side by side; each number of shipments is a link to them. */
export function GroupTable({ by, groups }: { readonly by: GroupedBy; readonly groups: Breakdown['groups'] }) {
  const { id: workspace } = useWorkspace();
  const carrier = useCarrierName();
  const nameOf = (key: string | null): string => {
    if (key === null) return t('figures.none');
    if (by === 'originCarrier') return carrier(key);
    if (by === 'trackingStatus') return tMaybe(`status.${key}`);
    if (by === 'weekday') return weekdayName(key);
    return key
      .split('-')
      .map((part) => (part ? countryName(part) : t('figures.none')))
      .join(' → ');
  };
  if (groups.length === 0)
    return (
      <Text size="sm" c="dimmed" px={14} py="md">
        {t('figures.nothing')}
      </Text>
    );
  return (
    <Table.ScrollContainer className="no-wider-on-phones" minWidth={420}>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="40%">{t(`by.${by}`)}</Table.Th>
            <Table.Th className="number">{t('nav.shipments')}</Table.Th>
            <Table.Th className="number">{t('figures.onTimeRate')}</Table.Th>
            <Table.Th className="number">{t('figures.median')}</Table.Th>
            <Table.Th className="number not-on-phones">{t('figures.p90')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {groups.map(({ key, created, punctuality, transitTime }) => (
            <Table.Tr key={key}>
              <Table.Td>{nameOf(key)}</Table.Td>
              <Table.Td className="number">
                <Link to="/w/$workspace/shipments" params={{ workspace }} search={searchOf(created)}>
                  {number(created.value)}
                </Link>
              </Table.Td>
              <Table.Td className="number">
                {punctuality.onTimeRate.value === null ? '–' : percent(punctuality.onTimeRate.value)}
              </Table.Td>
              <Table.Td className="number">
                {transitTime.median === null ? '–' : decimal(transitTime.median)}
              </Table.Td>
              <Table.Td className="number not-on-phones">
                {transitTime.p90 === null ? '–' : decimal(transitTime.p90)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
