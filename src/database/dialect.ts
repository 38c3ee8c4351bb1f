import type { SqlDialect } from '../resource/field.js';

export const MYSQL: SqlDialect = {
  kind: 'mysql',
  wholeDays: (from, to) => `GREATEST(0, TIMESTAMPDIFF(DAY, ${from}, ${to}))`,
  inBlanks: (text) => `CONCAT(' ', ${text}, ' ')`,
  forUpdate: ' FOR UPDATE',
  insertOrIgnore: 'INSERT IGNORE',
};

/** SQLite has one writer at a time, so what a transaction reads stays as it is: it needs no FOR UPDATE. */
export const SQLITE: SqlDialect = {
  kind: 'sqlite',
  wholeDays: (from, to) =>
    `MAX(0, CAST(ROUND((unixepoch(${to}, 'subsec') - unixepoch(${from}, 'subsec')) * 1000) AS INTEGER) / 86400000)`,
  inBlanks: (text) => `' ' || ${text} || ' '`,
  forUpdate: '',
  insertOrIgnore: 'INSERT OR IGNORE',
};
