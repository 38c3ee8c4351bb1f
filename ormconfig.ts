import 'reflect-metadata';
import { dataSourceOptions } from './src/app/data-source-options.js';
import { readConfig } from './src/config/config.js';
import { ServerDataSource } from './src/core/database/connect.js';

/** For TypeORM's command line: the server's own data source, `npm run migration:generate` compares the entities with it. */
export default new ServerDataSource(dataSourceOptions(readConfig(process.env)));
