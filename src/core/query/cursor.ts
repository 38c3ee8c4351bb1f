import { createHmac } from 'node:crypto';
import type { Stored } from '../metadata/condition.js';
import { isSame } from '../metadata/is-same.js';

/** Where a page ended. */
export interface Position {
  /** The moment to which running clocks are counted, from the first page on. */
  readonly now: number;
  /** The values of the sort keys of the page's last row. */
  readonly values: readonly Stored[];
}

const MAC_LENGTH = 22;

const macOf = (payload: string, about: string, key: Buffer): string =>
  createHmac('sha256', key).update(`${about}\n${payload}`).digest('base64url').slice(0, MAC_LENGTH);

/** A position as an opaque text that is good for one collection and query (`about`) alone. */
export function sealCursor({ now, values }: Position, about: string, key: Buffer): string {
  const payload = Buffer.from(JSON.stringify([now, ...values])).toString('base64url');
  return payload + macOf(payload, about, key);
}

/** Undefined when it is not a cursor of this collection and query, made with this key. */
export function openCursor(cursor: string, about: string, key: Buffer): Position | undefined {
  const payload = cursor.slice(0, -MAC_LENGTH);
  if (!isSame(cursor.slice(-MAC_LENGTH), macOf(payload, about, key))) return undefined;
  const [now, ...values] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [number, ...Stored[]];
  return { now, values };
}
