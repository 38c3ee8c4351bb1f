import { setImmediate as nextTurn } from 'node:timers/promises';
import { BadInput } from '../resource/errors.js';

/** A body, whole or as it arrives. */
export type Bytes = Uint8Array | AsyncIterable<Uint8Array>;

const SIZE = 65_536;

/** The bytes in pieces of 64 KiB at most, between which other requests get their turn. @throws BadInput when they are not UTF-8. */
export async function* utf8Chunks(source: Bytes): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const checked = (chunk?: Uint8Array): void => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new BadInput('The CSV is not valid UTF-8.');
    }
  };
  for await (const bytes of source instanceof Uint8Array ? [source] : source) {
    for (let at = 0; at < bytes.length; at += SIZE) {
      const chunk = bytes.subarray(at, at + SIZE);
      checked(chunk);
      yield chunk;
      await nextTurn();
    }
  }
  checked();
}
