import { Writable } from 'node:stream';
import type { Session } from '../../core/http/authenticator.js';
import type { Hub } from '../../core/mercure/hub.js';
import { partsOf } from './resources.js';

/** Resources that a session may follow at most. */
const MAX_SUBSCRIPTIONS = 200;

/** Follows resources for a session: one stream of the change feed, which ends with the token that it was opened with. */
export class SessionFeed {
  /** The URIs as they were subscribed to, by the topics of the feed. */
  private readonly uris = new Map<string, string>();
  private stream: Writable | undefined;
  private session: Session | undefined;

  constructor(
    private readonly hub: Hub,
    private readonly tell: (uri: string) => void,
  ) {}

  /** The session's token is this one from now on: a feed that has ended with an older one goes on. */
  async renew(session: Session): Promise<void> {
    this.session = session;
    if (this.uris.size > 0) await this.open();
  }

  async subscribe(uri: string): Promise<void> {
    const topic = topicOf(uri);
    if (topic === undefined || (this.uris.size >= MAX_SUBSCRIPTIONS && !this.uris.has(topic))) return;
    this.uris.set(topic, uri);
    await this.open();
  }

  unsubscribe(uri: string): void {
    this.uris.delete(topicOf(uri) ?? '');
    if (this.uris.size === 0) this.close();
  }

  close(): void {
    this.stream?.destroy();
    this.stream = undefined;
  }

  private async open(): Promise<void> {
    const { session } = this;
    if (!session || !this.hub.isOpen || (this.stream && !this.stream.destroyed && !this.stream.writableEnded))
      return;
    const stream = new Writable({
      decodeStrings: false,
      write: (text: string, _, done) => {
        this.heard(text);
        done();
      },
    });
    stream.on('finish', () => stream.destroy());
    this.stream = stream;
    const matches = (topics: ReadonlySet<string>): boolean => [...topics].some((each) => this.uris.has(each));
    const subscription = { session, workspaces: session.caller.scope.workspaceIds, matchers: [matches] };
    await this.hub.open(subscription, await this.hub.prepare(subscription, undefined), stream);
  }

  /** An event of the feed: the item's IRI is its topic. */
  private heard(text: string): void {
    const [, data] = /^data: (.*)$/m.exec(text) ?? [];
    if (data === undefined) return;
    const uri = this.uris.get(String((JSON.parse(data) as { '@id'?: unknown })['@id']));
    if (uri !== undefined) this.tell(uri);
  }
}

function topicOf(uri: string): string | undefined {
  const parts = partsOf(uri);
  return parts && `/${parts.kind}/${parts.id}`;
}
