import type { IncomingMessage } from 'node:http';
import { BadInput, ClientError } from '../metadata/errors.js';
import type { Line } from '../store/bulk-lines.js';
import { BODY_LIMIT, TooLarge, TooSlow, valueLimit } from './body-limits.js';
import { readJson } from './json.js';
import { type Bounds, readBytes } from './read-bytes.js';

/** Lines of a body at most, empty ones not counted. */
export const NDJSON_LINE_LIMIT = 100_000;

/** Milliseconds for which lines wait for others to be written together with them. */
const GATHERING_MS = 25;

const NEWLINE = 0x0a;

/** A line with its number in the body, counted from 1. */
export type NumberedLine = Line & { readonly line: number };

/** 413: the body has too many lines. */
class TooManyLines extends ClientError {
  readonly status = 413;
  constructor() {
    super(`The body has more than ${NDJSON_LINE_LIMIT} lines.`);
  }
}

/** Newline-delimited JSON (`application/x-ndjson`): a JSON text on each line, read while it comes. */
export class NdjsonBody {
  private bytes: Buffer | undefined;
  private hasEnded = false;

  constructor(
    private readonly raw: IncomingMessage,
    /** `milliseconds`: for which the client may send nothing. */
    private readonly bounds: Bounds,
  ) {}

  /** All of it has arrived. */
  get isComplete(): boolean {
    return this.hasEnded;
  }

  /** Reads all of it before any line is given. @throws TooLarge, TooSlow, BadInput. */
  async whole(): Promise<Buffer> {
    this.bytes = await readBytes(this.raw, this.bounds);
    this.hasEnded = true;
    return this.bytes;
  }

  /**
   * The lines that have arrived, in lists of at most `most`; a line that is no JSON, or too long, has its refusal.
   * @throws TooLarge, TooManyLines, TooSlow, and BadInput when the client goes away. The lines before that have been given.
   */
  async *lists(most: number): AsyncGenerator<readonly NumberedLine[]> {
    let list: NumberedLine[] = [];
    let count = 0;
    for await (const { line, bytes } of this.texts()) {
      if (bytes) {
        if (++count > NDJSON_LINE_LIMIT) {
          if (list.length > 0) yield list;
          throw new TooManyLines();
        }
        list.push({ line, ...(await readLine(bytes)) });
      }
      if (list.length >= most || (!bytes && list.length > 0)) {
        yield list;
        list = [];
      }
    }
    if (list.length > 0) yield list;
  }

  /** The lines as bytes, without empty ones. Nothing instead of bytes: no more has arrived for a moment. */
  private async *texts(): AsyncGenerator<{ readonly line: number; readonly bytes?: Buffer }> {
    let line = 0;
    let rest: Buffer[] = [];
    let long = 0;
    for await (const chunk of this.chunks()) {
      if (!chunk) {
        yield { line };
        continue;
      }
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        const end = chunk.subarray(from, at);
        const bytes = rest.length === 0 ? end : Buffer.concat([...rest, end]);
        [rest, long, from] = [[], 0, at + 1];
        line++;
        if (!isBlank(bytes)) yield { line, bytes };
      }
      if (from === chunk.length) continue;
      // what is too long is refused as a line, whose further bytes nobody needs
      if (long <= BODY_LIMIT) rest.push(chunk.subarray(from));
      long += chunk.length - from;
    }
    const last = Buffer.concat(rest);
    if (!isBlank(last)) yield { line: line + 1, bytes: last };
  }

  /** The bytes as they come; nothing where none come for a moment. */
  private async *chunks(): AsyncGenerator<Buffer | undefined> {
    if (this.bytes) {
      for (let at = 0; at < this.bytes.length; at += SLICE) yield this.bytes.subarray(at, at + SLICE);
      return;
    }
    const source = this.raw.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
    let length = 0;
    for (;;) {
      const coming = this.next(source);
      const first = await Promise.race([coming, afterAWhile()]);
      if (first === 'nothing') yield undefined;
      const next = await coming;
      if (next.done) break;
      const { value } = next;
      length += value.length;
      if (length > this.bounds.bytes) throw new TooLarge(this.bounds.bytes);
      yield value;
    }
    this.hasEnded = true;
  }

  private async next(source: AsyncIterator<Buffer>): Promise<IteratorResult<Buffer>> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new TooSlow()), this.bounds.milliseconds);
    });
    try {
      return await Promise.race([source.next(), silence]);
    } catch (error) {
      throw error instanceof ClientError ? error : new BadInput('The body is not complete.');
    } finally {
      clearTimeout(timer);
    }
  }
}

const SLICE = 65_536;

const isBlank = (bytes: Buffer): boolean =>
  bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);

const afterAWhile = (): Promise<'nothing'> =>
  new Promise((resolve) => void setTimeout(() => resolve('nothing'), GATHERING_MS).unref());

async function readLine(bytes: Buffer): Promise<Line> {
  try {
    if (bytes.length > BODY_LIMIT) throw new TooLarge(BODY_LIMIT);
    return { body: await readJson(bytes, valueLimit(BODY_LIMIT)) };
  } catch (error) {
    if (error instanceof ClientError) return { refusal: error };
    throw error;
  }
}
