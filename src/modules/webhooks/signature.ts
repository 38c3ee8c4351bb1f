import { createHmac } from 'node:crypto';

const PREFIX = /^whsec_/;

/** What every request to a webhook has. */
export interface SignedMessage {
  /** The same in every attempt: receivers drop what they have seen. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

/** The headers of Standard Webhooks: `v1,` and the HMAC-SHA256 of `<id>.<timestamp>.<body>`, in base64. */
export function signedHeaders(
  { id, timestamp, body }: SignedMessage,
  secret: string,
): Record<string, string> {
  const key = Buffer.from(secret.replace(PREFIX, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${signature}` };
}
