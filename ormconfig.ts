import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { readConfig } from './src/config/config.js';
import { dataSourceOptions } from './src/app/data-source-options.js';

/** For TypeORM's command line: `npm run migration:generate`. The server makes its own from the same options. */
export default new DataSource(dataSourceOptions(readConfig(process.env)));
