import { createHash } from 'node:crypto';
import { BadInput } from '../../../core/metadata/errors.js';
import { isSame } from '../../../core/metadata/is-same.js';
import type { TrackingUpdate } from '../tracking-update.js';
import { valueAt } from './provider-response.js';
import { readTrackInfo, toTrackingUpdate } from './seventeen-track-updates.js';

/** Whether the header `sign` is the SHA-256 of the body, a slash and the key; compared in constant time. */
export function isSigned(body: Buffer, sign: unknown, key: string): boolean {
  const expected = createHash('sha256').update(body).update(`/${key}`).digest();
  return typeof sign === 'string' && isSame(Buffer.from(sign, 'hex'), expected);
}

/**
 * Reads `{"event": "TRACKING_UPDATED", "data": {…}}`; other events, such as `TRACKING_STOPPED`, tell nothing of a parcel.
 * @throws BadInput when it is no push.
 */
export function updatesInPush(body: unknown): readonly TrackingUpdate[] {
  const event = valueAt(body, 'event');
  const data = valueAt(body, 'data');
  if (typeof event !== 'string' || typeof data !== 'object')
    throw new BadInput('The body is no push of 17TRACK.');
  const news = event === 'TRACKING_UPDATED' ? readTrackInfo(data) : undefined;
  return news ? [toTrackingUpdate(news)] : [];
}
