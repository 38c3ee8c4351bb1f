import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config/config.js';
import { InstallationSecret, keyFor } from '../../../core/database/installation-secret.js';
import { readCookie, writeCookie } from '../../../core/http/cookies.js';
import { isSame } from '../../../core/metadata/is-same.js';

/** Seconds for which a browser is known. */
const LIFE = 365 * 24 * 3600;

/**
 * Browsers in which somebody has signed in before, by a cookie that is good for that one address: wrong passwords of
 * strangers do not lock them out. It lets nobody in by itself. After OWASP's "device cookies".
 */
@Injectable()
export class KnownDevices {
  private readonly isSecure: boolean;

  constructor(
    private readonly installation: InstallationSecret,
    @Inject(CONFIG) { publicUrl }: Config,
  ) {
    this.isSecure = publicUrl.startsWith('https:');
  }

  /** What this browser is counted by, if the account of this `emailKey` has been used in it. */
  async deviceOf(request: FastifyRequest, key: string): Promise<string | undefined> {
    const [nonce = '', signature = ''] = readCookie(request, 'device', this.isSecure).split('.');
    if (nonce === '') return undefined;
    return this.installation.signer((secret) =>
      isSame(signature, signed(secret, key, nonce)) ? nonce : undefined,
    );
  }

  /** From now on this browser is known to the account. */
  async remember(request: FastifyRequest, reply: FastifyReply, key: string): Promise<void> {
    const nonce = (await this.deviceOf(request, key)) ?? randomBytes(16).toString('base64url');
    writeCookie(
      reply,
      'device',
      `${nonce}.${signed(this.installation.secret(), key, nonce)}`,
      LIFE,
      this.isSecure,
    );
  }
}

const signed = (secret: string, ...parts: readonly string[]): string =>
  createHmac('sha256', keyFor('known devices', secret)).update(JSON.stringify(parts)).digest('base64url');
