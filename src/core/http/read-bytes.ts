import type { IncomingMessage } from 'node:http';
import { BadInput } from '../metadata/errors.js';
import { TooLarge, TooSlow } from './body-limits.js';

/** How much a body may have, and within which time it arrives. */
export interface Bounds {
  readonly bytes: number;
  readonly milliseconds: number;
}

const LONG = 65_536;

/** The length that a request says its body has; undefined where it is found out by reading. */
export function declaredLength({ headers }: IncomingMessage): number | undefined {
  if (headers['transfer-encoding'] !== undefined) return undefined;
  return Number(headers['content-length'] ?? 0);
}

/**
 * Reads a body. What is left of one that is refused is not kept.
 * @throws TooLarge, TooSlow, and BadInput when the client goes away.
 */
export function readBytes(raw: IncomingMessage, { bytes, milliseconds }: Bounds): Promise<Buffer> {
  const declared = declaredLength(raw) ?? 0;
  if (declared > bytes) throw new TooLarge(bytes);
  // a long body is put together while it comes, not all at once at its end
  const whole = declared > LONG ? Buffer.allocUnsafeSlow(declared) : undefined;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const timer = setTimeout(() => refuse(new TooSlow()), milliseconds);
    const stop = (): void => {
      clearTimeout(timer);
      raw.off('data', take).off('end', end).off('error', cut).off('close', cut);
    };
    const refuse = (error: Error): void => {
      stop();
      reject(error);
    };
    const cut = (): void => refuse(new BadInput('The body is not complete.'));
    const take = (chunk: Buffer): void => {
      whole?.set(chunk, length);
      length += chunk.length;
      if (length > bytes) refuse(new TooLarge(bytes));
      else if (!whole) chunks.push(chunk);
    };
    const end = (): void => {
      stop();
      resolve(whole ?? Buffer.concat(chunks, length));
    };
    raw.on('data', take).on('end', end).on('error', cut).on('close', cut);
  });
}
