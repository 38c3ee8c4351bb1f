import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config/config.js';
import { Clock } from '../../../core/database/clock.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { SIGNED_LIMIT, valueLimit } from '../../../core/http/body-limits.js';
import { readJson } from '../../../core/http/json.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { BadInput, NotFound } from '../../../core/metadata/errors.js';
import { applyUpdates } from '../apply-updates.js';
import { SignatureGuard, WrongSignature } from './seventeen-track.guard.js';
import { isSigned, updatesInPush } from './seventeen-track-push.js';

/** Where 17TRACK pushes news: the URL is entered in its dashboard. It is not there while 17TRACK is not configured. */
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
  async push(@Req() request: FastifyRequest): Promise<object> {
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
      request.id,
    );
    return {
      shipments: reached.reduce((sum, { shipments }) => sum + shipments, 0),
      checkpoints: reached.reduce((sum, { checkpoints }) => sum + checkpoints, 0),
    };
  }
}
