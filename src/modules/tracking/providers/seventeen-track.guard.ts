import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config/config.js';
import type { RequestGuard } from '../../../core/http/route-options.js';
import { ClientError, NotFound } from '../../../core/metadata/errors.js';

/** 401: whoever sent this does not have the key. */
export class WrongSignature extends ClientError {
  readonly status = 401;
  override readonly headers = { 'WWW-Authenticate': 'Signature' };
  constructor() {
    super('The header "sign" does not fit the body.');
  }
}

/** A signature is over the body, so what can be none is refused before that is read. */
@Injectable()
export class SignatureGuard implements RequestGuard {
  private readonly isThere: boolean;

  constructor(@Inject(CONFIG) { trackingProviders }: Config) {
    this.isThere = trackingProviders.some(({ name }) => name === '17track');
  }

  /** @throws NotFound while 17TRACK is not configured, WrongSignature. */
  admit({ headers: { sign } }: FastifyRequest): void {
    if (!this.isThere) throw new NotFound();
    if (typeof sign !== 'string' || !/^[\da-f]{64}$/i.test(sign)) throw new WrongSignature();
  }
}
