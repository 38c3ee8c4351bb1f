import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Clock } from './clock.js';
import { DATABASE, type Database } from './database.js';
import { InstallationSecret } from './installation-secret.js';
import { migrate } from './migrate.js';
import { MysqlDatabase } from './mysql.js';
import { SqliteDatabase } from './sqlite.js';

/** The configured database, migrated before anything else starts. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  /** `secret` is JWT_SECRET, where it is given. */
  static of(options: DataSourceOptions, secret: string | undefined): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRoot({ ...options, retryAttempts: 3, retryDelay: 1000 })],
      providers: [
        Clock,
        {
          provide: DATABASE,
          inject: [DataSource, Clock],
          useFactory: async (dataSource: DataSource, clock: Clock): Promise<Database> => {
            await migrate(dataSource);
            return options.type === 'better-sqlite3'
              ? new SqliteDatabase(dataSource, options.database, clock)
              : new MysqlDatabase(dataSource, clock);
          },
        },
        {
          provide: InstallationSecret,
          inject: [DATABASE],
          useFactory: (database: Database) => new InstallationSecret(database, secret),
        },
      ],
      exports: [DATABASE, Clock, InstallationSecret],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
