import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
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
import { Authenticator } from '../../../core/http/authenticator.js';
import { backgroundCaller } from '../../../core/jobs/background-caller.js';
import { recordAuditEntry, teamOfWorkspace } from '../../audit-log/record-audit-entry.js';
import { appendToFile, deleteFile, type FileOwner, readFile } from '../files/stored-file.js';
import { cancelJob, endJob, holdJob, type Job, PENDING } from '../../../core/jobs/jobs.js';
import { every, type Scheduled } from '../../../core/jobs/scheduled.js';
import { type JobHandler, Worker } from '../../../core/jobs/worker.js';
import type { Stored } from '../../../core/metadata/condition.js';
import { BadInput, type ClientError, isRefusal } from '../../../core/metadata/errors.js';
import { iriOf, type Resource } from '../../../core/metadata/resource.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { readCsv, type CsvLine } from '../../../core/serializer/csv-import.js';
import { recordRow, withDefaults } from '../../../core/store/row-changes.js';
import type { Line, LineResult, RecordLines } from '../../../core/store/bulk-lines.js';
import type { Caller } from '../../../core/store/caller.js';
import type { Resolution } from '../../../core/store/upsert.js';
import { Store } from '../../../core/store/store.js';
import { assertFewUnderWay } from '../few-under-way.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { resourceOfLines } from './importable.js';
import { cleanRefusedLines, keepRefusedLines, type RefusedLine, refusedLinesCsv } from './refused-lines.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Import } from './import.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

const i = sqlNames(Import, 'i');
const imports = sqlNames(Import);
const w = sqlNames(Workspace, 'w');

/** Milliseconds between two looks for what is no longer kept. */
const CLEAN_INTERVAL_MS = 3_600_000;

/** A file that is to be imported. */
export interface ImportRequest {
  readonly workspacePk: number;
  readonly userPk: number;
  readonly credential: number;
  readonly entity: string;
  readonly resolution: Resolution | null;
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
  readonly updatedCount: number;
  readonly failedCount: number;
  readonly errors: readonly FailedLine[];
}

/** What the lines of an import are done with. */
interface Doing {
  readonly progress: Progress;
  readonly resource: Resource;
  readonly caller: Caller;
  readonly workspacePk: number;
  readonly resolution: Resolution | undefined;
  /** What each of them belongs to, whatever it says itself. */
  readonly given: object;
}

/** Lines that are read into bodies at once; between them an import can stop. */
const LINES_AT_ONCE = 500;

const fileOf = (pk: number): FileOwner => ({ column: 'importPk', pk });

/**
 * Does imports in the background, in whichever process has time. A unit of work writes some hundred lines and counts them,
 * so a process that dies has another go on with the next line, and none becomes something twice.
 */
