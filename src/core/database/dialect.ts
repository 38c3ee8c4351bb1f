import type { ColumnKind, SqlDialect } from '../metadata/field.js';

const MYSQL_TYPES: Readonly<Record<ColumnKind, string>> = {
  text: 'CAST(? AS CHAR CHARACTER SET utf8mb4) COLLATE utf8mb4_bin',
  integer: 'CAST(? AS SIGNED)',
  decimal: 'CAST(? AS DECIMAL(30, 10))',
  moment: 'CAST(? AS DATETIME(6))',
};

const SQLITE_TYPES: Readonly<Record<ColumnKind, string>> = {
  text: 'CAST(? AS TEXT)',
  integer: 'CAST(? AS INTEGER)',
  decimal: 'CAST(? AS NUMERIC)',
  moment: 'CAST(? AS TEXT)',
};

export const MYSQL: SqlDialect = {
  kind: 'mysql',
  parameter: (kind) => MYSQL_TYPES[kind],
  wholeDays: (from, to) => `GREATEST(0, TIMESTAMPDIFF(DAY, ${from}, ${to}))`,
  seconds: (moment) => `TIMESTAMPDIFF(SECOND, '1970-01-01', ${moment})`,
  dividedBy: (dividend, divisor) => `(${dividend} DIV ${divisor})`,
  inBlanks: (text) => `CONCAT(' ', ${text}, ' ')`,
  notByPrimaryKey: ' IGNORE INDEX FOR ORDER BY (PRIMARY)',
  byPrimaryKey: ' FORCE INDEX (PRIMARY)',
  byIndex: (name) => ` FORCE INDEX (${name})`,
  forUpdate: ' FOR UPDATE',
  forUpdateUnlessLocked: ' FOR UPDATE SKIP LOCKED',
  listed: (column, from, order) => `(SELECT GROUP_CONCAT(${column} ORDER BY ${order}) FROM ${from})`,
  onConflict: (_keys, set) => `ON DUPLICATE KEY UPDATE ${set}`,
  insertOrIgnore: 'INSERT IGNORE',
};

/** SQLite has one writer at a time, so what a transaction reads stays as it is: it needs no FOR UPDATE. */
export const SQLITE: SqlDialect = {
  kind: 'sqlite',
  parameter: (kind) => SQLITE_TYPES[kind],
  wholeDays: (from, to) =>
    `MAX(0, CAST(ROUND((unixepoch(${to}, 'subsec') - unixepoch(${from}, 'subsec')) * 1000) AS INTEGER) / 86400000)`,
  seconds: (moment) => `unixepoch(${moment})`,
  dividedBy: (dividend, divisor) => `(${dividend} / ${divisor})`,
  inBlanks: (text) => `' ' || ${text} || ' '`,
  notByPrimaryKey: '',
  byPrimaryKey: '',
  byIndex: () => '',
  forUpdate: '',
  forUpdateUnlessLocked: '',
  listed: (column, from, order) => `(SELECT group_concat(${column} ORDER BY ${order}) FROM ${from})`,
  onConflict: (keys, set) => `ON CONFLICT (${keys}) DO UPDATE SET ${set}`,
  insertOrIgnore: 'INSERT OR IGNORE',
};
