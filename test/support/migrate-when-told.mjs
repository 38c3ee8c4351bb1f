// @ts-check
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataSource } from 'typeorm';

const [, , directory = ''] = process.argv;

/**
 * A module of the server, which is compiled into the directory that the parent names. Its types are not asked for: types are checked before anything is built.
 * @param {string} path
 */
const built = (path) => import(pathToFileURL(join(directory, path)).href);
const { readConfig } = await built('config/config.js');
const { dataSourceOptions } = await built('app/data-source-options.js');
const { migrate } = await built('core/database/migrate.js');

/** Migrates the databases that its parent names, one after the other, and says when it has begun and ended. */
process.on('message', (url) => {
  void (async () => {
    const dataSource = new DataSource(
      /** @type {import('typeorm').DataSourceOptions} */ (
        dataSourceOptions(readConfig({ DATABASE_URL: String(url) }))
      ),
    );
    await dataSource.initialize();
    process.send?.('began');
    await migrate(dataSource);
    await dataSource.destroy();
    process.send?.('done');
  })();
});
process.send?.('ready');
