import {
  type ArgumentMetadata,
  createParamDecorator,
  type ExecutionContext,
  type PipeTransform,
  type Type,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { fieldsOf } from './dto.js';
import { readDto } from './read-dto.js';

/** Reads what handlers take as a DTO; everything else is handed on as it is. @throws InvalidInput. */
export class DtoPipe implements PipeTransform {
  transform(value: unknown, { metatype }: ArgumentMetadata): unknown {
    return isDto(metatype) ? readDto(metatype, value) : value;
  }
}

export const isDto = (kind: unknown): kind is Type<object> =>
  typeof kind === 'function' && kind.prototype !== undefined && fieldsOf(kind as Type).length > 0;

/** The query of a request, each parameter with its last value: `@SentQuery() query: ListOfOrders`. */
export const SentQuery = createParamDecorator((_: unknown, context: ExecutionContext): object => {
  const { url } = context.switchToHttp().getRequest<FastifyRequest>();
  const at = url.indexOf('?');
  return Object.fromEntries(new URLSearchParams(at < 0 ? '' : url.slice(at + 1)));
});
