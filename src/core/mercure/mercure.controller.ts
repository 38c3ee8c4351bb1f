import type { ServerResponse } from 'node:http';
import { urlQueryOf } from '../http/url-query.js';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { routeOptions } from '../http/route-options.js';
import { BadInput, Unavailable } from '../metadata/errors.js';
import { Operation, Operations } from '../openapi/operation.js';
import { Hub } from './hub.js';
import { MercureGuard, type SubscriberRequest } from './mercure.guard.js';
import { PUBLIC_URL } from './public-url.js';
import type { Subscription } from './stream.js';
import { MAX_TOPIC_LENGTH, MAX_TOPICS, topicMatcher } from './topics.js';

export const HUB_PATH = '/.well-known/mercure';

/** `/workspaces/{uuid}/…`: nothing else than this workspace is meant. */
const OF_WORKSPACE = /^\/workspaces\/([0-9a-f-]{36})(?:\/|$)/i;

/** The Mercure hub of this server: changes of orders, shipments, their items and reviews as Server-Sent Events. */
@Operations({ tag: { name: 'Changes', description: 'Changes as they happen, by the Mercure protocol.' } })
@Controller(HUB_PATH)
export class MercureController {
  constructor(
    private readonly hub: Hub,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  @Get()
  @routeOptions({ guard: MercureGuard })
  @Operation({
    id: 'subscribe',
    summary: 'Listens to changes as they happen',
    description:
      'Server-Sent Events, one for each change of an order, a shipment, one of their items, or a review that the token may read: the item as JSON-LD; of a deleted one `@id` alone. Browsers that cannot set the header send the token in the cookie `mercureAuthorization`.',
    parameters: [
      {
        name: 'topic',
        in: 'query',
        required: true,
        description:
          'What to listen to, as often as needed: an IRI (`/shipments/…`, `/workspaces/…/shipments`), a URI template (`/shipments/{id}`), or `*`.',
        schema: {
          type: 'array',
          minItems: 1,
          maxItems: MAX_TOPICS,
          items: { type: 'string', maxLength: MAX_TOPIC_LENGTH },
        },
        style: 'form',
        explode: true,
      },
      {
        name: 'lastEventID',
        in: 'query',
        required: false,
        description:
          'The id of the last event that was received, or `earliest`: what has been since then, of the last 24 hours, comes first.',
        schema: { type: 'string' },
      },
      {
        name: 'Last-Event-ID',
        in: 'header',
        required: false,
        description: 'As `lastEventID`, and before it: what EventSource sends when it connects again.',
        schema: { type: 'string' },
      },
    ],
    answer: {
      description: 'Events until either side ends the stream.',
      headers: ['Last-Event-ID'],
      content: () => ({ 'text/event-stream': { schema: { type: 'string' } } }),
    },
    errors: [400, 401, 403],
  })
  async subscribe(@Req() request: SubscriberRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = urlQueryOf(request);
    const subscription = this.subscriptionOf(request, query.getAll('topic'));
    const lastEventId = request.headers['last-event-id'] ?? query.get('lastEventID') ?? undefined;
    if (!this.hub.isOpen) throw new Unavailable();
    const beginning = await this.hub.prepare(subscription, lastEventId?.toString());
    reply.hijack();
    const response: ServerResponse = reply.raw;
    response.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'private, no-cache, no-store, must-revalidate, max-age=0',
      'X-Accel-Buffering': 'no',
      ...(beginning.from === undefined ? {} : { 'Last-Event-ID': beginning.from }),
    });
    if (request.method === 'HEAD') response.end();
    else await this.hub.open(subscription, beginning, response);
  }

  /** @throws BadInput. */
  private subscriptionOf({ session }: SubscriberRequest, topics: readonly string[]): Subscription {
    if (topics.length === 0) throw new BadInput('The parameter "topic" is missing.');
    if (topics.length > MAX_TOPICS) throw new BadInput(`There may be ${MAX_TOPICS} topics at most.`);
    const matchers = topics.map((topic) => topicMatcher(topic, this.publicUrl));
    const named = topics.map((topic) =>
      OF_WORKSPACE.exec(topic.replace(this.publicUrl, ''))?.[1]?.toLowerCase(),
    );
    const all = session.caller.scope.workspaceIds;
    const workspaces = named.includes(undefined)
      ? all
      : new Map([...all].filter(([id]) => named.includes(id.toLowerCase())));
    return { session, matchers, workspaces };
  }
}
