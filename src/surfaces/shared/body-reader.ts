import type { Type } from '@nestjs/common';
import { InvalidInput, type Problem } from '../../core/http/dto/problems.js';
import { readDto } from '../../core/http/dto/read-dto.js';
import type { ClientError } from '../../core/metadata/errors.js';

/**
 * Reads bodies where a handler does so itself: what is refused inside of an `Idempotency-Key` is kept in the surface's own
 * words. @throws ClientError.
 */
export const bodyReader =
  (refusal: (problems: readonly Problem[]) => ClientError) =>
  <T extends object>(dto: Type<T>, sent: unknown): T => {
    try {
      return readDto(dto, sent);
    } catch (error) {
      throw error instanceof InvalidInput ? refusal(error.problems) : error;
    }
  };
