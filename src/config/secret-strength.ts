/** Bits that a secret needs: what `openssl rand -hex 32` or `-base64 32` has. */
const NEEDED_BITS = 256;

/**
 * Bits that have to be left when repetition, runs and words are taken off. Random secrets lose a little by chance (of ten
 * million none fell below 190), passphrases and patterns of the same length most of it.
 */
const LEFT_BITS = 160;

/** Words of six letters and more that no generator writes: of examples, of what the secret is for, of bad passwords. */
const COMMON =
  /secret|password|passphrase|waybill|trackmage|changeme|example|production|development|encryption|default|insecure|replaceme|letmein|welcome|iloveyou|football|baseball|sunshine|princess|batterystaple/;

const MASKED: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/** `S3cr3t` and `change-me` as they are meant. */
const unmasked = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[013457@$]/g, (sign) => MASKED[sign] ?? sign)
    .replace(/[^a-z]/g, '');

const SENTENCE = /^(?:(?:[A-Z]?[a-z]+|[A-Z]+)(?:[^A-Za-z]+|$))+$/;
const WORDS = /[A-Z]?[a-z]+|[A-Z]+/g;

/** What a word of a sentence tells, and how many letters count as one when nothing parts them. */
const WORD = { bits: 8, letters: 6 };

const KEYBOARD = [
  '`1234567890-=',
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
];

/** Four characters are the shortest piece that chance alone seldom makes. */
const PIECE = 4;

/**
 * Whether a secret is too easy to guess to sign or encrypt with: shorter than 32 random bytes, or mostly repetition,
 * neighbours of the alphabet or the keyboard, or words. A simple estimate; what a generator of random bytes writes as hex
 * or base64 passes.
 */
export function isWeakSecret(secret: string): boolean {
  const text = secret.replace(/=+$/, '');
  if (text.length * bitsOfOne(text) < NEEDED_BITS || COMMON.test(unmasked(text))) return true;
  return Math.min(patternBits(text), frequencyBits(text)) < LEFT_BITS;
}

/** Bits of a character, if all characters of its kinds were as likely. */
function bitsOfOne(text: string): number {
  if (/^\d*$/.test(text)) return Math.log2(10);
  if (/^(?:[\da-f]*|[\dA-F]*)$/.test(text)) return 4;
  const [hasLower, hasUpper, hasDigit] = [/[a-z]/, /[A-Z]/, /\d/].map((kind) => kind.test(text));
  if (hasLower && hasUpper && /^[\w+/-]*$/.test(text)) return 6;
  const others = new Set(text.replace(/[\da-zA-Z]/g, '')).size;
  return Math.log2((hasLower ? 26 : 0) + (hasUpper ? 26 : 0) + (hasDigit ? 10 : 0) + others);
}

/** Bits by how often each character occurs. */
function frequencyBits(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + count * Math.log2(text.length / count), 0);
}

/** Bits of what is left without repetition and runs. */
function patternBits(text: string): number {
  const left = withoutPatterns(text);
  return isProse(text) ? proseBits(left) : left.replaceAll('\0', '').length * bitsOfOne(text);
}

/** Whether it is words with something between them, or letters of one case alone: hex and base64 are neither. */
function isProse(text: string): boolean {
  const words = text.match(WORDS) ?? [];
  const letters = words.join('').length;
  return letters > text.length * 0.7 && letters >= 3 * words.length && SENTENCE.test(text);
}

/** A word counts as one choice among some thousands, what parts words as nothing. */
const proseBits = (text: string): number =>
  (text.match(WORDS) ?? []).reduce((sum, word) => sum + WORD.bits * Math.ceil(word.length / WORD.letters), 0);

/** The text with `\0` in place of characters that could be told from those before them. */
function withoutPatterns(text: string): string {
  const folded = text.toLowerCase();
  return [...text]
    .map((character, at) => {
      const piece = folded.slice(Math.max(0, at - PIECE + 1), at + 1);
      const isTold = piece.length === PIECE && (folded.indexOf(piece) <= at - PIECE || isRun(piece));
      return isTold ? '\0' : character;
    })
    .join('');
}

/** `aaaa`, `abcd`, `4321`, `qwer`: each step as the one before. */
function isRun(piece: string): boolean {
  const steps = [...piece].slice(1).map((character, at) => character.charCodeAt(0) - piece.charCodeAt(at));
  if (Math.abs(steps[0] ?? 2) <= 1 && steps.every((step) => step === steps[0])) return true;
  const reversed = [...piece].reverse().join('');
  return KEYBOARD.some((row) => row.includes(piece) || row.includes(reversed));
}
