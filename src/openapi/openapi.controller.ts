import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/auth.guard.js';
import { choose } from '../http/media-type.js';
import { NotFound } from '../resource/errors.js';
import { Reference } from './reference.js';
import { ServedFile } from './served-file.js';

/** What `/docs` comes in; the first wins between equals, and a browser asks for the last. */
const OFFERED = ['application/json', 'application/vnd.oai.openapi+json', 'text/html'] as const;

/** The page and what it loads come from this server, whatever finds its way into the document. */
const PAGE_HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** The document, as JSON. */
export class OpenapiFile extends ServedFile {
  constructor(document: object) {
    super('application/json; charset=utf-8', JSON.stringify(document));
  }
}

/** The OpenAPI document and its reference. They need no token. */
@Public()
@Controller()
export class OpenapiController {
  constructor(
    private readonly document: OpenapiFile,
    private readonly reference: Reference,
  ) {}

  @Get('/docs.json')
  json(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.document.send(request, reply);
  }

  @Get('/docs')
  docs(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const type = choose(request.headers.accept, OFFERED);
    if (type !== 'text/html') return this.document.send(request, reply, `${type}; charset=utf-8`);
    return this.reference.page.send(request, reply.headers(PAGE_HEADERS));
  }

  /** A file of the page. Its address has its hash, so it never changes. */
  @Get('/docs/:file')
  file(
    @Param('file') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = this.reference.file(name);
    if (!file) throw new NotFound();
    return file.send(request, reply.header('Cache-Control', 'public, max-age=31536000, immutable'));
  }
}
