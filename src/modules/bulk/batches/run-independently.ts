import { Answered, AnsweredList } from '../../../core/http/dto/answers.js';
import { Dto } from '../../../core/http/dto/dto.js';
import { ClientError, Unavailable } from '../../../core/metadata/errors.js';

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

/**
 * Does something with each record alone, one after the other: each is a unit of work of its own, so one that is refused
 * holds no other back.
 * @throws Unavailable when the database goes away; what was done is done, and the batch may be sent again.
 */
export async function runIndependently(
  entity: string,
  ids: readonly string[],
  work: (id: string) => Promise<unknown>,
): Promise<BatchAnswer> {
  const results: BatchResult[] = [];
  for (const id of ids) {
    try {
      await work(id);
      results.push({ id, done: true });
    } catch (error) {
      if (!(error instanceof ClientError) || error instanceof Unavailable) throw error;
      results.push({ id, done: false, message: error.message });
    }
  }
  const succeeded = results.filter(({ done }) => done).length;
  return { entity, succeeded, failed: results.length - succeeded, results };
}
