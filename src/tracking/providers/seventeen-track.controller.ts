import { Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../config.js';
import { Clock } from '../../database/clock.js';
import { DATABASE, type Database } from '../../database/database.js';
import { Public } from '../../http/auth.guard.js';
import { parseJson, type RouteBodies } from '../../http/body.js';
import { BadInput, ClientError, NotFound } from '../../resource/errors.js';
import { applyUpdates } from '../apply-updates.js';
import { isSigned, pushedNews } from './seventeen-track-push.js';

/** 401: whoever sent this does not have the key. */
class WrongSignature extends ClientError {
  readonly status = 401;
  override readonly headers = { 'WWW-Authenticate': 'Signature' };
  constructor() {
    super('The header "sign" does not fit the body.');
  }
}

const BODIES: RouteBodies = { raw: true };

/** Where 17TRACK pushes news: the URL is entered in its dashboard. It is not there while 17TRACK is not configured. */
@Public()
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
  @RouteConfig(BODIES)
  async push(@Req() request: FastifyRequest): Promise<object> {
    if (this.key === undefined) throw new NotFound();
    const { body, headers } = request;
    if (!Buffer.isBuffer(body)) throw new BadInput('Syntax error');
    if (!isSigned(body, headers.sign, this.key)) throw new WrongSignature();
    const updates = pushedNews(parseJson(body, request));
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
