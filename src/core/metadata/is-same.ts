import { timingSafeEqual } from 'node:crypto';

type Bytes = string | Buffer;

const bytesOf = (value: Bytes): Buffer => (typeof value === 'string' ? Buffer.from(value) : value);

/** Whether a secret is the expected one; how long that takes does not tell how much of it is right. */
export function isSame(given: Bytes, expected: Bytes): boolean {
  const [a, b] = [bytesOf(given), bytesOf(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
