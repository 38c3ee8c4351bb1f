import {
  type Attributes,
  context,
  type Context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

const tracer = trace.getTracer('waybill');
const STATEMENT = /^\s*\(?(\w+)/;
/** Characters of a statement in a span. */
const SHOWN = 2000;
/** Links of a span at most, as the SDK has it. */
const MAX_LINKS = 128;

let isOn = false;

/** Spans are made from now on; before, everything here costs a comparison. */
export function turnOn(): void {
  isOn = true;
}

export const isTracing = (): boolean => isOn;

/** What W3C's `traceparent` says of the span that is under way, for whoever goes on with it; null: there is none. */
export function traceparentNow(): string | null {
  if (!isOn) return null;
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? null;
}

/** The headers that pass the trace on to another server. */
export function traceHeaders(): Record<string, string> {
  const carrier: Record<string, string> = {};
  if (isOn) propagation.inject(context.active(), carrier);
  return carrier;
}

const contextOf = (traceparent: string): Context => propagation.extract(ROOT_CONTEXT, { traceparent });

/** Work of a process that goes on with what requests have begun, maybe long ago and elsewhere. */
export interface Continued {
  readonly name: string;
  readonly kind: 'consumer' | 'client';
  /** Of the requests that it goes on with: the first is its parent, the others are linked. */
  readonly traceparents: readonly (string | null)[];
  /** Ids, counts and codes; nothing of a person, no URL and no payload. */
  readonly attributes: Attributes;
}

/** Does the work in a span; `describe` adds what came of it. What is thrown makes the span fail, by its name alone. */
export async function inSpan<T>(
  { name, kind, traceparents, attributes }: Continued,
  work: () => Promise<T>,
  describe: (result: T) => Attributes & { readonly failed?: boolean } = () => ({}),
): Promise<T> {
  if (!isOn) return work();
  const [parent = ROOT_CONTEXT, ...others] = [...new Set(traceparents)]
    .filter((each) => each !== null)
    .map(contextOf);
  const links = others.slice(0, MAX_LINKS).flatMap((other) => trace.getSpanContext(other) ?? []);
  const span = tracer.startSpan(
    name,
    {
      kind: kind === 'client' ? SpanKind.CLIENT : SpanKind.CONSUMER,
      attributes,
      links: links.map((each) => ({ context: each })),
    },
    parent,
  );
  try {
    const result = await context.with(trace.setSpan(parent, span), work);
    const { failed, ...more } = describe(result);
    span.setAttributes(more);
    if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
    return result;
  } catch (error) {
    fail(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** An error's message may carry what somebody sent. */
function fail(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', error instanceof Error ? error.name : 'Error');
}

/**
 * A statement that has run, within what is under way; statements of no request and no job are not told. Its values are
 * question marks. `began`: a moment of `performance.now()`.
 */
export function traceStatement(sql: string, system: string, began: number): void {
  if (!isOn || !trace.getActiveSpan()) return;
  const operation = STATEMENT.exec(sql)?.[1]?.toUpperCase() ?? 'SQL';
  const span = tracer.startSpan(operation, {
    kind: SpanKind.CLIENT,
    startTime: performance.timeOrigin + began,
    attributes: {
      'db.system.name': system,
      'db.operation.name': operation,
      'db.query.text': sql.replace(/\s+/g, ' ').slice(0, SHOWN),
    },
  });
  // by the same clock as its beginning
  span.end(performance.timeOrigin + performance.now());
}

/** A request that came in, within what its `traceparent` says. */
export interface RequestSpan {
  /** Does something within the span. */
  readonly run: (work: () => void) => void;
  /** `route`: the pattern of its path. */
  readonly end: (route: string | undefined, status: number) => void;
}

/** Undefined while there are no spans. */
export function beginRequest(
  method: string,
  headers: Record<string, string | string[] | undefined>,
): RequestSpan | undefined {
  if (!isOn) return undefined;
  const parent = propagation.extract(ROOT_CONTEXT, headers);
  const span = tracer.startSpan(
    method,
    { kind: SpanKind.SERVER, attributes: { 'http.request.method': method } },
    parent,
  );
  const within = trace.setSpan(parent, span);
  return {
    run: (work) => context.with(within, work),
    end: (route, status) => {
      if (route !== undefined) {
        span.updateName(`${method} ${route}`);
        span.setAttribute('http.route', route);
      }
      span.setAttribute('http.response.status_code', status);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}
