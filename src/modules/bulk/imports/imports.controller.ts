import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { IsNotEmpty } from 'class-validator';
import { routeOptions } from '../../../core/http/route-options.js';
import type { FastifyReply } from 'fastify';
import { Authenticator, type AuthenticatedRequest } from '../../../core/http/authenticator.js';
import { CSV_LIMIT } from '../../../core/http/body-limits.js';
import { itemText } from '../../../core/http/formats.js';
import { retryWithFreshScope } from '../../../core/http/fresh-scope.js';
import { JSON_LD, mediaTypeOf } from '../../../core/http/media-type.js';
import { Choice, IdOrIri, Text } from '../../../core/http/dto/fields.js';
import { Field } from '../../../core/http/dto/dto.js';
import { readDto } from '../../../core/http/dto/read-dto.js';
import { writePreferencesOf } from '../../../core/http/write-preferences.js';
import { typed } from '../../../core/http/resource-reads.js';
import { BadInput } from '../../../core/metadata/errors.js';
import { iriOf } from '../../../core/metadata/resource.js';
import { itemContent } from '../../../core/openapi/bodies.js';
import type { Components } from '../../../core/openapi/components.js';
import { dtoSchema } from '../../../core/openapi/dto-schema.js';
import { ASKED } from '../../../core/openapi/headers.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import type { Content } from '../../../core/openapi/types.js';
import { restrictToWorkspace } from '../../../core/store/restrict-to-workspace.js';
import { Store } from '../../../core/store/store.js';
import { IMPORTABLE_ENTITIES, type ImportableEntity, resourceOfLines } from './importable.js';
import { importResource, isUnderWay } from './import.resource.js';
import { ImportsService } from './imports.service.js';
import { readUploadedFile } from './uploaded-file.js';

const MIME_TYPE = /^[\w.+-]{1,40}\/[\w.+-]{1,59}$/;

class FileToImport {
  @IdOrIri({ required: true, description: 'The IRI or id of the workspace that it is for.' })
  readonly workspace!: string;

  @Choice(IMPORTABLE_ENTITIES, { default: 'shipments', description: 'What its lines become.' })
  readonly entity!: ImportableEntity;

  @Text({ examples: ['parcels.csv'] })
  readonly fileOriginalName?: string;

  @Field(
    (value) => (Buffer.isBuffer(value) && value.length > 0 ? value : undefined),
    {
      type: 'string',
      description: 'The text, or base64 of it, or a `data:` URL.',
      examples: ['trackingNumber,email\nTN1,ada@example.com\n'],
    },
    IsNotEmpty(),
  )
  readonly file!: Buffer;
}

/** In a form the file comes as it is. */
function sentContent(components: Components): Content {
  const schema = dtoSchema(FileToImport, components);
  const form = {
    ...schema,
    properties: { ...schema.properties, file: { type: 'string', format: 'binary' } },
  };
  return { 'multipart/form-data': { schema: form }, 'application/json': { schema } };
}

/** Takes files; `GET /imports/{id}` tells what becomes of them. */
@Operations({ tag: importResource.name, path: { id: { description: 'The id of the import.' } } })
@Controller('/imports')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly store: Store,
    private readonly authenticator: Authenticator,
  ) {}

  @Post()
  @routeOptions({ limit: CSV_LIMIT, multipart: true, writesInTeams: true })
  @Operation({
    id: 'postImportCollection',
    summary: 'Imports a CSV file',
    description:
      'The first line names the columns, as the CSV of a list does. Each line becomes something for itself, in the background; `GET /imports/{id}` tells how far it has come, and which lines were refused.',
    parameters: [ASKED.writePrefer],
    body: FileToImport,
    bodyContent: sentContent,
    answer: {
      description: 'It has begun, or waits.',
      headers: ['Location', 'Preference-Applied'],
      content: (components) => itemContent(importResource, components),
    },
    errors: [406],
  })
  async post(
    @Body() sent: unknown,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const type = mediaTypeOf(request);
    const {
      fields,
      name,
      type: fileType,
      content,
    } = await readUploadedFile(sent, request.headers['content-type'] ?? '');
    const { workspace, entity, file } = readDto(FileToImport, { ...fields, file: content });
    const caller = await retryWithFreshScope(request, this.authenticator, (seen) =>
      restrictToWorkspace(seen, workspace),
    );
    const [workspacePk = 0] = caller.scope.workspaces.keys();
    const { resolution } = writePreferencesOf(request, reply, resourceOfLines(entity), false);
    const id = await this.imports.begin({
      workspacePk,
      userPk: caller.userPk,
      credential: caller.clientPk,
      entity,
      resolution: resolution ?? null,
      fileOriginalName: nameFrom(name) ?? `${entity}.csv`,
      fileMimeType: MIME_TYPE.test(fileType) ? fileType : 'application/octet-stream',
      content: file,
    });
    const item = await this.store.item(importResource, id, caller, type === JSON_LD);
    void typed(reply, type)
      .status(201)
      .header('Location', iriOf(importResource, id))
      .send(itemText(importResource, item, type));
  }

  @Post('/:id/cancel')
  @HttpCode(200)
  @routeOptions({ writesInTeams: true })
  @Operation({
    id: 'cancelImportItem',
    summary: 'Cancels an import',
    description: 'What its rows have become so far stays; the others become nothing.',
    answer: { description: 'The import.', content: (components) => itemContent(importResource, components) },
    errors: [400, 404, 406],
  })
  async cancel(
    @Param('id') id: string,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const type = mediaTypeOf(request);
    const { caller } = request;
    const { status } = await this.store.item(importResource, id, caller, isLd(type));
    const isOver = !isUnderWay(status as string) || !(await this.imports.cancel(id));
    if (isOver && status !== 'cancelled') throw new BadInput('The import has ended already.');
    const item = await this.store.item(importResource, id, caller, isLd(type));
    void typed(reply, type).send(itemText(importResource, item, type));
  }

  @Get('/:id/refused_lines')
  @Operation({
    id: 'getImportRefusedLines',
    summary: 'The lines that an import has refused, as a CSV',
    description:
      'The columns of the file, and the reason in a last one, which is ignored when the file is mended and sent again. Of an order of several rows all are there, and the first has the reason. Kept for seven days.',
    answer: { description: 'The lines so far.', types: ['text/csv'], body: { type: 'string' } },
    errors: [404],
  })
  async refusedLines(
    @Param('id') id: string,
    @Req() { caller }: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fileOriginalName } = await this.store.item(importResource, id, caller, false);
    void reply
      .type('text/csv; charset=utf-8')
      .header('Cache-Control', 'no-store, private')
      .header('Content-Disposition', `attachment; filename="${refusedNameOf(fileOriginalName as string)}"`)
      .send(await this.imports.refusedLines(id));
  }
}

/** `parcels.csv` as `parcels-refused.csv`. */
const refusedNameOf = (name: string): string =>
  `${name.replace(/\.csv$/i, '').replace(/[^\w.-]+/g, '_') || 'import'}-refused.csv`;

const isLd = (type: string): boolean => type === JSON_LD;

/** What every database can keep; undefined where nothing is left. */
const nameFrom = (name: string | undefined): string | undefined =>
  name
    ?.replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .slice(0, 200)
    .toWellFormed()
    .trim() || undefined;
