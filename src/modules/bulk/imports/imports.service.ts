import { randomUUID } from 'node:crypto';
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
import { FIRST_LINES } from '../../../core/http/csv-import.js';
import { Authenticator } from '../../../core/http/authenticator.js';
import { backgroundCaller } from '../../../core/jobs/background-caller.js';
import { appendToFile, deleteFile, type FileOwner, readFile } from '../files/stored-file.js';
import { assertFewUnderWay, endJob, holdJob, type Job, PENDING } from '../../../core/jobs/jobs.js';
import { type JobHandler, Worker } from '../../../core/jobs/worker.js';
import type { Stored } from '../../../core/metadata/condition.js';
import { BadInput, isRefusal } from '../../../core/metadata/errors.js';
import { iriOf } from '../../../core/metadata/resource.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { readCsv, type CsvLine } from '../../../core/serializer/csv-import.js';
import { type Line, type LineResult, LINES_OF_A_UNIT } from '../../../core/store/bulk-writes.js';
import { Store } from '../../../core/store/store.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { resourceOfLines } from './importable.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Import } from './import.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

const i = sqlNames(Import, 'i');
const w = sqlNames(Workspace, 'w');

/** A file that is to be imported. */
export interface ImportRequest {
  readonly workspacePk: number;
  readonly userPk: number;
  readonly credential: number;
  readonly entity: string;
  readonly fileOriginalName: string;
  readonly fileMimeType: string;
  readonly content: Buffer;
}

/** Refused lines that are told, and characters of each reason, so that all of them fit into their column. */
const MAX_ERRORS = 50;
const MAX_ERROR_LENGTH = 250;

/** A line that became nothing, and why. */
interface FailedLine {
  readonly line: number;
  readonly message: string;
}

/** How far an import has come. */
interface Progress {
  readonly position: number;
  readonly createdCount: number;
  readonly failedCount: number;
  readonly errors: readonly FailedLine[];
}

const fileOf = (pk: number): FileOwner => ({ column: 'importPk', pk });

/**
 * Does imports in the background, in whichever process has time. Lines are counted in the units of work that write
 * them, so a process that dies has another go on with the next line, and none becomes something twice.
 */
@Injectable()
export class ImportsService implements JobHandler, OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly table = 'imports';
  private readonly worker: Worker;

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
    if (this.config.worker) this.worker.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.worker.stop();
  }

  /** @returns the id of the import. @throws TooMany when too many are under way. */
  async begin({ content, ...request }: ImportRequest): Promise<string> {
    const id = randomUUID();
    await this.database.transaction(async (transaction) => {
      await assertFewUnderWay('imports', this.config.quotas.imports, request, transaction);
      const { moment: now } = transaction;
      const row = { id, ...request, ...PENDING, fileSize: content.length, createdAt: now, updatedAt: now };
      const pk = await insertInto(transaction, Import, row);
      await appendToFile(fileOf(pk), content, transaction);
    });
    this.worker.wake();
    return id;
  }

  async run(job: Job, goOn: () => void): Promise<void> {
    const [row] = await this.database.read(
      `SELECT ${i.entity}, ${i.userPk}, ${i.credential}, ${i.workspacePk}, ${w.id}, ${i.position}, ${i.createdCount}, ${i.failedCount}, ${i.errors}
        FROM ${i.table} JOIN ${w.table} ON ${w.pk} = ${i.workspacePk} WHERE ${i.pk} = ?`,
      [job.pk],
    );
    if (!row) return;
    const [entity, userPk, credential, workspacePk, workspaceId] = row as [
      string,
      number,
      number,
      number,
      string,
    ];
    const asked = { userPk, credential, workspacePk, writes: true };
    const caller = await backgroundCaller(asked, this.authenticator);
    const resource = resourceOfLines(entity);
    const { lines } = await readCsv(resource, await bytesOf(fileOf(job.pk), this.database));
    const belongs = resource.fields.get('workspace')?.groups.has('post');
    const given = belongs ? { workspace: iriOf(workspaceResource, workspaceId) } : {};
    let progress: Progress = {
      position: row[5] as number,
      createdCount: row[6] as number,
      failedCount: row[7] as number,
      errors: JSON.parse((row[8] as string | null) ?? '[]') as FailedLine[],
    };
    for (
      let size = FIRST_LINES;
      progress.position < lines.length;
      size = Math.min(2 * size, LINES_OF_A_UNIT)
    ) {
      goOn();
      const some = lines.slice(progress.position, progress.position + size);
      await this.store.createMany(
        resource,
        some.map(({ body, error }): Line =>
          body ? { body: { ...body, ...given } } : { refusal: new BadInput(error) },
        ),
        caller,
        {
          record: (results, _, transaction) => {
            // what will pass is tried again with the whole unit
            const passing = results.find(({ refusal }) => refusal && !isRefusal(refusal))?.refusal;
            if (passing) throw passing;
            return this.keep(job, after(progress, lines, results), transaction);
          },
          kept: (results) => {
            progress = after(progress, lines, results);
          },
        },
      );
    }
    await this.end(job, 'done', {});
  }

  async fail(job: Job, message: string): Promise<void> {
    const errors = JSON.stringify([{ line: 0, message: shortened(message) }]);
    await this.end(job, 'failed', { errors });
  }

  private keep(job: Job, { errors, ...progress }: Progress, transaction: Transaction): Promise<void> {
    const columns = { ...progress, errors: JSON.stringify(errors), updatedAt: transaction.moment };
    return holdJob(job, columns, { transaction, clock: this.clock });
  }

  private async end(
    job: Job,
    status: 'done' | 'failed',
    columns: Readonly<Record<string, Stored>>,
  ): Promise<void> {
    await this.database.transaction(async (transaction) => {
      await endJob(job, status, { ...columns, updatedAt: transaction.moment }, transaction);
      await deleteFile(fileOf(job.pk), transaction);
    });
  }
}

async function bytesOf(file: FileOwner, database: Database): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of readFile(file, database)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** How far an import is when so many more lines are done. */
function after(progress: Progress, lines: readonly CsvLine[], results: readonly LineResult[]): Progress {
  const from = progress.position;
  const failed = results.flatMap(({ refusal }, at) =>
    refusal ? [{ line: lines[from + at]?.line ?? 0, message: shortened(refusal.message) }] : [],
  );
  return {
    position: from + results.length,
    createdCount: progress.createdCount + results.length - failed.length,
    failedCount: progress.failedCount + failed.length,
    errors: [...progress.errors, ...failed].slice(0, MAX_ERRORS),
  };
}

const shortened = (message: string): string => [...message].slice(0, MAX_ERROR_LENGTH).join('');
