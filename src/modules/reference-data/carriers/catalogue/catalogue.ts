import { AMERICAS } from './americas.js';
import { ASIA_PACIFIC } from './asia-pacific.js';
import type { CarrierRow, CarrierTable } from './carrier-row.js';
import { CHINA } from './china.js';
import { EUROPE } from './europe.js';
import { POSTS } from './posts.js';
import { WORLDWIDE } from './worldwide.js';

/** The carrier of test numbers, which answers at once with the status that the number asks for. */
export const TEST_CARRIER = 'tm-test';

const TEST: CarrierTable = {
  [TEST_CARRIER]: {
    name: 'TM Test',
    description: 'Answers with the status that the number asks for: TM200000000000001TM.',
  },
};

/** All carriers with their codes: those of the whole world, the posts, then the others by region. */
export const CARRIER_ROWS: readonly (readonly [code: string, row: CarrierRow])[] = [
  WORLDWIDE,
  POSTS,
  AMERICAS,
  EUROPE,
  ASIA_PACIFIC,
  CHINA,
  TEST,
].flatMap((table) => Object.entries(table));
