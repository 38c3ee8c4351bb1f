import type { SmsConfig } from '../../../config/config.js';
import type { DirectOutcome } from '../sending/direct-outcome.js';

const TIMEOUT_MS = 10_000;
const MAX_ANSWER_LENGTH = 65_536;

/** `POST /2010-04-01/Accounts/{account}/Messages.json` with To, From and Body, as Twilio has it; the answer has a `sid`. */
export async function postSms(
  { url, account, token, from }: SmsConfig,
  to: string,
  text: string,
): Promise<DirectOutcome> {
  let response: Response;
  try {
    response = await fetch(`${url}/2010-04-01/Accounts/${account}/Messages.json`, {
      method: 'POST',
      headers: {
        Authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`,
        Accept: 'application/json',
      },
      body: new URLSearchParams({ To: to, From: from, Body: text }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    const { code } = ((error as Error).cause ?? {}) as { code?: string };
    // without a connection nothing was sent
    return { kind: code === 'ECONNREFUSED' || code === 'ENOTFOUND' ? 'later' : 'unknown' };
  }
  if (!response.ok) {
    await response.body?.cancel();
    return { kind: response.status === 429 || response.status >= 500 ? 'later' : 'refused' };
  }
  const answer = (await response.text().catch(() => '')).slice(0, MAX_ANSWER_LENGTH);
  const sid = /"sid"\s*:\s*"([\w-]{1,100})"/.exec(answer)?.[1];
  return { kind: 'sent', id: sid ?? null };
}
