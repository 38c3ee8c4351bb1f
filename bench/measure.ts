import type { Opponent } from './cases.js';
import type { Job, Requests } from './load/job.js';
import type { Load } from './load/load.js';
import type { NodeServer } from './servers/node-server.js';

export type Name = 'waybill' | Opponent;

/** A server that takes its turn. */
export interface Contestant {
  readonly name: Name;
  readonly url: string;
  readonly requests: Requests;
  /** Of a server of the benchmark's own: its memory. */
  readonly server?: NodeServer | undefined;
  /** Milliseconds of CPU that the database has used so far. */
  readonly databaseCpu?: (() => number | undefined) | undefined;
  /** What other clients send meanwhile; their POSTs are counted where a case is about them. */
  readonly beside?: readonly Beside[] | undefined;
  /** Takes back what POSTs have made. */
  readonly takeBack?: ((made: readonly string[]) => Promise<void>) | undefined;
}

/** What a client sends meanwhile, with a load process of its own. */
export interface Beside {
  readonly requests: Requests;
  readonly connections: number;
  /** Requests a second; as many as are answered where it is missing. */
  readonly rate?: number | undefined;
  readonly load: Load;
}

export interface Measured {
  /** Medians of the rounds. */
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly rowsPerSecond?: number;
  /** MiB. */
  readonly peakMemory?: number;
  /** Milliseconds of CPU that a request takes in the server and in the database. */
  readonly cpu?: { readonly server: number; readonly database: number };
  /** POSTs a second that were answered meanwhile. */
  readonly written?: number;
  readonly rounds: readonly Round[];
}

interface Round extends Pick<Measured, 'requestsPerSecond' | 'p50' | 'p95' | 'p99' | 'cpu' | 'written'> {
  readonly answers: number;
  readonly connections: number;
}

type Pace = Pick<Job, 'connections' | 'until'>;

/** So many answers make the code of a server quick; where they take too long, some tries must do. */
const WARM = { answers: 300, tries: 3 };
/** A POST runs through more code. */
const WARM_FOR_POSTS = { answers: 3000, tries: 8 };

export interface Effort {
  readonly rounds: number;
  readonly seconds: number;
  readonly connections: number;
}

/** Loads each server in turn, round after round, so that whatever else the machine does meets all of them. */
export async function measure(
  contestants: readonly Contestant[],
  { rounds, seconds, connections }: Effort,
  load: Load,
  rows?: number,
): Promise<Map<Name, Measured>> {
  const rounded = new Map<Name, Round[]>(contestants.map(({ name }) => [name, []]));
  const peaks = new Map<Name, number>();
  const run = async (contestant: Contestant, { connections: many, until }: Pace): Promise<Round> => {
    const { url, requests, server, databaseCpu, takeBack, beside } = contestant;
    const [before, there] = [server?.cpu(), databaseCpu?.()];
    const others = 'seconds' in until ? (beside ?? []) : [];
    const meanwhile = Promise.all(
      others.map((other) => other.load.run({ ...withoutLoad(other), url, until })),
    );
    const each = await load.run({ url, requests, connections: many, until });
    const [after, then] = [server?.cpu(), databaseCpu?.()];
    const seen = await meanwhile;
    if (takeBack) await takeBack([...each.made, ...seen.flatMap(({ made }) => made)]);
    const { requestsPerSecond, p50, p95, p99, answers } = each;
    const perRequest = (from = 0, to = 0): number => (to - from) / answers;
    const isTold = after !== undefined && then !== undefined;
    return {
      answers,
      connections: many,
      requestsPerSecond,
      p50,
      p95,
      p99,
      ...(others.length > 0 && {
        written: seen.reduce((sum, one, at) => sum + (isPost(others[at]) ? one.requestsPerSecond : 0), 0),
      }),
      ...(isTold && { cpu: { server: perRequest(before, after), database: perRequest(there, then) } }),
    };
  };
  const paces = new Map<Name, Pace>();
  for (const contestant of contestants) {
    const few: Pace = { connections: Math.min(FEW, connections), until: { requests: FEW } };
    await run(contestant, few);
    const { p50 } = await run(contestant, few);
    // who writes meanwhile does so for a time
    const pace = contestants.some(({ beside }) => beside)
      ? { connections, until: { seconds } }
      : paceFor(p50, connections, seconds);
    paces.set(contestant.name, pace);
    const warmUp = 'seconds' in pace.until ? { ...pace, until: { seconds: Math.ceil(seconds / 2) } } : few;
    const warm = contestant.requests.method === 'POST' ? WARM_FOR_POSTS : WARM;
    let answers = 0;
    for (let attempt = 0; attempt < warm.tries && answers < warm.answers; attempt++)
      answers += (await run(contestant, warmUp)).answers;
  }
  for (let round = 0; round < rounds; round++) {
    for (const contestant of contestants) {
      contestant.server?.forgetPeak();
      const pace = paces.get(contestant.name) as Pace;
      rounded.get(contestant.name)?.push(await run(contestant, pace));
      const peak = contestant.server?.memory()?.peak;
      if (peak !== undefined) peaks.set(contestant.name, Math.max(peak, peaks.get(contestant.name) ?? 0));
    }
  }
  return new Map([...rounded].map(([name, each]) => [name, summary(each, rows, peaks.get(name))]));
}

/** What is sent to the load process. */
const withoutLoad = ({
  requests,
  connections,
  rate,
}: Beside): Pick<Job, 'requests' | 'connections' | 'rate'> => ({
  requests,
  connections,
  ...(rate !== undefined && { rate }),
});

const isPost = (beside: Beside | undefined): boolean => beside?.requests.method === 'POST';

/** Requests that tell how slow a server is. */
const FEW = 2;
/** Milliseconds of a request that is waited for with fewer connections. */
const SLOW = 2000;
/** In a round there is time for so many requests in a row, or they are counted instead of the seconds. */
const IN_A_ROW = 50;

/** Slow requests are counted out, so that none is left to the next server's turn, and very slow ones are few. */
function paceFor(time: number, connections: number, seconds: number): Pace {
  const inTime = (seconds * 1000) / time;
  if (inTime >= IN_A_ROW) return { connections, until: { seconds } };
  if (time > SLOW) return { connections: Math.min(FEW, connections), until: { requests: FEW } };
  return {
    connections,
    until: { requests: connections * Math.max(2, Math.ceil((inTime * FEW) / connections)) },
  };
}

function summary(rounds: readonly Round[], rows?: number, peakMemory?: number): Measured {
  const of = (value: (round: Round) => number): number => median(rounds.map(value));
  const requestsPerSecond = of((round) => round.requestsPerSecond);
  const isTold = rounds.every(({ cpu }) => cpu);
  const cpu = {
    server: of((round) => round.cpu?.server ?? 0),
    database: of((round) => round.cpu?.database ?? 0),
  };
  return {
    requestsPerSecond,
    p50: of(({ p50 }) => p50),
    p95: of(({ p95 }) => p95),
    p99: of(({ p99 }) => p99),
    ...(rows === undefined ? {} : { rowsPerSecond: requestsPerSecond * rows }),
    ...(peakMemory === undefined ? {} : { peakMemory }),
    ...(isTold && { cpu }),
    ...(rounds.some(({ written }) => written !== undefined) && { written: of(({ written = 0 }) => written) }),
    rounds,
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}
