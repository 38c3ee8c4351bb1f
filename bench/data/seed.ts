/** What a random choice is about; each kind has choices of its own. */
export const KINDS = [
  'user',
  'team',
  'workspace',
  'client',
  'workflow',
  'status',
  'order',
  'order item',
  'shipment',
  'shipment item',
  'checkpoint',
  'review',
] as const;
export type Kind = (typeof KINDS)[number];

const SEED = 20_261_123;

/** 32 bits that look random and are the same everywhere. */
function mix(kind: number, index: number, part: number): number {
  let bits = Math.imul(SEED ^ Math.imul(kind + 1, 0x9e3779b1), 0x85ebca6b);
  for (const each of [index, part]) {
    bits = Math.imul(bits ^ each, 0xcc9e2d51);
    bits = Math.imul(bits ^ (bits >>> 15), 0x85ebca6b);
    bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
    bits ^= bits >>> 16;
  }
  return bits >>> 0;
}

/** The state from which a row's random choices begin. */
export const seedOf = (kind: Kind, index: number): number => mix(KINDS.indexOf(kind), index, 0);

/** A row's UUID: requests can name rows that nobody has read. */
export function idOf(kind: Kind, index: number): string {
  const number = KINDS.indexOf(kind);
  const hex = [1, 2, 3, 4].map((part) => mix(number, index, part).toString(16).padStart(8, '0')).join('');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
