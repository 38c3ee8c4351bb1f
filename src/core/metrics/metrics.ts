import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

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

  get contentType(): string {
    return this.registry.contentType;
  }

  /** The text that Prometheus reads. The process's own figures are there from the first look on. */
  text(): Promise<string> {
    if (!this.isWhole) collectDefaultMetrics({ register: this.registry });
    this.isWhole = true;
    return this.registry.metrics();
  }
}
