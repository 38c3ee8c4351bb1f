/** Characters of a piece; in UTF-8 a text column takes them whatever they are. */
const MAX_CHUNK_LENGTH = 20_000;

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

/** A text in pieces that a text column takes; together they are the text. There is at least one. */
export function splitIntoChunks(text: string): [string, ...string[]] {
  const pieces: [string, ...string[]] = [''];
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + MAX_CHUNK_LENGTH, text.length);
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end--;
    if (at === 0) pieces[0] = text.slice(0, end);
    else pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}
