import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CONFIG, type Config } from '../../../config/config.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { OPERATION_LIMIT } from '../../../core/http/body-limits.js';
import { RequireScope, Public } from '../../../core/http/auth.guard.js';
import { Authenticator, type AuthenticatedRequest } from '../../../core/http/authenticator.js';
import { retryWithFreshScope } from '../../../core/http/fresh-scope.js';
import { Choice, IdOrIri } from '../../../core/http/dto/fields.js';
import { Field } from '../../../core/http/dto/dto.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { readFile } from '../files/stored-file.js';
import { NotFound } from '../../../core/metadata/errors.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import { restrictToWorkspace } from '../../../core/store/restrict-to-workspace.js';
import { EXPORTABLE_ENTITIES } from './exportable.js';
import { exportParams } from './export-params.js';
import { ExportsService, type ExportState, teamsOf } from './exports.service.js';

/** Short lists are done within this time, so that their link answers the file at once; in milliseconds. */
const WAIT_MS = 1500;
const POLL_INTERVAL_MS = 50;

/** Seconds after which a client may look again. */
const RETRY_AFTER_SECONDS = 2;

class ListToExport {
  @Choice(EXPORTABLE_ENTITIES, { required: true, description: 'Which list.' })
  readonly entity!: string;

  @IdOrIri({ description: 'The id or IRI of a workspace; without it all.' })
  readonly workspaceId?: string;

  @Field(exportParams, {
    description: "The list's filters and orders: `name=value` each, a query string, or an object.",
    anyOf: [
      { type: 'array', items: { type: 'string' } },
      { type: 'string' },
      { type: 'object', additionalProperties: true },
    ],
    examples: [['trackingStatus[]=delivered', 'order[createdAt]=desc']],
  })
  readonly params!: string;
}

/** Lists as files. */
@Operations({
  tag: { name: 'Exports', description: 'Lists as files.' },
  path: { token: { description: 'The end of the link.' } },
})
@routeOptions({ limit: OPERATION_LIMIT })
@Controller()
export class ExportsController {
  constructor(
    private readonly exports: ExportsService,
    private readonly authenticator: Authenticator,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Begins an export. Whoever has the link may fetch the file, so it works in a browser without a token. */
  @Post('/export')
  @HttpCode(200)
  @RequireScope('read')
  @Operation({
    id: 'export',
    summary: 'Makes a CSV file of a list',
    description:
      'In the background; short lists are done at once. The link needs no token, and works for a limited time.',
    answer: {
      description: 'Where the file is, or will be.',
      body: objectSchema({ message: { type: 'string' }, link: { type: 'string', format: 'uri' } }),
    },
  })
  async begin(
    @Body() { entity, workspaceId, params }: ListToExport,
    @Req() request: AuthenticatedRequest,
  ): Promise<{ readonly message: string; readonly link: string }> {
    const caller = await retryWithFreshScope(request, this.authenticator, (seen) =>
      restrictToWorkspace(seen, workspaceId),
    );
    const { userPk, clientPk: credential } = caller;
    const [workspacePk = null] = workspaceId === undefined ? [] : caller.scope.workspaces.keys();
    const teamPks = teamsOf(caller);
    const token = await this.exports.begin({ entity, params, workspacePk, userPk, credential, teamPks });
    const status = (await this.ended(token))?.status;
    return {
      message: status === 'done' ? 'The file is there.' : 'The file is being made; the link will answer it.',
      link: `${this.config.publicUrl}/public/exports/${token}`,
    };
  }

  /** The file; 202 while it is being made. */
  @Get('/public/exports/:token')
  @Public()
  @Operation({
    id: 'getExport',
    summary: 'Answers the file of an export',
    description:
      'The link that `POST /shipments/export` and its siblings answer; whoever has it needs no token.',
    answer: { description: 'The file.', types: ['text/csv'], body: { type: 'string' } },
    answers: {
      202: {
        description: 'It is being made.',
        headers: ['Retry-After'],
        body: objectSchema({
          status: { type: 'string', enum: ['pending', 'running'] },
          message: { type: 'string' },
        }),
      },
    },
    errors: [404],
  })
  async file(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.exports.find(token);
    if (!found) throw new NotFound();
    if (found.status === 'failed') throw new NotFound(`The export has failed: ${found.failure}`);
    void reply.header('Cache-Control', 'no-store, private');
    if (found.status !== 'done') {
      void reply
        .status(202)
        .header('Retry-After', RETRY_AFTER_SECONDS)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify({ status: found.status, message: 'The file is being made.' }));
      return;
    }
    void reply
      .type('text/csv; charset=utf-8')
      .header('Content-Disposition', `attachment; filename="${nameOf(found)}"`)
      .send(readFile({ column: 'exportPk', pk: found.pk }, this.database));
  }

  private async ended(token: string): Promise<ExportState | undefined> {
    for (let waited = 0; ; waited += POLL_INTERVAL_MS) {
      const found = await this.exports.find(token);
      if (waited >= WAIT_MS || !found || ['done', 'failed'].includes(found.status)) return found;
      await pause(POLL_INTERVAL_MS);
    }
  }
}

/** `shipments-2026-11-23.csv` */
const nameOf = ({ entity, createdAt }: ExportState): string => `${entity}-${createdAt.slice(0, 10)}.csv`;
