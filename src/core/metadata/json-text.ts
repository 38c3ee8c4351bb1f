/** Characters that stand for themselves inside a JSON string. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** A string as JSON text. */
export const quoted = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));

/** A value as JSON text; faster than `JSON.stringify` for what most columns hold. */
export function jsonText(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'number' && Number.isFinite(value)) return `${value}`;
  return JSON.stringify(value) ?? 'null';
}
