import type { components } from './schema.gen.js';

/** What a webhook is told. */
export type WebhookMessage = components['schemas']['WebhookMessage'];

/** A request to a webhook is not from the server, or is too old. Answer it with 400. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError';
}

export interface VerifyOptions {
  /** Seconds that a message may be old, or come from the future. Default: 300. */
  readonly tolerance?: number;
  /** What time it is, in milliseconds since 1970. */
  readonly now?: () => number;
}

type HeadersLike = Headers | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Checks the signature of a request to a webhook (Standard Webhooks), and reads it.
 * @param request Its headers, and its body as it came: text that was parsed and written again has another signature.
 * @param secret The webhook's, `whsec_…`.
 * @returns `id` is the same in every attempt; `data` is what has changed.
 * @throws WebhookVerificationError.
 */
export async function verifyWebhook(
  { headers, body }: { readonly headers: HeadersLike; readonly body: string },
  secret: string,
  { tolerance = 300, now = Date.now }: VerifyOptions = {},
): Promise<WebhookMessage & { readonly id: string }> {
  const header = (name: string): string => {
    const value = headers instanceof Headers ? headers.get(name) : [headers[name]].flat()[0];
    if (!value) throw new WebhookVerificationError(`The header "${name}" is missing.`);
    return value;
  };
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
    header,
  ) as [string, string, string];
  if (!(Math.abs(now() / 1000 - Number(timestamp)) <= tolerance))
    throw new WebhookVerificationError('The message is too old, or a clock is wrong.');
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const raw = bytesOf(secret.replace(/^whsec_/, ''));
  if (!raw) throw new WebhookVerificationError('The secret is not one of a webhook.');
  const key = await crypto.subtle.importKey('raw', raw, algorithm, false, ['verify']);
  const content = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  for (const each of signatures.split(' ')) {
    const [version, text = ''] = each.split(',');
    const signature = version === 'v1' ? bytesOf(text) : undefined;
    if (signature && (await crypto.subtle.verify(algorithm, key, signature, content)))
      return { ...(JSON.parse(body) as WebhookMessage), id };
  }
  throw new WebhookVerificationError('No signature matches.');
}

/** Base64. Undefined when it is none. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
