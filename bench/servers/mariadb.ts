import { startMariadb as start } from '../../test/support/mariadb-server.mjs';

export type MariadbServer = Awaited<ReturnType<typeof start>>;

const COMMON = ['--innodb-buffer-pool-size=4G', '--innodb-log-file-size=1G', '--local-infile=1'];

const SETTINGS = {
  /** Every commit is on the disk before it is answered. */
  'as in production': [...COMMON, '--innodb-flush-log-at-trx-commit=1', '--innodb-doublewrite=1'],
  'to load': [
    ...COMMON,
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-doublewrite=0',
    '--innodb-sort-buffer-size=64M',
    '--max-allowed-packet=64M',
  ],
};

/** The throw-away server of the tests, with its data kept in a directory. */
export const startMariadb = (how: keyof typeof SETTINGS, dataDirectory: string): Promise<MariadbServer> =>
  start({ dataDirectory, settings: SETTINGS[how] });