@Injectable()
export class ImportsService implements JobHandler, OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly table = 'imports';
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
    this.cleaning = every(CLEAN_INTERVAL_MS, 'cleaning of refused lines', () =>
      cleanRefusedLines(this.clock.now(), this.database),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.worker.stop(), this.cleaning?.stop()]);
  }

  /** @returns the id of the import. @throws TooMany when too many are under way. */
  async begin({ content, ...request }: ImportRequest): Promise<string> {
    const id = randomUUID();
    await this.database.transaction(async (transaction) => {
      await assertFewUnderWay('imports', this.config.quotas.imports, request, transaction);
      const { moment: now } = transaction;
      const row = { id, ...request, ...PENDING, fileSize: content.length, createdAt: now, updatedAt: now };
      const pk = await insertInto(transaction, Import, row);
      recordRow(Import, { after: withDefaults(Import, { ...row, pk }) }, transaction);
      await appendToFile(fileOf(pk), content, transaction);
      const { workspacePk, entity, userPk, credential } = request;
      const teamPks = await teamOfWorkspace(workspacePk, transaction);
      const event = { teamPks, workspacePk, action: 'import', entity: 'imports', itemId: id } as const;
      await recordAuditEntry({ ...event, title: entity }, { userPk, clientPk: credential }, transaction);
    });
    this.worker.wake();
    return id;
  }

  /**
   * Ends an import before its time: what its rows have become stays. A process that is at it stops after the rows that it
   * is writing, and takes those back. @returns whether it was under way.
   */
  cancel(id: string): Promise<boolean> {
    return this.database.transaction(async (transaction) => {
      const pk = await this.pkOf(id);
      const columns = { updatedAt: transaction.moment };
      const isCancelled = pk !== undefined && (await cancelJob('imports', pk, columns, transaction));
      if (isCancelled) await deleteFile(fileOf(pk), transaction);
      return isCancelled;
    });
  }

  /** What was refused, as a CSV. */
  async refusedLines(id: string): Promise<Readable> {
    const [row] = await this.database.read(`SELECT ${i.pk}, ${i.header} FROM ${i.table} WHERE ${i.id} = ?`, [
      id,
    ]);
    const [pk = 0, header] = (row ?? []) as [pk?: number, header?: string | null];
    return refusedLinesCsv(pk, JSON.parse(header ?? '[]') as string[], this.database);
  }

  private async pkOf(id: string): Promise<number | undefined> {
    const [row] = await this.database.read(`SELECT ${i.pk} FROM ${i.table} WHERE ${i.id} = ?`, [id]);
    return row?.[0] as number | undefined;
  }

  async run(job: Job, goOn: () => void): Promise<void> {
    const [row] = await this.database.read(
      `SELECT ${i.entity}, ${i.userPk}, ${i.credential}, ${i.workspacePk}, ${w.id}, ${i.position}, ${i.createdCount}, ${i.updatedCount}, ${i.failedCount}, ${i.errors}, ${i.resolution}
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
    const file = await bytesOf(fileOf(job.pk), this.database);
    const { lines, header } = await readCsv(resource, file, undefined, true);
    await this.start(job, lines.length, header);
    const belongs = resource.fields.get('workspace')?.groups.has('post');
    const given = belongs ? { workspace: iriOf(workspaceResource, workspaceId) } : {};
    let progress: Progress = {
      position: row[5] as number,
      createdCount: row[6] as number,
      updatedCount: row[7] as number,
      failedCount: row[8] as number,
      errors: JSON.parse((row[9] as string | null) ?? '[]') as FailedLine[],
    };
    const resolution = (row[10] ?? undefined) as Resolution | undefined;
    while (progress.position < lines.length) {
      goOn();
      const some = lines.slice(progress.position, progress.position + LINES_AT_ONCE);
      progress = await this.doLines(job, some, {
        progress,
        resource,
        caller,
        workspacePk,
        resolution,
        given,
      });
    }
    await this.end(job, 'done', {});
  }

  async fail(job: Job, message: string): Promise<void> {
    const errors = JSON.stringify([{ line: 0, message: shortened(message) }]);
    await this.end(job, 'failed', { errors });
  }

  /** Writes lines, some hundred in a unit of work, which also counts them. @returns how far the import is then. */
  private async doLines(
    job: Job,
    lines: readonly CsvLine[],
    { progress, resource, caller, workspacePk, resolution, given }: Doing,
  ): Promise<Progress> {
    const bodies = lines.map(({ body, error }): Line =>
      body ? { body: { ...body, ...given } } : { refusal: new BadInput(error ?? '') },
    );
    let done = progress;
    const counted = new Map([[0, progress]]);
    const record: RecordLines = async (results, before, transaction) => {
      // a unit that is done again counts what was there before it
      const known = counted.get(before) ?? progress;
      const refused = refusedOf(results, lines.slice(before));
      const now = progressAfter(known, results, refused);
      await this.keep(job, now, transaction);
      await keepRefusedLines({ importPk: job.pk, workspacePk }, refused, transaction);
      counted.set(before + results.length, now);
      done = now;
    };
    await this.store.createMany(resource, bodies, caller, { record, resolution });
    return done;
  }

  /** Says how much there is to do; who goes on with an import leaves when it began. */
  private async start(job: Job, rowCount: number, header: readonly string[]): Promise<void> {
    await this.database.transaction(async (transaction) => {
      const { moment } = transaction;
      const columns = { rowCount, header: headerText(header), updatedAt: moment };
      await holdJob(job, columns, { transaction, clock: this.clock });
      await transaction.run(
        `UPDATE ${imports.table} SET ${imports.startedAt} = ?
          WHERE ${imports.pk} = ? AND ${imports.startedAt} IS NULL`,
        [moment, job.pk],
      );
    });
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

/** The same may go well later. */
const mayPass = (refusal: ClientError): boolean => !isRefusal(refusal);

/** What of some lines was refused. @throws ClientError where that may pass. */
const refusedOf = (results: readonly LineResult[], lines: readonly CsvLine[]): RefusedLine[] =>
  results.flatMap(({ refusal }, at) => {
    const { line = 0, rows = [] } = lines[at] ?? {};
    if (refusal && mayPass(refusal)) throw refusal;
    return refusal ? [{ line, reason: refusal.message, rows }] : [];
  });

function progressAfter(
  before: Progress,
  results: readonly LineResult[],
  refused: readonly RefusedLine[],
): Progress {
  const written = (status: number): number => results.filter(({ value }) => value?.status === status).length;
  const told = refused.map(({ line, reason }) => ({ line, message: shortened(reason) }));
  return {
    position: before.position + results.length,
    createdCount: before.createdCount + written(201),
    updatedCount: before.updatedCount + written(200),
    failedCount: before.failedCount + refused.length,
    errors: [...before.errors, ...told].slice(0, MAX_ERRORS),
  };
}

/** Bytes of a column of text. */
const MAX_TEXT_BYTES = 65_535;

/** A header that does not fit is left out. */
function headerText(names: readonly string[]): string | null {
  const text = JSON.stringify(names);
  return Buffer.byteLength(text) > MAX_TEXT_BYTES ? null : text;
}

const shortened = (message: string): string => [...message].slice(0, MAX_ERROR_LENGTH).join('');
