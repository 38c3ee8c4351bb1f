import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config/config.js';
import { Clock } from '../../../core/database/clock.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { SIGNED_LIMIT, valueLimit } from '../../../core/http/body-limits.js';
import { Answered } from '../../../core/http/dto/answers.js';
import { Dto } from '../../../core/http/dto/dto.js';
import { readJson } from '../../../core/http/json.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { BadInput, NotFound } from '../../../core/metadata/errors.js';
import { hydraErrorSchema, problemSchema } from '../../../core/openapi/error-schemas.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import type { Components } from '../../../core/openapi/components.js';
import type { ParameterObject, Schema } from '../../../core/openapi/types.js';
import { applyUpdates } from '../apply-updates.js';
import { SignatureGuard, WrongSignature } from './seventeen-track.guard.js';
import { isSigned, updatesInPush } from './seventeen-track-push.js';

const SIGN: ParameterObject = {
  name: 'sign',
  in: 'header',
  description: 'The SHA-256 of the body, a slash and the key of 17TRACK, in hexadecimal digits.',
  required: true,
  schema: { type: 'string', pattern: '^[0-9a-fA-F]{64}$', minLength: 64, maxLength: 64 },
};

const pushSchema = (components: Components): Schema =>
  components.schema('SeventeenTrackPush', () =>
    objectSchema({
      event: { type: 'string', examples: ['TRACKING_UPDATED', 'TRACKING_STOPPED'] },
      data: {
        type: 'object',
        description: 'The parcel: `number`, `carrier`, `tag` and `track_info`, as `gettrackinfo` answers it.',
      },
    }),
  );

@Dto({ name: 'PushReached' })
class PushReached {
  @Answered({ type: 'integer', minimum: 0, description: 'Shipments with the number, in all workspaces.' })
  readonly shipments!: number;

  @Answered({ type: 'integer', minimum: 0, description: 'Checkpoints that were new to them.' })
  readonly checkpoints!: number;
}

/** Where 17TRACK pushes news: the URL is entered in its dashboard. It is not there while 17TRACK is not configured. */
@Operations({ tag: 'Tracking' })
@Controller('/tracking_providers/17track')
export class SeventeenTrackController {
  private readonly key: string | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.key = config.trackingProviders.find(({ name }) => name === '17track')?.key;
  }

  /** Any answer but a 200 makes 17TRACK send it again. @throws NotFound, WrongSignature, BadInput. */
  @Post()
  @HttpCode(200)
  @routeOptions({ guard: SignatureGuard, raw: true, limit: SIGNED_LIMIT })
  @Operation({
    id: 'pushFrom17track',
    summary: 'Takes what 17TRACK pushes',
    description:
      'For the webhook of 17TRACK, API v2.2, where it is configured. It needs no token: the push is signed.',
    security: [],
    parameters: [SIGN],
    body: pushSchema,
    answer: { description: 'It is applied; sending it again changes nothing.', body: PushReached },
    answers: {
      401: {
        description: 'The signature is wrong.',
        headers: ['WWW-Authenticate'],
        content: (components) => ({
          'application/ld+json': { schema: hydraErrorSchema(components) },
          'application/problem+json': { schema: problemSchema(components) },
        }),
      },
    },
    errors: [400, 404, 409],
  })
  async push(@Req() request: FastifyRequest): Promise<PushReached> {
    if (this.key === undefined) throw new NotFound();
    const { body, headers } = request;
    if (!Buffer.isBuffer(body)) throw new BadInput('Syntax error');
    if (!isSigned(body, headers.sign, this.key)) throw new WrongSignature();
    const updates = updatesInPush(await readJson(body, valueLimit(SIGNED_LIMIT)));
    const reached = await this.database.transaction(
      (transaction) =>
        applyUpdates(updates, {
          transaction,
          limits: this.config.transitLimits,
          now: this.clock.now(),
          isJudgedAnew: true,
        }),
      { request: request.id },
    );
    return {
      shipments: reached.reduce((sum, { shipments }) => sum + shipments, 0),
      checkpoints: reached.reduce((sum, { checkpoints }) => sum + checkpoints, 0),
    };
  }
}
