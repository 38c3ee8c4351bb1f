/** Statuses of errors with those that come with them: who is known may ask too much, and a body may not arrive. */
export const withCommon = <T extends number>(statuses: readonly T[]): (T | 408 | 429)[] => {
  const has = (status: number): boolean => statuses.some((each) => each === status);
  const all = new Set<T | 408 | 429>(statuses);
  if (has(401)) all.add(429);
  if (has(415)) all.add(408);
  return [...all].sort((a, b) => a - b);
};
