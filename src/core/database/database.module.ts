import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { boundsOf } from './bounds.js';
import { Clock } from './clock.js';
import { connect, type LastingDataSource } from './connect.js';
import { DATABASE, type Database } from './database.js';
import { type SigningSecrets, InstallationSecret } from './installation-secret.js';
import { Metrics } from '../metrics/metrics.js';
import { migrate } from './migrate.js';
import { MysqlDatabase } from './mysql.js';
import { QueryWatch } from './query-watch.js';
import { SqliteDatabase } from './sqlite.js';
import { Encryption, type EncryptionKeys } from './encryption.js';

export interface DatabaseSettings {
  readonly secrets: SigningSecrets;
  readonly keys: EncryptionKeys;
  /** Milliseconds from which a query is logged. */
  readonly slowQuery: number;
  /** DATABASE_TIMEOUT_MS. */
  readonly timeout: number;
  /** Milliseconds for which a database that is away is waited for. */
  readonly patience: number;
}

/** The configured database, migrated before anything else starts. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(DataSource) private readonly dataSource: LastingDataSource,
  ) {}

  static of(options: DataSourceOptions, settings: DatabaseSettings): DynamicModule {
    const { secrets, keys, slowQuery, timeout, patience } = settings;
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          // `connect` waits by itself
          useFactory: () => ({ ...options, retryAttempts: 1 }),
          dataSourceFactory: () => connect(options, patience),
        }),
      ],
      providers: [
        Clock,
        {
          provide: DATABASE,
          inject: [DataSource, Clock, Metrics],
          useFactory: async (dataSource: DataSource, clock: Clock, metrics: Metrics): Promise<Database> => {
            await migrate(dataSource);
            const isSqlite = options.type === 'better-sqlite3';
            const watch = new QueryWatch(metrics, slowQuery, isSqlite ? 'sqlite' : 'mariadb');
            return options.type === 'better-sqlite3'
              ? new SqliteDatabase(dataSource, options.database, clock, watch)
              : new MysqlDatabase(dataSource, clock, watch, boundsOf(timeout));
          },
        },
        {
          provide: InstallationSecret,
          inject: [DATABASE, Clock],
          useFactory: (database: Database, clock: Clock) => InstallationSecret.of(database, clock, secrets),
        },
        {
          provide: Encryption,
          inject: [InstallationSecret],
          useFactory: (installation: InstallationSecret) => new Encryption(installation, keys),
        },
      ],
      exports: [DATABASE, Clock, InstallationSecret, Encryption],
    };
  }

  /** Whoever works in the background has ended before. */
  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
    await this.dataSource.end();
  }
}
