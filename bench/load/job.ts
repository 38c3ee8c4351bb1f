/** Requests of one kind that are sent again and again, in turn. */
export interface Requests {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Sent in turn; each `{unique}` becomes a text that no other request has. */
  readonly bodies?: readonly string[];
}

/** What the load process is asked to do. */
export interface Job {
  readonly url: string;
  readonly requests: Requests;
  readonly connections: number;
  /** Requests a second at most; as many as there is time for where it is missing. */
  readonly rate?: number;
  /** How long, or how many requests; what is under way at the end of a time is not waited for. */
  readonly until: { readonly seconds: number } | { readonly requests: number };
}

/** What it has seen. */
export interface Seen {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Successes. */
  readonly answers: number;
  /** How many answers were no success, and one of them. */
  readonly failures: number;
  readonly failure?: string;
  /** Paths of what POSTs have made. */
  readonly made: readonly string[];
}
