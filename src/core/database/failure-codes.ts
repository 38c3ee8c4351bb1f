/** What an error of a database means to a request, see `failures.ts`. */
export type FailureKind = 'collision' | 'gone' | 'unavailable';

/** Errors of MariaDB and MySQL: number and name. */
type Codes = Readonly<Record<number, string>>;

/** Deadlock, lock wait, Galera's certification failures, snapshot conflicts, a table that was just changed: the work may be done again. */
const COLLISION: Codes = {
  1020: 'ER_CHECKREAD',
  1180: 'ER_ERROR_DURING_COMMIT',
  1205: 'ER_LOCK_WAIT_TIMEOUT',
  1213: 'ER_LOCK_DEADLOCK',
  1412: 'ER_TABLE_DEF_CHANGED',
  1615: 'ER_NEED_REPREPARE',
  3101: 'ER_TRANSACTION_ROLLBACK_DURING_COMMIT',
  3572: 'ER_LOCK_NOWAIT',
};

/** A row that is referred to has been deleted a moment ago. */
const GONE: Codes = { 1452: 'ER_NO_REFERENCED_ROW_2' };

/** No connection, none more, or one that has ended. */
const CONNECTION: Codes = {
  1040: 'ER_CON_COUNT_ERROR',
  1042: 'ER_BAD_HOST_ERROR',
  1043: 'ER_HANDSHAKE_ERROR',
  1047: 'ER_UNKNOWN_COM_ERROR', // of Galera: a node outside of the primary component
  1053: 'ER_SERVER_SHUTDOWN',
  1077: 'ER_NORMAL_SHUTDOWN',
  1079: 'ER_SHUTDOWN_COMPLETE',
  1081: 'ER_IPSOCK_ERROR',
  1129: 'ER_HOST_IS_BLOCKED',
  1135: 'ER_CANT_CREATE_THREAD',
  1152: 'ER_ABORTING_CONNECTION',
  1153: 'ER_NET_PACKET_TOO_LARGE',
  1158: 'ER_NET_READ_ERROR',
  1159: 'ER_NET_READ_INTERRUPTED',
  1160: 'ER_NET_ERROR_ON_WRITE',
  1161: 'ER_NET_WRITE_INTERRUPTED',
  1184: 'ER_NEW_ABORTING_CONNECTION',
  1203: 'ER_TOO_MANY_USER_CONNECTIONS',
  1927: 'ER_CONNECTION_KILLED',
  2006: 'CR_SERVER_GONE_ERROR',
  2013: 'CR_SERVER_LOST',
  3168: 'ER_SERVER_ISNT_AVAILABLE',
  3169: 'ER_SESSION_WAS_KILLED',
  4031: 'ER_CLIENT_INTERACTION_TIMEOUT',
};

/** The user may not come in, or may not do what it could do before. */
const PRIVILEGE: Codes = {
  1044: 'ER_DBACCESS_DENIED_ERROR',
  1045: 'ER_ACCESS_DENIED_ERROR',
  1130: 'ER_HOST_NOT_PRIVILEGED',
  1142: 'ER_TABLEACCESS_DENIED_ERROR',
  1143: 'ER_COLUMNACCESS_DENIED_ERROR',
  1226: 'ER_USER_LIMIT_REACHED',
  1227: 'ER_SPECIFIC_ACCESS_DENIED_ERROR',
  1251: 'ER_NOT_SUPPORTED_AUTH_MODE',
  1370: 'ER_PROCACCESS_DENIED_ERROR',
  1698: 'ER_ACCESS_DENIED_NO_PASSWORD_ERROR',
  1820: 'ER_MUST_CHANGE_PASSWORD',
  1862: 'ER_MUST_CHANGE_PASSWORD_LOGIN',
  3118: 'ER_ACCOUNT_HAS_BEEN_LOCKED',
  3159: 'ER_SECURE_TRANSPORT_REQUIRED',
  3955: 'ER_USER_ACCESS_DENIED_FOR_USER_ACCOUNT_BLOCKED_BY_PASSWORD_LOCK',
  4151: 'ER_ACCOUNT_HAS_BEEN_LOCKED', // MariaDB's number of it
};

/** It takes no writes. */
const READ_ONLY: Codes = {
  1036: 'ER_OPEN_AS_READONLY',
  1207: 'ER_READ_ONLY_TRANSACTION',
  1223: 'ER_CANT_UPDATE_WITH_READLOCK',
  1290: 'ER_OPTION_PREVENTS_STATEMENT',
  1792: 'ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION',
  1836: 'ER_READ_ONLY_MODE',
  1874: 'ER_INNODB_READ_ONLY',
  3032: 'ER_SERVER_OFFLINE_MODE',
  3100: 'ER_RUN_HOOK_ERROR', // of group replication: this member takes none
};

