import { ProviderError } from '../tracking-provider.js';

/** How long a provider may take, and how large its response may be. */
const TIMEOUT_MS = 10_000;
const MAX_RESPONSE_BYTES = 4 * 1_048_576;

/** A request to a provider. */
export interface JsonRequest {
  /** The provider's name, for messages. */
  readonly provider: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly signal: AbortSignal;
}

export interface JsonResponse {
  readonly status: number;
  /** Undefined when an error came without JSON. */
  readonly body: unknown;
}

/**
 * POSTs JSON and reads JSON. The message of an error has no number, no key and nothing of the answer in it.
 * @throws ProviderFailed when nothing comes in time, when it is too much, or when a success is no JSON.
 */
export async function postJson({ provider, url, headers, body, signal }: JsonRequest): Promise<JsonResponse> {
  const failed = (what: string): ProviderError => new ProviderError(`${provider} ${what}`);
  let response: Response;
  let text: string | undefined;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...headers },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    text = await boundedText(response);
  } catch (error) {
    throw failed(reasonOf(error));
  }
  if (text === undefined) throw failed('answered more than anybody reads');
  try {
    return { status: response.status, body: JSON.parse(text) as unknown };
  } catch {
    if (response.ok) throw failed('answered what is no JSON');
    return { status: response.status, body: undefined };
  }
}

/** Undefined when there are too many bytes; the rest of them is not fetched. */
async function boundedText(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_RESPONSE_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function reasonOf(error: unknown): string {
  const { name, cause } = error as { name?: unknown; cause?: { code?: unknown } };
  if (name === 'TimeoutError' || name === 'AbortError') return 'did not answer in time';
  return `could not be reached (${typeof cause?.code === 'string' ? cause.code : 'unknown'})`;
}
