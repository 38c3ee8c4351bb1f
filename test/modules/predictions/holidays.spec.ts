import { expect, it } from '@jest/globals';
import { dayOf } from '../../../src/modules/predictions/days.js';
import { holidays } from '../../../src/modules/predictions/holidays.js';

it('knows the public holidays of countries, those of their parts and bank holidays of commerce aside', async () => {
  await holidays.load([
    ['DE', dayOf('2026-05-01')],
    ['US', dayOf('2026-11-26')],
    ['GB', dayOf('2026-12-26')],
  ]);
  const isHoliday = (country: string, date: string): boolean => holidays.of(country).has(dayOf(date));
  // New Year, Good Friday, Labour Day, German Unity, both days of Christmas
  for (const date of ['01-01', '04-03', '05-01', '10-03', '12-25', '12-26'])
    expect([date, isHoliday('DE', `2026-${date}`)]).toEqual([date, true]);
  // Corpus Christi is one in parts of Germany
  expect(isHoliday('DE', '2026-06-04')).toBe(false);
  expect(isHoliday('US', '2026-11-26')).toBe(true);
  // Boxing Day is a Saturday in 2026: the Monday after it is free
  expect(isHoliday('GB', '2026-12-28')).toBe(true);
  expect(isHoliday('DE', '2026-12-28')).toBe(false);
});

it('knows nothing of what is no country, and of countries that nobody has asked for', async () => {
  await holidays.load([
    [null, dayOf('2026-05-01')],
    ['XX', dayOf('2026-05-01')],
    ['; DROP', dayOf('2026-05-01')],
  ]);
  expect([...holidays.of(null), ...holidays.of('XX'), ...holidays.of('FR')]).toEqual([]);
});

it('loads the holidays of the year before and after where a day is near', async () => {
  await holidays.load([['AT', dayOf('2026-12-30')]]);
  expect(holidays.of('AT').has(dayOf('2027-01-06'))).toBe(true);
});
