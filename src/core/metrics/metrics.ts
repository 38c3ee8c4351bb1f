import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const QUICK = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Connections of a pool, at a moment. */
export interface PoolState {
  readonly busy: number;
  readonly idle: number;
  readonly waiting: number;
}

/** What this process measures of itself, in Prometheus' words; seconds everywhere. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the head of a request to the end of its answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: QUICK,
    registers: [this.registry],
  });
  private readonly queries = new Histogram({
    name: 'database_query_duration_seconds',
    help: 'Time of a statement on the database, by its first word.',
    labelNames: ['statement'] as const,
    buckets: QUICK,
    registers: [this.registry],
  });
  private readonly waits = new Histogram({
    name: 'database_pool_wait_seconds',
    help: 'Time for which a request waited for a connection.',
    buckets: QUICK,
    registers: [this.registry],
  });
  private readonly deliveries = this.counter(
    'webhook_deliveries_total',
    'Requests to webhooks, by what came of them: success, failed (it is tried again), dead (it was given up).',
    ['outcome'],
  );
  private readonly mails = this.counter(
    'mails_total',
    'E-mails that were to go out: sent, failed (they are tried again), dead (they were given up).',
    ['outcome'],
  );
  private readonly providers = this.counter(
    'tracking_provider_requests_total',
    'Rounds in which a tracking provider was asked for parcels: answered or failed.',
    ['provider', 'outcome'],
  );
  private isWhole = false;

  /** `route` is the pattern, so that there are as many series as there are routes. */
  answered(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }

  queried(statement: string, seconds: number): void {
    this.queries.observe({ statement }, seconds);
  }

  waited(seconds: number): void {
    this.waits.observe(seconds);
  }

  webhookTold(outcome: 'success' | 'failed' | 'dead'): void {
    this.deliveries.inc({ outcome });
  }

  mailTried(outcome: 'sent' | 'failed' | 'dead'): void {
    this.mails.inc({ outcome });
  }

  providerAsked(provider: string, outcome: 'answered' | 'failed'): void {
    this.providers.inc({ provider, outcome });
  }

  /** Something that is counted whenever somebody looks. While `read` fails, such as without a database, nothing is told of it. */
  watch<L extends string>(
    { name, help, labels = [] }: { name: string; help: string; labels?: readonly L[] },
    read: () => Promise<readonly { readonly value: number; readonly labels?: Readonly<Record<L, string>> }[]>,
  ): void {
    new Gauge({
      name,
      help,
      labelNames: [...labels],
      registers: [this.registry],
      async collect() {
        const found = await read().catch(() => []);
        this.reset();
        if (labels.length === 0 && found.length === 0) this.remove();
        for (const each of found) this.set(each.labels ?? {}, each.value);
      },
    });
  }

  /** Tells of a pool as it is whenever somebody looks. */
  watchPool(stateNow: () => PoolState): void {
    new Gauge({
      name: 'database_pool_connections',
      help: 'Connections to the database; `waiting` are requests without one.',
      labelNames: ['state'] as const,
      registers: [this.registry],
      collect() {
        for (const [state, count] of Object.entries(stateNow())) this.set({ state }, count as number);
      },
    });
  }

  private counter<L extends string>(name: string, help: string, labels: readonly L[]): Counter<L> {
    return new Counter({ name, help, labelNames: [...labels], registers: [this.registry] });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** The text that Prometheus reads. The process's own figures are there from the first look on. */
  text(): Promise<string> {
    if (!this.isWhole) {
      collectDefaultMetrics({ register: this.registry });
      // gauges under names of counters, which Prometheus' own check refuses; the same figures are there without `_total`
      for (const kind of ['handles', 'requests', 'resources'])
        this.registry.removeSingleMetric(`nodejs_active_${kind}_total`);
    }
    this.isWhole = true;
    return this.registry.metrics();
  }
}
