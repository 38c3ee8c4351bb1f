// @ts-check
import { DataSource } from 'typeorm';

/**
 * A module of the compiled server. Its types are not asked for: types are checked before anything is built.
 * @param {string} path
 */
const built = (path) => import(new URL(`../../dist/src/${path}`, import.meta.url).href);
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
