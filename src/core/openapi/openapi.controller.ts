import { Controller, Get, Inject, Param, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../http/auth.guard.js';
import { choose } from '../http/media-type.js';
import { PAGE_HEADERS } from '../http/page.js';
import { NotFound } from '../metadata/errors.js';
import type { DescribedApi } from './described-api.js';
import { type Published, Reference } from './reference.js';

/** What a document comes in; the first wins between equals, and a browser asks for the last. */
const OFFERED = ['application/json', 'application/vnd.oai.openapi+json', 'text/html'] as const;

/** The page and what it loads come from this server, whatever finds its way into the document. */
const HEADERS_OF_PAGE = {
  ...PAGE_HEADERS,
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'",
};

/** The OpenAPI document of an API and its page. They need no token. */
export function documentController(api: DescribedApi): Type {
  @Public()
  @Controller()
  class DocumentController {
    private readonly published: Published;

    constructor(@Inject(Reference) reference: Reference) {
      this.published = reference.published(api);
    }

    @Get(`${api.path}.json`)
    json(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      return this.published.document.send(request, reply);
    }

    @Get(api.path)
    docs(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
      const { document, page } = this.published;
      const type = choose(request.headers.accept, OFFERED);
      if (type !== 'text/html') return document.send(request, reply, `${type}; charset=utf-8`);
      return page.send(request, reply.headers(HEADERS_OF_PAGE));
    }
  }

  return DocumentController;
}

@Public()
@Controller('/docs')
export class ReferenceController {
  constructor(private readonly reference: Reference) {}

  /** A file of the pages. Its address has its hash, so it never changes. */
  @Get('/:file')
  file(
    @Param('file') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = this.reference.file(name);
    if (!file) throw new NotFound();
    const headers = {
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Cross-Origin-Resource-Policy': 'same-origin',
    };
    return file.send(request, reply.headers(headers));
  }
}
