import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { routeOptions } from '../../../core/http/route-options.js';
import type { FastifyReply } from 'fastify';
import { Authenticator, type AuthenticatedRequest } from '../../../core/http/authenticator.js';
import { CSV_LIMIT } from '../../../core/http/body-limits.js';
import { itemText } from '../../../core/http/formats.js';
import { seeing } from '../../../core/http/fresh-scope.js';
import { JSON_LD, mediaTypeOf } from '../../../core/http/media-type.js';
import { OperationBody } from '../../../core/http/operation-body.js';
import { typed } from '../../../core/http/resource-reads.js';
import { iriOf } from '../../../core/metadata/resource.js';
import { isBlank } from '../../../core/metadata/violation.js';
import { inWorkspace } from '../../../core/store/asked-workspace.js';
import { Store } from '../../../core/store/store.js';
import { IMPORTABLE_ENTITIES, type ImportableEntity } from './importable.js';
import { importResource } from './import.resource.js';
import { Imports } from './imports.js';
import { sentFile } from './sent-file.js';

const MIME_TYPE = /^[\w.+-]{1,40}\/[\w.+-]{1,59}$/;

/** Takes files; `GET /imports/{id}` tells what becomes of them. */
@Controller('/imports')
export class ImportsController {
  constructor(
    private readonly imports: Imports,
    private readonly store: Store,
    private readonly authenticator: Authenticator,
  ) {}

  @Post()
  @routeOptions({ limit: CSV_LIMIT, multipart: true, writesInTeams: true })
  async post(
    @Body() sent: unknown,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const type = mediaTypeOf(request);
    const file = await sentFile(sent, request.headers['content-type'] ?? '');
    const body = new OperationBody(file.fields);
    const workspaceId = body.requiredId('workspace');
    const entity: ImportableEntity =
      body.text('entity') === undefined ? 'shipments' : body.choice('entity', IMPORTABLE_ENTITIES);
    body.text('fileOriginalName');
    const { content } = file;
    if (!content || content.length === 0) body.refuse(isBlank('file'));
    body.done();
    const caller = await seeing(request, this.authenticator, (seen) =>
      Promise.resolve().then(() => inWorkspace(seen, workspaceId)),
    );
    const [workspacePk = 0] = caller.scope.workspaces.keys();
    const id = await this.imports.begin({
      workspacePk,
      userPk: caller.userPk,
      credential: caller.clientPk,
      entity,
      fileOriginalName: nameFrom(file.name) ?? `${entity}.csv`,
      fileMimeType: MIME_TYPE.test(file.type) ? file.type : 'application/octet-stream',
      content: content ?? Buffer.alloc(0),
    });
    const item = await this.store.item(importResource, id, caller, type === JSON_LD);
    void typed(reply, type)
      .status(201)
      .header('Location', iriOf(importResource, id))
      .send(itemText(importResource, item, type));
  }
}

/** What every database can keep; undefined where nothing is left. */
const nameFrom = (name: string | undefined): string | undefined =>
  name
    ?.replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .slice(0, 200)
    .toWellFormed()
    .trim() || undefined;
