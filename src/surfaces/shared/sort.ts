/** SQL that sorts the table `t` by a column, and rows that have the same value by their keys. */
export const orderBy = (column: string, direction: 'asc' | 'desc'): string =>
  column === 't.pk' ? `t.pk ${direction}` : `${column} ${direction}, t.pk ${direction}`;

export const isDirection = (word: string): word is 'asc' | 'desc' => word === 'asc' || word === 'desc';
