import { AuthenticationError, ConnectionError, errorOf, ForbiddenError, ValidationError } from './errors.js';
import { linesOf } from './lines.js';
import { pause } from './transport.js';

/** A change of an item. */
export interface ChangeEvent {
  /** Give it as `lastEventId` to go on after this one. */
  readonly id: string;
  /** The item as JSON-LD; of a deleted one `@id` alone. */
  readonly data: { readonly '@id': string } & Readonly<Record<string, unknown>>;
}

export interface ChangesOptions {
  /** The id of the last change that was handled, or `earliest`: what has been since then, of the last 24 hours, comes first. */
  readonly lastEventId?: string;
  /** Called when the feed listens; again after each connection that broke off. */
  readonly onOpen?: () => void;
  /** Called when a connection has broken off, which is made again. */
  readonly onClose?: () => void;
  /** Called when changes may be missing, because the server does not know the last one any more: read the lists again. */
  readonly onGap?: () => void;
  readonly signal?: AbortSignal;
}

/** Sends the GET of the feed, with a token. */
type Open = (headers: Record<string, string>, signal: AbortSignal | undefined) => Promise<Response>;

const RETRY_MS = 1000;
const MAX_RETRY_MS = 30_000;

/** Listens until the signal ends it; a connection that breaks off is made again, and goes on after the last change. */
export async function* follow(
  open: Open,
  { lastEventId, onOpen, onClose, onGap, signal }: ChangesOptions,
): AsyncGenerator<ChangeEvent, void, undefined> {
  let last = lastEventId;
  let failures = 0;
  while (!signal?.aborted) {
    try {
      const response = await open(last === undefined ? {} : { 'Last-Event-ID': last }, signal);
      if (!response.ok || !response.body) throw await errorOf(response);
      const from = response.headers.get('last-event-id');
      if (last !== undefined && last !== 'earliest' && from === 'earliest') onGap?.();
      failures = 0;
      onOpen?.();
      // an empty feed begins somewhere too: a connection that breaks off before the first change loses none
      last ??= from ?? undefined;
      for await (const event of eventsIn(response.body)) {
        last = event.id;
        yield event;
      }
    } catch (error) {
      if (signal?.aborted) return;
      const isFinal = [AuthenticationError, ForbiddenError, ValidationError].some(
        (each) => error instanceof each,
      );
      if (isFinal) throw error;
    }
    if (signal?.aborted) return;
    onClose?.();
    const wait = Math.min(RETRY_MS * 2 ** failures++, MAX_RETRY_MS) * (0.5 + Math.random());
    await pause(wait, signal).catch(() => undefined);
  }
}

/** Server-Sent Events. @throws ConnectionError when the stream breaks off. */
async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<ChangeEvent, void, undefined> {
  let id = '';
  let data: string[] = [];
  try {
    for await (const line of linesOf(body)) {
      const [, field = '', value = ''] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
      if (line !== '') {
        if (field === 'id') id = value;
        else if (field === 'data') data.push(value);
      } else if (data.length > 0) {
        yield { id, data: JSON.parse(data.join('\n')) as ChangeEvent['data'] };
        data = [];
      }
    }
  } catch (error) {
    throw new ConnectionError('The feed broke off.', { cause: error });
  }
}
