import { setImmediate as nextTurn } from 'node:timers/promises';
import { BadInput } from '../metadata/errors.js';

/** A body, whole or as it arrives. */
export type Bytes = Uint8Array | AsyncIterable<Uint8Array>;

const SIZE = 65_536;

type Decoder = InstanceType<typeof TextDecoder>;

/** What a byte order mark says, the longest first. */
const MARKS: readonly (readonly [bytes: readonly number[], charset: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
const LONGEST_MARK = 3;

/**
 * The text in pieces of 64 KiB at most, between which other requests get their turn. A byte order mark says how it is
 * coded, else the `charset` does (any of the Encoding Standard's names), else it is UTF-8.
 * @throws BadInput when the bytes are no text of that charset, or nobody knows it.
 */
export async function* decodedText(source: Bytes, charset?: string): AsyncGenerator<string> {
  let decoder: Decoder | undefined;
  let head = Buffer.alloc(0);
  const decoded = (bytes?: Uint8Array): string => {
    decoder ??= decoderOf(head, charset);
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new BadInput(
        decoder.encoding === 'utf-8'
          ? 'The CSV is not valid UTF-8. Save it as UTF-8, or say what it is: "text/csv; charset=windows-1252".'
          : `The CSV is not valid ${decoder.encoding.toUpperCase()}.`,
      );
    }
  };
  for await (const bytes of source instanceof Uint8Array ? [source] : source) {
    for (let at = 0; at < bytes.length; at += SIZE) {
      let chunk = bytes.subarray(at, at + SIZE);
      if (!decoder) {
        head = Buffer.concat([head, chunk]);
        if (head.length < LONGEST_MARK) continue;
        chunk = head;
      }
      yield decoded(chunk);
      await nextTurn();
    }
  }
  if (!decoder && head.length > 0) yield decoded(head);
  yield decoded();
}

function decoderOf(head: Uint8Array, charset = 'utf-8'): Decoder {
  const marked = MARKS.find(([bytes]) => bytes.every((byte, at) => head[at] === byte))?.[1];
  try {
    return new TextDecoder(marked ?? charset, { fatal: true });
  } catch {
    throw new BadInput(`The charset "${charset.slice(0, 50)}" is not known.`);
  }
}

const CHARSET = /;\s*charset\s*=\s*"?([^\s;"]+)/i;

/** What a `Content-Type` says; undefined when it says nothing. */
export const charsetOf = (contentType: string | undefined): string | undefined =>
  CHARSET.exec(contentType ?? '')?.[1];
