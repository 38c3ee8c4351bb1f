import { Answered, AnsweredList } from '../../../core/http/dto/answers.js';
import { Dto } from '../../../core/http/dto/dto.js';
import type { LineResult } from '../../../core/store/bulk-lines.js';

/** What became of one record, in the order in which they were named. */
export class BatchResult {
  @Answered()
  readonly id!: string;

  @Answered()
  readonly done!: boolean;

  @Answered({ type: 'string', description: 'Why it was not done.', examples: ['Not Found'] }, true)
  readonly message?: string;
}

/** What a batch answers. */
@Dto({ name: 'BatchAnswer' })
export class BatchAnswer {
  @Answered()
  readonly entity!: string;

  @Answered({ type: 'integer', minimum: 0 })
  readonly succeeded!: number;

  @Answered({ type: 'integer', minimum: 0 })
  readonly failed!: number;

  @AnsweredList(BatchResult)
  readonly results!: readonly BatchResult[];
}

/** What became of the records, as it is answered. */
export function batchAnswer(
  entity: string,
  ids: readonly string[],
  outcomes: readonly LineResult[],
): BatchAnswer {
  const results = ids.map((id, at): BatchResult => {
    const refusal = outcomes[at]?.refusal;
    return refusal ? { id, done: false, message: refusal.message } : { id, done: true };
  });
  const succeeded = results.filter(({ done }) => done).length;
  return { entity, succeeded, failed: results.length - succeeded, results };
}
