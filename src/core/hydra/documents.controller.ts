import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/auth.guard.js';
import { sendTagged } from '../http/entity-tag.js';
import { JSON_LD } from '../http/media-type.js';
import { NotFound } from '../metadata/errors.js';
import { HydraDocuments } from './documents.js';

/** Documents that need no token. They come in one format, whatever a client accepts. */
@Public()
@Controller()
export class DocumentsController {
  constructor(@Inject(HydraDocuments) private readonly documents: HydraDocuments) {}

  @Get('/')
  entrypoint(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    send(request, reply, this.documents.entrypoint);
  }

  @Get('/contexts/:name')
  context(@Param('name') name: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const context = this.documents.context(name);
    if (context === undefined) throw new NotFound();
    send(request, reply, context);
  }

  @Get('/docs.jsonld')
  apiDocumentation(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    send(request, reply, this.documents.apiDocumentation);
  }
}

function send(request: FastifyRequest, reply: FastifyReply, document: string): void {
  sendTagged(request, reply.type(`${JSON_LD}; charset=utf-8`), document);
}
