import { BadInput } from '../metadata/errors.js';

/** What a subscriber may name at most. */
export const MAX_TOPICS = 100;
export const MAX_TOPIC_LENGTH = 500;

/** Whether one of an update's topics is meant. */
export type TopicMatcher = (topics: ReadonlySet<string>) => boolean;

/** `{id}` is one segment of a path, `{+path}` any number of them (RFC 6570, levels 1 and 2). */
const EXPRESSION = /\{(\+?)(\w+)\}/g;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/**
 * A topic selector of the Mercure protocol: an IRI (`/shipments/…`), a URI template (`/workspaces/{id}/shipments`), or `*`.
 * @param publicUrl Clients may name the same topics with the server's address in front.
 * @throws BadInput.
 */
export function topicMatcher(selector: string, publicUrl: string): TopicMatcher {
  if (selector.length > MAX_TOPIC_LENGTH)
    throw new BadInput(`A topic has ${MAX_TOPIC_LENGTH} characters at most.`);
  if (selector === '*') return () => true;
  const topic = selector.startsWith(`${publicUrl}/`) ? selector.slice(publicUrl.length) : selector;
  if (!/[{}]/.test(topic)) return (topics) => topics.has(topic);
  const fixed = topic.split(EXPRESSION).filter((_, index) => index % 3 === 0);
  if (fixed.some((text) => /[{}]/.test(text)))
    throw new BadInput(`"${selector}" is no URI template that is understood here: use {name} or {+name}.`);
  const expressions = [...topic.matchAll(EXPRESSION)].map(([, plus]) => (plus ? '.+' : '[^/]+'));
  if (expressions.filter((each) => each === '.+').length > 1)
    throw new BadInput(`"${selector}" has more than one {+name}.`);
  const pattern = new RegExp(
    `^${fixed.map((text, at) => escaped(text) + (expressions[at] ?? '')).join('')}$`,
  );
  return (topics) => {
    for (const each of topics) if (pattern.test(each)) return true;
    return false;
  };
}

const ITEM = /^\/[a-z_]+\/[0-9a-f-]{36}$/;

/**
 * The topics of an update: its item, the list of all such items, and their lists below the items that it refers to
 * (`/workspaces/…/shipments`).
 * @param entity The path of the item's resource: `shipments`.
 */
export function topicsOf(entity: string, id: string, item: Readonly<Record<string, unknown>>): Set<string> {
  const topics = new Set([`/${entity}/${id}`, `/${entity}`]);
  for (const value of Object.values(item).flat()) {
    const iri = typeof value === 'object' && value !== null ? (value as { '@id'?: unknown })['@id'] : value;
    if (typeof iri === 'string' && ITEM.test(iri)) topics.add(`${iri}/${entity}`);
  }
  topics.delete(`/${entity}/${id}/${entity}`);
  return topics;
}
