import { BadInput } from '../metadata/errors.js';
import { DEPTH_LIMIT } from './body-limits.js';
import { nextSlice } from './time-slices.js';

/** Bytes that are parsed in one go: less than a millisecond. */
const PIECE = 65_536;

/** Bytes that are looked through in one go. */
const LOOK = 1_048_576;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads JSON. How deep it is and how many values it has is found out before any of it is parsed. A long text is parsed
 * piece by piece, and other requests go on between them.
 * @throws BadInput when it is no JSON, is nested too deeply, or has more values than that.
 */
export async function readJson(bytes: Buffer, mostValues: number): Promise<unknown> {
  const outline = new Outline(bytes, mostValues);
  for (let until = LOOK; !outline.look(until); until += LOOK) await nextSlice();
  if (bytes.length <= PIECE) return parse(bytes);
  return parsePieces(bytes, 0, bytes.length, outline.large);
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes)) as unknown;
  } catch {
    throw new BadInput('Syntax error');
  }
}

/** Looks through JSON without parsing it, as far as it is told, and then on from there. */
class Outline {
  /** Where lists and objects end that are too long to be parsed in one go, by where they begin. */
  readonly large = new Map<number, number>();
  private readonly open: number[] = [];
  private values = 1;
  private at = 0;

  constructor(
    private readonly bytes: Buffer,
    private readonly mostValues: number,
  ) {}

  /** @returns whether this was all of it. @throws BadInput when there is too much of it. */
  look(until: number): boolean {
    const { bytes, open } = this;
    const end = Math.min(until, bytes.length);
    while (this.at < end) {
      const byte = bytes[this.at] as number;
      if (byte === QUOTE) {
        this.at = endOfText(bytes, this.at);
        continue;
      }
      if (byte === COMMA) this.count();
      else if (byte === OBJECT || byte === LIST) {
        if (open.push(this.at) > DEPTH_LIMIT) throw new BadInput('The body is nested too deeply.');
        this.count();
      } else if (byte === OBJECT_END || byte === LIST_END) {
        const start = open.pop();
        if (start !== undefined && this.at - start >= PIECE) this.large.set(start, this.at + 1);
      }
      this.at++;
    }
    return this.at >= bytes.length;
  }

  private count(): void {
    if (++this.values > this.mostValues)
      throw new BadInput(`The body has too many values. It should have ${this.mostValues} or less.`);
  }
}

/** The position behind the text that begins with a quote there. */
function endOfText(bytes: Buffer, start: number): number {
  for (let at = start + 1; ; at++) {
    at = bytes.indexOf(QUOTE, at);
    if (at < 0) return bytes.length;
    let escapes = at;
    while (bytes[escapes - 1] === BACKSLASH) escapes--;
    if ((at - escapes) % 2 === 0) return at + 1;
  }
}

/** The value between two positions. Lists and objects that are large are made of pieces of their members. */
async function parsePieces(
  bytes: Buffer,
  from: number,
  to: number,
  large: ReadonlyMap<number, number>,
): Promise<unknown> {
  const start = skipBlanks(bytes, from);
  const end = large.get(start);
  if (end === undefined) {
    await nextSlice();
    return parse(bytes.subarray(from, to));
  }
  // nothing but blanks may stand behind it
  if (skipBlanks(bytes, end) < to) throw new BadInput('Syntax error');
  const isList = bytes[start] === LIST;
  if (bytes[end - 1] !== (isList ? LIST_END : OBJECT_END)) throw new BadInput('Syntax error');
  const members = isList ? new ListPieces() : new ObjectPieces();
  for (const piece of piecesOf(bytes, start + 1, end - 1, large)) {
    if (piece.large === undefined) {
      await nextSlice();
      members.add(bytes.subarray(piece.from, piece.to), piece.isAll);
    } else {
      const name = bytes.subarray(piece.from, piece.large);
      members.addOne(name, await parsePieces(bytes, piece.large, piece.to, large));
    }
  }
  return members.value;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  /** Where the one value of the piece begins, which is large. */
  readonly large?: number;
  /** There is no other piece, so it may have no member. */
  readonly isAll: boolean;
}

/** Some members of a list or object at a time, without the comma behind them. */
function* piecesOf(
  bytes: Buffer,
  from: number,
  to: number,
  large: ReadonlyMap<number, number>,
): Generator<Piece> {
  let begin = from;
  let member = from;
  let big: number | undefined;
  let depth = 0;
  for (let at = from; at < to;) {
    const byte = bytes[at] as number;
    const end = large.get(at);
    if (end !== undefined) {
      big = at;
      at = end;
      if (begin < member) yield { from: begin, to: member - 1, isAll: false };
      begin = member;
      continue;
    }
    if (byte === QUOTE) {
      at = endOfText(bytes, at);
      continue;
    }
    if (byte === OBJECT || byte === LIST) depth++;
    else if (byte === OBJECT_END || byte === LIST_END) depth--;
    else if (byte === COMMA && depth === 0) {
      if (big !== undefined || at - begin >= PIECE) {
        yield { from: begin, to: at, isAll: false, ...(big === undefined ? {} : { large: big }) };
        begin = at + 1;
        big = undefined;
      }
      member = at + 1;
    }
    at++;
  }
  yield { from: begin, to, isAll: begin === from, ...(big === undefined ? {} : { large: big }) };
}

class ListPieces {
  readonly value: unknown[] = [];

  add(members: Buffer, mayBeNone: boolean): void {
    const some = parse(Buffer.concat([Buffer.from('['), members, Buffer.from(']')])) as unknown[];
    if (some.length === 0 && !mayBeNone) throw new BadInput('Syntax error');
    for (const each of some) this.value.push(each);
  }

  addOne(name: Buffer, value: unknown): void {
    if (skipBlanks(name, 0) < name.length) throw new BadInput('Syntax error');
    this.value.push(value);
  }
}

class ObjectPieces {
  readonly value: Record<string, unknown> = {};

  add(members: Buffer, mayBeNone: boolean): void {
    const some = parse(Buffer.concat([Buffer.from('{'), members, Buffer.from('}')])) as object;
    const entries = Object.entries(some);
    if (entries.length === 0 && !mayBeNone) throw new BadInput('Syntax error');
    for (const [key, value] of entries) this.set(key, value);
  }

  addOne(name: Buffer, value: unknown): void {
    const colon = name.lastIndexOf(COLON);
    const key =
      colon < 0 || skipBlanks(name, colon + 1) < name.length ? undefined : parse(name.subarray(0, colon));
    if (typeof key !== 'string') throw new BadInput('Syntax error');
    this.set(key, value);
  }

  /** As JSON.parse does: `__proto__` is a key like any other. */
  private set(key: string, value: unknown): void {
    Object.defineProperty(this.value, key, { value, writable: true, enumerable: true, configurable: true });
  }
}

const BLANKS = new Set([0x20, 0x09, 0x0a, 0x0d]);

function skipBlanks(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && BLANKS.has(bytes[at] as number)) at++;
  return at;
}
