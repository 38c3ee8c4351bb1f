import type { FastifyReply } from 'fastify';
import type { PageView } from '../hydra/collection.js';

/** By how much a client needs them. */
const RELATIONS = [
  ['next', 'hydra:next'],
  ['prev', 'hydra:previous'],
  ['first', 'hydra:first'],
  ['last', 'hydra:last'],
] as const;

/** Characters of the links of one answer: proxies and clients bound what they take as headers, and a query may be long. */
const MAX_LINKS_LENGTH = 3_000;
/** Characters of a link to the next page, without which a list cannot be followed: Node's clients take 16 KiB in all. */
const MAX_NEXT_LINK_LENGTH = 12_000;

/**
 * Says beside a page that has no envelope how many rows there are and where the other pages are. What leads to the
 * documentation stays first: Hydra clients look for it with a greedy pattern.
 */
export function tellPage(reply: FastifyReply, view: PageView | undefined, total: number | undefined): void {
  if (total !== undefined) void reply.header('X-Total-Count', String(total));
  let links = '';
  for (const [relation, name] of RELATIONS) {
    const target = view?.[name];
    if (target === undefined) continue;
    const link = `, <${target}>; rel="${relation}"`;
    if (links.length + link.length <= (relation === 'next' ? MAX_NEXT_LINK_LENGTH : MAX_LINKS_LENGTH))
      links += link;
  }
  if (links !== '') void reply.header('Link', `${String(reply.getHeader('Link'))}${links}`);
}