/** Full, out of something, damaged, missing, or longer than it may take. */
const RESOURCE: Codes = {
  1004: 'ER_CANT_CREATE_FILE',
  1016: 'ER_CANT_OPEN_FILE',
  1017: 'ER_FILE_NOT_FOUND',
  1021: 'ER_DISK_FULL',
  1024: 'ER_ERROR_ON_READ',
  1026: 'ER_ERROR_ON_WRITE',
  1030: 'ER_GET_ERRNO',
  1034: 'ER_NOT_KEYFILE',
  1037: 'ER_OUTOFMEMORY',
  1038: 'ER_OUT_OF_SORTMEMORY',
  1041: 'ER_OUT_OF_RESOURCES',
  1049: 'ER_BAD_DB_ERROR',
  1114: 'ER_RECORD_FILE_FULL',
  1146: 'ER_NO_SUCH_TABLE',
  1194: 'ER_CRASHED_ON_USAGE',
  1195: 'ER_CRASHED_ON_REPAIR',
  1197: 'ER_TRANS_CACHE_FULL',
  1206: 'ER_LOCK_TABLE_FULL',
  1317: 'ER_QUERY_INTERRUPTED',
  1461: 'ER_MAX_PREPARED_STMT_COUNT_REACHED',
  1637: 'ER_TOO_MANY_CONCURRENT_TRXS',
  1712: 'ER_INDEX_CORRUPT',
  1812: 'ER_TABLESPACE_MISSING',
  1877: 'ER_TABLE_CORRUPT',
  1878: 'ER_TEMP_FILE_WRITE_FAILURE',
  1932: 'ER_NO_SUCH_TABLE_IN_ENGINE',
  1969: 'ER_STATEMENT_TIMEOUT',
  3024: 'ER_QUERY_TIMEOUT',
};

/** SQLite's codes and those that extend them: `SQLITE_IOERR` is also `SQLITE_IOERR_WRITE`. */
const SQLITE: Readonly<Record<string, FailureKind>> = {
  SQLITE_BUSY: 'collision',
  SQLITE_LOCKED: 'collision',
  SQLITE_CONSTRAINT_FOREIGNKEY: 'gone',
  SQLITE_FULL: 'unavailable',
  SQLITE_CORRUPT: 'unavailable',
  SQLITE_NOTADB: 'unavailable',
  SQLITE_IOERR: 'unavailable',
  SQLITE_CANTOPEN: 'unavailable',
  SQLITE_READONLY: 'unavailable',
  SQLITE_PERM: 'unavailable',
  SQLITE_AUTH: 'unavailable',
  SQLITE_NOMEM: 'unavailable',
  SQLITE_PROTOCOL: 'unavailable',
  SQLITE_NOLFS: 'unavailable',
  SQLITE_INTERRUPT: 'unavailable',
};

/** Of the machine and the drivers, where there is no answer of a database. */
const WITHOUT_ANSWER: readonly string[] = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EMFILE',
  'ENFILE',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'POOL_CLOSED',
];

/** Everything that MariaDB and MySQL say and that is not about a statement itself, by kind and cause. */
export const MYSQL_FAILURES: readonly {
  readonly kind: FailureKind;
  readonly cause: string;
  readonly codes: Codes;
}[] = [
  { kind: 'collision', cause: 'other writers', codes: COLLISION },
  { kind: 'gone', cause: 'a row that is gone', codes: GONE },
  { kind: 'unavailable', cause: 'connection', codes: CONNECTION },
  { kind: 'unavailable', cause: 'privilege', codes: PRIVILEGE },
  { kind: 'unavailable', cause: 'read-only', codes: READ_ONLY },
  { kind: 'unavailable', cause: 'resource', codes: RESOURCE },
];

/** The same of SQLite. */
export const SQLITE_FAILURES: ReadonlyMap<string, FailureKind> = new Map(Object.entries(SQLITE));

const BY_CODE: ReadonlyMap<unknown, FailureKind> = new Map<unknown, FailureKind>([
  ...MYSQL_FAILURES.flatMap(({ kind, codes }) =>
    Object.keys(codes).map((errno): [unknown, FailureKind] => [Number(errno), kind]),
  ),
  ...WITHOUT_ANSWER.map((code): [unknown, FailureKind] => [code, 'unavailable']),
]);

/** What a number or a code means; undefined where it is about the statement. */
export function failureKindOf(code: unknown): FailureKind | undefined {
  const known = BY_CODE.get(code);
  if (known !== undefined || typeof code !== 'string') return known;
  const [found] = [...SQLITE_FAILURES].filter(([prefix]) => code === prefix || code.startsWith(`${prefix}_`));
  return found?.[1];
}
