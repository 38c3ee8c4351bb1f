import autocannon, { type Options, type Request, type Result } from 'autocannon';
import type { Job, Seen } from './job.js';

/** The load, in a process of its own: takes a job at a time from its parent. */

const RUN = Date.now().toString(36).toUpperCase();
let unique = 0;

/** Seconds that an answer may take. */
const PATIENCE = 600;

process.on('message', (job: Job) => {
  run(job).then(
    (seen) => process.send?.(seen),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});

async function run({ url, requests, connections, until, rate }: Job): Promise<Seen> {
  const times: number[] = [];
  const made: string[] = [];
  let failures = 0;
  let failure: string | undefined;
  const { method, paths, headers, bodies } = requests;
  const options: Options = {
    url,
    connections,
    ...('seconds' in until ? { duration: until.seconds } : { amount: until.requests }),
    ...(rate !== undefined && { overallRate: rate }),
    timeout: PATIENCE,
    headers: { ...headers },
    requests: bodies
      ? [
          posting(paths[0] ?? '', bodies, (status, body, location) => {
            if (status === 201) made.push(location ?? pathIn(body));
            else failure ??= `${status} ${body.slice(0, 300)}`;
          }),
        ]
      : paths.map((path) => ({ method, path })),
  };
  const result = await new Promise<Result>((resolve, reject) => {
    const instance = autocannon(options, (error: Error | null, done) =>
      error ? reject(error) : resolve(done),
    );
    instance.on('response', (_client, status, _bytes, time) => {
      if (status >= 200 && status < 300) times.push(time);
      else {
        failures++;
        failure ??= `status ${status}`;
      }
    });
  });
  times.sort((a, b) => a - b);
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    requestsPerSecond: times.length / result.duration,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    answers: times.length,
    failures: failures + result.errors + result.timeouts,
    ...(failure === undefined ? {} : { failure }),
    made,
  };
}

type Heard = (status: number, body: string, location: string | undefined) => void;

function posting(path: string, bodies: readonly string[], heard: Heard): Request {
  return {
    method: 'POST',
    path,
    setupRequest: (request) => {
      unique++;
      const body = bodies[unique % bodies.length] ?? '';
      return { ...request, body: body.replaceAll('{unique}', `${RUN}${unique}`) };
    },
    onResponse: (status, body, _context, headers) => heard(status, body, headers?.location),
  };
}

/** Of a new item that has no `Location`. */
const pathIn = (body: string): string => /"@id":"([^"]+)"/.exec(body)?.[1] ?? '';
