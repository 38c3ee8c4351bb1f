import { randomBytes } from 'node:crypto';
import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/config.js';
import { Clock } from '../../../core/database/clock.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { insertInto } from '../../../core/database/insert.js';
import { Authenticator, Unauthenticated } from '../../../core/http/authenticator.js';
import { csvText } from '../../../core/http/formats.js';
import { backgroundCaller } from '../../../core/jobs/background-caller.js';
import { recordAuditEntry } from '../../audit-log/record-audit-entry.js';
import { appendToFile, deleteFile, type FileOwner } from '../files/stored-file.js';
import { endJob, holdJob, type Job, type JobStatus, PENDING } from '../../../core/jobs/jobs.js';
import { type JobHandler, Worker } from '../../../core/jobs/worker.js';
import { assertFewUnderWay } from '../few-under-way.js';
import { hashOf } from '../../identity/oauth/secrets.js';
import { QueryString } from '../../../core/query/query-string.js';
import type { Stored } from '../../../core/metadata/condition.js';
import { toStored } from '../../../core/metadata/datetime.js';
import type { Resource } from '../../../core/metadata/resource.js';
import type { Caller } from '../../../core/store/caller.js';
import { Store } from '../../../core/store/store.js';
import { every, type Scheduled } from '../../../core/jobs/scheduled.js';
import { EXPORTABLE } from './exportable.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Export } from './export.entity.js';

const exports = sqlNames(Export);

/** A list that somebody wants as a file. */
export interface ExportRequest {
  readonly entity: string;
  /** A query string. */
  readonly params: string;
  readonly workspacePk: number | null;
  readonly userPk: number;
  readonly credential: number;
  /** Whose data may be in it. */
  readonly teamPks: ReadonlySet<number>;
}

/** An export as its link finds it. */
export interface ExportState {
  readonly pk: number;
  readonly entity: string;
  readonly status: JobStatus;
  readonly failure: string | null;
  readonly createdAt: string;
}

/** How often old files are looked for, in milliseconds, and how many are removed at once. */
const CLEAN_INTERVAL_MS = 300_000;
const CLEAN_BATCH_SIZE = 10;

const HOUR = 3_600_000;
const PREFERENCES = { strict: false, uncounted: true, byCursor: false } as const;

const fileOf = (pk: number): FileOwner => ({ column: 'exportPk', pk });

/** Teams whose data a caller sees. */
export const teamsOf = ({ scope }: Caller): ReadonlySet<number> =>
  new Set([...scope.teams, ...scope.workspaces.values()]);

