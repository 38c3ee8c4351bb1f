import {
  Agent as HttpAgent,
  type ClientRequest,
  type IncomingMessage,
  request as httpRequest,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type AddressPolicy, ForbiddenAddress, ForbiddenPort, portOf } from './address-policy.js';

/** Milliseconds that a request may take from its beginning to the end of the answer. */
export const TIMEOUT_MS = 10_000;

/** Bytes of an answer that are read. */
export const MAX_RESPONSE_BYTES = 65_536;

/** A request to a webhook. */
export interface OutgoingRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of it: the answer's status and beginning, or why there was none. */
export interface HttpReply {
  readonly code: number | null;
  readonly text: string;
  readonly error: string | null;
  /** Milliseconds. */
  readonly duration: number;
}

/** Errors of Node.js in a sentence; what they carry beside (addresses) stays inside. */
const ERROR_MESSAGES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'The host name does not exist.',
  EAI_AGAIN: 'The host name could not be resolved.',
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: 'The connection was broken off.',
  ETIMEDOUT: 'The host does not answer.',
  ABORT_ERR: `There was no complete answer within ${TIMEOUT_MS / 1000} seconds.`,
  CERT_HAS_EXPIRED: 'The certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate is signed by nobody that is known.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate is signed by nobody that is known.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate is signed by nobody that is known.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is of another host.',
};

/**
 * Sends requests to addresses that the policy allows. A connection goes to the very address that was looked at, so a name
 * that changes in between leads nowhere else; redirects are not followed.
 */
export class HttpClient {
  private readonly http = new HttpAgent({ keepAlive: true, maxFreeSockets: 16, timeout: TIMEOUT_MS });
  private readonly https = new HttpsAgent({ keepAlive: true, maxFreeSockets: 16, timeout: TIMEOUT_MS });

  constructor(private readonly policy: AddressPolicy) {}

  /** Always answers; what goes wrong is in the reply. */
  async send(outgoing: OutgoingRequest): Promise<HttpReply> {
    const began = performance.now();
    const took = (): number => Math.round(performance.now() - began);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    try {
      const answer = await this.sendWithRetry(outgoing, signal);
      const text = await readBeginning(answer);
      return { code: answer.statusCode ?? null, text, error: null, duration: took() };
    } catch (error) {
      return {
        code: null,
        text: '',
        error: signal.aborted ? ERROR_MESSAGES.ABORT_ERR! : errorMessage(error),
        duration: took(),
      };
    }
  }

  close(): void {
    this.http.destroy();
    this.https.destroy();
  }

  /** A kept connection may have been closed a moment ago by the other side: then again, on a new one. */
  private async sendWithRetry(outgoing: OutgoingRequest, signal: AbortSignal): Promise<IncomingMessage> {
    for (;;) {
      const request = this.begin(outgoing, signal);
      try {
        return await sendRequest(request, outgoing.body);
      } catch (error) {
        if (!request.reusedSocket || signal.aborted || codeOf(error) !== 'ECONNRESET') throw error;
      }
    }
  }

  /** @throws ForbiddenAddress, ForbiddenPort for an address in place of a name, which nobody looks up. */
  private begin({ url, headers, body }: OutgoingRequest, signal: AbortSignal): ClientRequest {
    const target = new URL(url);
    const host = target.hostname.replace(/^\[(.*)\]$/, '$1');
    const port = portOf(target);
    if (isIP(host) > 0 && !this.policy.allows(host)) throw new ForbiddenAddress();
    if (isIP(host) > 0 && !this.policy.allowsPort(port, host)) throw new ForbiddenPort();
    const isSecure = target.protocol === 'https:';
    return (isSecure ? httpsRequest : httpRequest)(target, {
      method: 'POST',
      agent: isSecure ? this.https : this.http,
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      lookup: this.lookupFor(port),
      signal,
    });
  }

  private readonly lookupFor =
    (port: number): LookupFunction =>
    (host, options, answer) => {
      this.policy.addressesOf(host, port).then(
        (addresses) => {
          const wanted = addresses.filter(
            ({ family }) => !options.family || family === Number(options.family),
          );
          const usable = (wanted.length > 0 ? wanted : addresses).map((each) => ({ ...each }));
          const [first] = usable;
          if (options.all) answer(null, usable);
          else answer(null, first?.address ?? '', first?.family ?? 0);
        },
        (error: NodeJS.ErrnoException) => answer(error, []),
      );
    };
}

const sendRequest = (request: ClientRequest, body: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    // also after the answer, when the rest of it breaks off
    request.on('error', reject);
    request.once('response', resolve);
    request.end(body);
  });

/** The beginning of an answer, as text; more is not read. The status counts, however the rest of it ends. */
async function readBeginning(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= MAX_RESPONSE_BYTES) break;
    }
  } catch {
    // it has been broken off, or took too long
  }
  return Buffer.concat(chunks).subarray(0, MAX_RESPONSE_BYTES).toString('utf8').replaceAll('\0', '');
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? '';

function errorMessage(error: unknown): string {
  if (error instanceof ForbiddenAddress) return error.message;
  // several addresses were tried
  const [first] = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  return ERROR_MESSAGES[codeOf(first)] ?? `The request failed (${codeOf(first) || 'unknown'}).`;
}
