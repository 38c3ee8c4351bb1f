import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Clock } from './clock.js';
import { DATABASE, type Database } from './database.js';
import { InstallationSecret } from './installation-secret.js';
import { Metrics } from '../metrics/metrics.js';
import { migrate } from './migrate.js';
import { MysqlDatabase } from './mysql.js';
import { QueryWatch } from './query-watch.js';
import { SqliteDatabase } from './sqlite.js';
import { keyFrom, Vault } from './vault.js';

/** The configured database, migrated before anything else starts. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** `secret` is JWT_SECRET and `encryptionKey` ENCRYPTION_KEY, where they are given; `slowQuery` the milliseconds from which a query is logged. */
  static of(
    options: DataSourceOptions,
    {
      secret,
      encryptionKey,
      slowQuery,
    }: { secret?: string | undefined; encryptionKey?: string | undefined; slowQuery: number },
  ): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...options, retryAttempts: 3, retryDelay: 1000 })],
      providers: [
        Clock,
        {
          provide: DATABASE,
          inject: [DataSource, Clock, Metrics],
          useFactory: async (dataSource: DataSource, clock: Clock, metrics: Metrics): Promise<Database> => {
            await migrate(dataSource);
            const watch = new QueryWatch(metrics, slowQuery);
            return options.type === 'better-sqlite3'
              ? new SqliteDatabase(dataSource, options.database, clock, watch)
              : new MysqlDatabase(dataSource, clock, watch);
          },
        },
        {
          provide: InstallationSecret,
          inject: [DATABASE],
          useFactory: (database: Database) => new InstallationSecret(database, secret),
        },
        {
          provide: Vault,
          inject: [InstallationSecret],
          useFactory: async (installation: InstallationSecret) =>
            new Vault(
              encryptionKey === undefined ? await installation.key('sealed columns') : keyFrom(encryptionKey),
            ),
        },
      ],
      exports: [DATABASE, Clock, InstallationSecret, Vault],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