/** Makes files of lists, in the background, in whichever process has time; what one leaves behind another begins anew. */
@Injectable()
export class ExportsService implements JobHandler, OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly table = 'exports';
  private readonly worker: Worker;
  private cleaning: Scheduled | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly store: Store,
    private readonly authenticator: Authenticator,
  ) {
    this.worker = new Worker(this, database, clock);
  }

  onApplicationBootstrap(): void {
    if (!this.config.worker) return;
    this.worker.start();
    this.cleaning = every(CLEAN_INTERVAL_MS, 'cleaning of exports', () => this.clean());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.worker.stop(), this.cleaning?.stop()]);
  }

  /** @returns what opens the file; nobody else knows it. @throws TooMany when too many are under way. */
  async begin({ teamPks, ...request }: ExportRequest): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.database.transaction(async (transaction) => {
      await assertFewUnderWay('exports', this.config.quotas.exports, request, transaction);
      await insertInto(transaction, Export, {
        ...request,
        ...PENDING,
        tokenHash: hashOf(token),
        createdAt: transaction.moment,
        expiresAt: this.expiry(),
      });
      const { workspacePk, entity, userPk, credential } = request;
      const event = { teamPks, workspacePk, action: 'export', entity: 'exports', title: entity } as const;
      await recordAuditEntry(event, { userPk, clientPk: credential }, transaction);
    });
    this.worker.wake();
    return token;
  }

  /** Undefined when there is no such export, no longer, or no longer for whoever asked for it. */
  async find(token: string): Promise<ExportState | undefined> {
    const [row] = await this.database.read(
      `SELECT ${exports.pk}, ${exports.entity}, ${exports.status}, ${exports.failure}, ${exports.createdAt}, ${exports.credential}, ${exports.teams}
        FROM ${exports.table}
        WHERE ${exports.tokenHash} = ? AND ${exports.expiresAt} > ?`,
      [hashOf(token), toStored(this.clock.now())],
    );
    if (!row) return undefined;
    const [pk, entity, status, failure, createdAt, credential, teams] = row;
    const found = { pk, entity, status, failure, createdAt } as ExportState;
    if (found.status !== 'done') return found;
    const told = JSON.parse((teams as string | null) ?? '[]') as number[];
    return (await this.isStillIn(told, credential as number)) ? found : undefined;
  }

  /** Whether a client or session is still there, and sees all of these teams. */
  private async isStillIn(teams: readonly number[], credential: number): Promise<boolean> {
    try {
      const seen = teamsOf(await this.authenticator.client(credential));
      return teams.every((team) => seen.has(team));
    } catch (error) {
      if (error instanceof Unauthenticated) return false;
      throw error;
    }
  }

  async run(job: Job, goOn: () => void): Promise<void> {
    const [row] = await this.database.read(
      `SELECT ${exports.entity}, ${exports.params}, ${exports.workspacePk}, ${exports.userPk}, ${exports.credential}
        FROM ${exports.table}
        WHERE ${exports.pk} = ?`,
      [job.pk],
    );
    if (!row) return;
    const [entity, params, workspacePk, userPk, credential] = row as [
      string,
      string,
      number | null,
      number,
      number,
    ];
    const caller = await backgroundCaller(
      { workspacePk, userPk, credential, writes: false },
      this.authenticator,
    );
    const resource = EXPORTABLE[entity] as Resource;
    const query = new QueryString(params);
    const batches = this.store.batches(
      { resource, path: `/${entity}`, steps: [], query, group: 'get', ld: false, preferences: PREFERENCES },
      caller,
    );
    await this.database.transaction((transaction) => deleteFile(fileOf(job.pk), transaction));
    for await (const text of csvText(resource, 'get', batches)) {
      goOn();
      await this.database.transaction(async (transaction) => {
        await holdJob(job, {}, { transaction, clock: this.clock });
        await appendToFile(fileOf(job.pk), text, transaction);
      });
    }
    await this.end(job, 'done', { failure: null, teams: JSON.stringify([...teamsOf(caller)]) });
  }

  fail(job: Job, message: string): Promise<void> {
    return this.end(job, 'failed', { failure: message });
  }

  /** Removes files that have been kept for long enough. */
  async clean(): Promise<void> {
    const old = `SELECT ${exports.pk} FROM ${exports.table}
      WHERE ${exports.expiresAt} <= ?
      ORDER BY ${exports.expiresAt} LIMIT ${CLEAN_BATCH_SIZE}`;
    for (;;) {
      const now = [toStored(this.clock.now())];
      if ((await this.database.read(old, now)).length === 0) return;
      await this.database.transaction((transaction) =>
        transaction.run(
          `DELETE FROM ${exports.table}
          WHERE ${exports.pk} IN (SELECT ${exports.pk} FROM (${old}) AS old)`,
          now,
        ),
      );
    }
  }

  private async end(
    job: Job,
    status: 'done' | 'failed',
    columns: Readonly<Record<string, Stored>>,
  ): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await endJob(job, status, { ...columns, expiresAt: this.expiry() }, transaction);
      if (status === 'failed') await deleteFile(fileOf(job.pk), transaction);
    });
  }

  private expiry(): string {
    return toStored(this.clock.now() + this.config.exportHours * HOUR);
  }
}
