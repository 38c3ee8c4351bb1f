import { POSTS } from './posts.js';

/** The code of the carrier that issues the UPU S10 numbers of a country. */
export const POSTAL_OPERATORS: ReadonlyMap<string, string> = new Map(
  Object.entries(POSTS).map(([country, [code]]) => [country, code]),
);
