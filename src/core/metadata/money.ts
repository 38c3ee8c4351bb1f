/** Money is kept in ten-thousandths, as an integer, so that it is exact and compares alike on every database. */
const SCALE = 10_000;
const DECIMAL = /^([+-]?)(\d{1,11})(?:\.(\d{0,10}))?$/;

/** `"12.5"` as 125000. Undefined when it is no decimal number, or has more than four places, or is beyond 10^11. */
export function parseMoney(text: string): number | undefined {
  const match = DECIMAL.exec(text.trim());
  if (!match) return undefined;
  const places = (match[3] ?? '').replace(/0+$/, '');
  if (places.length > 4) return undefined;
  const value = Number(match[2]) * SCALE + Number(places.padEnd(4, '0'));
  return match[1] === '-' && value !== 0 ? -value : value;
}

/** 125000 as `"12.50"`: at least two places, at most four. */
export function formatMoney(stored: number): string {
  const whole = Math.trunc(Math.abs(stored) / SCALE);
  const places = String(Math.abs(stored) % SCALE).padStart(4, '0');
  return `${stored < 0 ? '-' : ''}${whole}.${places.slice(0, 2)}${places.slice(2).replace(/0+$/, '')}`;
}

/** 125000 as `"12.5000"`: always four places. For what is more than a number holds exactly, a bigint. */
export function fourPlaces(stored: number | bigint): string {
  const amount = BigInt(stored);
  const digits = String(amount < 0n ? -amount : amount).padStart(5, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
