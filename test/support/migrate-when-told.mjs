// @ts-check
import { DataSource } from 'typeorm';
import { readConfig } from '../../dist/src/config.js';
import { dataSourceOptions } from '../../dist/src/data-source-options.js';
import { migrate } from '../../dist/src/database/migrate.js';

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
