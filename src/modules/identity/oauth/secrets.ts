import { createHash, randomBytes } from 'node:crypto';
import { isSame } from '../../../core/metadata/is-same.js';

/** Random text of `[a-z2-7]`, five bits a character: clients lower-case secrets and strip other characters. */
export const randomText = (length: number): string =>
  [...randomBytes(length)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte & 31]).join('');

/** Secrets are random and long, so one round of SHA-256 keeps them. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const isSecret = (secret: string, hash: string): boolean => isSame(hashOf(secret), hash);
