import { BadInput, WrongType } from '../../../core/metadata/errors.js';
import { QueryString } from '../../../core/query/query-string.js';

/** Characters of all parameters at most: what their column takes. */
const MAX_LENGTH = 16_000;

/**
 * The filters and orders of an export as a query string: sent as one, as a list of `name=value`, or as the object that
 * PHP makes of a query (`{"trackingStatus": ["delivered"], "order": {"createdAt": "desc"}}`).
 * @throws BadInput.
 */
export function exportParams(sent: unknown): string {
  const text = pairsOf(sent)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  if (text.length > MAX_LENGTH) throw new BadInput('The "params" attribute is too long.');
  return text;
}

type Pair = readonly [name: string, value: string];

function pairsOf(sent: unknown): readonly Pair[] {
  if (sent === undefined || sent === null) return [];
  if (typeof sent === 'string') return new QueryString(sent.replace(/^\?/, '')).pairs;
  if (Array.isArray(sent))
    return (sent as unknown[]).flatMap((each, index) => inList(each, `params[${index}]`));
  if (typeof sent !== 'object') throw new WrongType('params', 'array', sent);
  return Object.entries(sent).flatMap(([name, value]) => flat(name, value, 2));
}

function inList(value: unknown, path: string): readonly Pair[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return pairsOf(value);
  if (typeof value !== 'string') throw new WrongType(path, 'string', value);
  return new QueryString(value).pairs;
}

/** `{"createdAt": {"after": …}}` is `createdAt[after]=…`. */
function flat(name: string, value: unknown, depth: number): Pair[] {
  if (value === null) return [];
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return [[name, String(value)]];
  if (depth === 0) throw new WrongType(name, 'string', value);
  const isList = Array.isArray(value);
  return Object.entries(value as object).flatMap(([key, each]) =>
    flat(isList && !name.includes('[') ? `${name}[]` : `${name}[${key}]`, each, depth - 1),
  );
}
