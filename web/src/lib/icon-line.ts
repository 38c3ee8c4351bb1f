/** What Tabler draws under every icon: a square that is not seen. */
const NOTHING = 'M0 0h24v24H0z';

/** All lines of an icon of Tabler's as one path. */
export const lineOf = (svg: string): string =>
  [...svg.matchAll(/ d="([^"]+)"/g)].flatMap(([, line = '']) => (line === NOTHING ? [] : line)).join('');
