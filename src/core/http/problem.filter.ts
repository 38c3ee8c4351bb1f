import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Logger,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { stackOf } from '../database/failures.js';
import { hydraError, problem } from '../hydra/error.js';
import { BadInput, ClientError, NotFound } from '../metadata/errors.js';
import { Unauthenticated } from './authenticator.js';
import { UnsupportedMediaType } from './body.js';
import { InvalidInput } from './dto/problems.js';
import { refusal } from './dto/refusal.js';
import { JSON_LD, JSON_PLAIN, mediaTypeOf, NotAcceptable } from './media-type.js';
import { allowedMethods } from './registered-routes.js';
import { type Surface, surfaceOf, SURFACES } from './surface.js';

/** 405, with the methods that there are. */
class MethodNotAllowed extends ClientError {
  readonly status = 405;
  override readonly headers: Readonly<Record<string, string>>;
  constructor(method: string, url: string, allowed: readonly string[]) {
    super(`No route found for "${method} ${url}": Method Not Allowed (Allow: ${allowed.join(', ')})`);
    this.headers = { Allow: allowed.join(', ') };
  }
}

/** 414: an id is never so long. */
class PathTooLong extends ClientError {
  readonly status = 414;
  constructor() {
    super('The path is too long.');
  }
}

class Failure extends ClientError {
  readonly status = 500;
  constructor() {
    super('Internal Server Error');
  }
}

/** The one place that writes errors. What nobody foresaw is a 500 without its text, which the log has. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(@Inject(SURFACES) private readonly surfaces: readonly Surface[]) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const error = clientErrorOf(thrown, request);
    if (error.status >= 500) {
      this.logger.error(
        `${request.id} ${request.method} ${request.routeOptions.url ?? ''} ${error.status}`,
        stackOf(thrown),
      );
    }
    write(error, request, reply, this.surfaces);
  }
}

/** Answers what goes wrong before there is a route, such as a path that cannot be decoded. */
export function answerUnroutable(
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  surfaces: readonly Surface[],
): void {
  write(clientErrorOf(thrown, request), request, reply, surfaces);
}

function write(
  thrown: ClientError,
  request: FastifyRequest,
  reply: FastifyReply,
  surfaces: readonly Surface[],
): void {
  const surface = surfaceOf(request.url, surfaces);
  const { refusal: toError = refusal } = surface ?? {};
  const error = thrown instanceof InvalidInput ? toError(thrown.problems) : thrown;
  void reply.status(error.status).headers(error.headers);
  if (surface) {
    void reply.type('application/json; charset=utf-8').send(JSON.stringify(surface.errorBody(error)));
    return;
  }
  if (error instanceof Unauthenticated) {
    void reply.type('application/json').send(JSON.stringify({ code: error.status, message: error.message }));
    return;
  }
  const ld = wantsLd(request, error);
  void reply
    .type(ld ? `${JSON_LD}; charset=utf-8` : 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(ld ? hydraError(error) : problem(error)));
}

function wantsLd(request: FastifyRequest, error: ClientError): boolean {
  if (error instanceof NotAcceptable) return true;
  try {
    return mediaTypeOf(request) !== JSON_PLAIN;
  } catch {
    return true;
  }
}

interface FastifyError {
  readonly statusCode?: number;
}

function clientErrorOf(thrown: unknown, request: FastifyRequest): ClientError {
  if (thrown instanceof ClientError) return thrown;
  const status =
    thrown instanceof HttpException ? thrown.getStatus() : ((thrown as FastifyError).statusCode ?? 500);
  if (status === 404) return noRoute(request);
  if (status === 414) return new PathTooLong();
  if (status === 415) return new UnsupportedMediaType(request);
  return status >= 400 && status < 500 ? new BadInput('The request is not valid.') : new Failure();
}

function noRoute({ method, url }: FastifyRequest): ClientError {
  const path = url.split('?', 1)[0] ?? '';
  const allowed = allowedMethods(path);
  return allowed.length > 0
    ? new MethodNotAllowed(method, path, allowed)
    : new NotFound(`No route found for "${method} ${path}"`);
}
