import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Clock } from './clock.js';
import { DATABASE, type Database } from './database.js';
import { MysqlDatabase } from './mysql.js';
import { SqliteDatabase } from './sqlite.js';

/** The configured database, migrated before anything else starts. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

  static of(options: DataSourceOptions): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({ ...options, migrationsRun: true, retryAttempts: 3, retryDelay: 1000 }),
      ],
      providers: [
        Clock,
        {
          provide: DATABASE,
          inject: [DataSource, Clock],
          useFactory: (dataSource: DataSource, clock: Clock): Database =>
            options.type === 'better-sqlite3'
              ? new SqliteDatabase(dataSource, options.database, clock)
              : new MysqlDatabase(dataSource, clock),
        },
      ],
      exports: [DATABASE, Clock],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
