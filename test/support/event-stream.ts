import { setTimeout as pause } from 'node:timers/promises';
import type { Body } from './api.js';

/** An event of a stream; `data` as JSON. */
export interface StreamedEvent {
  readonly id: string;
  readonly data: Body;
}

/** A subscriber of a Mercure hub. */
export interface Listener {
  readonly status: number;
  readonly headers: Headers;
  /** What it has heard so far, in order. */
  readonly events: StreamedEvent[];
  /** Whether the server has ended the stream. */
  readonly hasEnded: () => boolean;
  /** Waits until this holds. @throws after so many milliseconds. */
  until(condition: (events: readonly StreamedEvent[]) => boolean, within?: number): Promise<void>;
  untilEnded(within?: number): Promise<void>;
  close(): void;
}

export interface ListenOptions {
  readonly topics: readonly string[];
  readonly token?: string;
  readonly lastEventId?: string;
  readonly headers?: Record<string, string>;
  /** Other parameters of the query. */
  readonly query?: Record<string, string>;
}

/** Opens a stream; its events are gathered until it is closed. */
export async function listen(
  url: string,
  { topics, token, lastEventId, headers = {}, query = {} }: ListenOptions,
): Promise<Listener> {
  const target = new URL('/.well-known/mercure', url);
  for (const topic of topics) target.searchParams.append('topic', topic);
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  const controller = new AbortController();
  const response = await fetch(target, {
    signal: controller.signal,
    headers: {
      accept: 'text/event-stream',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      ...headers,
    },
  });
  const events: StreamedEvent[] = [];
  let ended = false;
  const read = async (): Promise<void> => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const bytes of response.body ?? []) {
      text += decoder.decode(bytes as Uint8Array, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const line = (name: string): string | undefined =>
          block
            .split('\n')
            .find((each) => each.startsWith(`${name}: `))
            ?.slice(name.length + 2);
        const [id, data] = [line('id'), line('data')];
        if (id !== undefined && data !== undefined) events.push({ id, data: JSON.parse(data) });
      }
    }
  };
  void read()
    .catch(() => undefined)
    .finally(() => (ended = true));
  const waitFor = async (holds: () => boolean, within: number, what: string): Promise<void> => {
    const end = Date.now() + within;
    while (!holds()) {
      if (Date.now() > end) throw new Error(`${what}: not within ${within} ms, ${events.length} events.`);
      await pause(10);
    }
  };
  return {
    status: response.status,
    headers: response.headers,
    events,
    hasEnded: () => ended,
    until: (condition, within = 5000) => waitFor(() => condition(events), within, 'events'),
    untilEnded: (within = 5000) => waitFor(() => ended, within, 'end of the stream'),
    close: () => controller.abort(),
  };
}
