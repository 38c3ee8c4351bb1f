import { valueAt } from '../../tracking/providers/provider-response.js';

/** What a provider of mail tells of a mail that has not arrived, or was not wanted. */
export interface ProviderEvent {
  readonly kind: 'bounced' | 'complained';
  readonly address: string;
  /** The `Message-ID` without its brackets; undefined where the provider does not tell it. */
  readonly messageId: string | undefined;
}

/** Events of one request at most. */
const MAX_EVENTS = 1000;

/**
 * The bounces and complaints in what Amazon SES (through SNS), Postmark, SendGrid, Mailgun or a program of one's own sends. Bounces that
 * may pass, such as a full mailbox, are none: the address is good.
 */
export function providerEvents(body: unknown): ProviderEvent[] {
  const list = Array.isArray(body) ? (body as unknown[]).slice(0, MAX_EVENTS) : [body];
  return list
    .flatMap(
      (each) => snsEvents(each) ?? [sendGrid(each) ?? postmark(each) ?? mailgun(each) ?? generic(each)],
    )
    .filter((event) => event !== undefined);
}

const text = (value: unknown, ...path: readonly string[]): string | undefined => {
  const found = valueAt(value, ...path);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
};

const eventOf = (
  kind: ProviderEvent['kind'],
  address: string | undefined,
  messageId: string | undefined,
): ProviderEvent | undefined =>
  address === undefined
    ? undefined
    : { kind, address: address.slice(0, 254), messageId: messageId?.replace(/^<|>$/g, '').slice(0, 300) };

const headerIn = (headers: unknown, name: string): string | undefined =>
  (Array.isArray(headers) ? (headers as unknown[]) : [])
    .filter((header) => text(header, 'name')?.toLowerCase() === name)
    .map((header) => text(header, 'value'))[0];

/** `{"Type":"Notification","Message":"{\"notificationType\":\"Bounce\",…}"}`, or the message itself. */
function snsEvents(body: unknown): (ProviderEvent | undefined)[] | undefined {
  const message = text(body, 'Type') === 'Notification' ? parsed(text(body, 'Message')) : body;
  const type = text(message, 'notificationType') ?? text(message, 'eventType');
  if (type !== 'Bounce' && type !== 'Complaint') return undefined;
  const id = headerIn(valueAt(message, 'mail', 'headers'), 'message-id');
  const recipients = (...path: string[]): (string | undefined)[] => {
    const list = valueAt(message, ...path);
    return (Array.isArray(list) ? (list as unknown[]) : [])
      .slice(0, MAX_EVENTS)
      .map((each) => text(each, 'emailAddress'));
  };
  if (type === 'Complaint')
    return recipients('complaint', 'complainedRecipients').map((address) =>
      eventOf('complained', address, id),
    );
  if (text(message, 'bounce', 'bounceType') !== 'Permanent') return [];
  return recipients('bounce', 'bouncedRecipients').map((address) => eventOf('bounced', address, id));
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? 'null') as unknown;
  } catch {
    return undefined;
  }
}

/** `{"RecordType":"Bounce","Type":"HardBounce","Email":…}` */
function postmark(body: unknown): ProviderEvent | undefined {
  const type = text(body, 'RecordType');
  if (type === 'SpamComplaint') return eventOf('complained', text(body, 'Email'), undefined);
  const isHard = ['HardBounce', 'BadEmailAddress', 'ManuallyDeactivated'].includes(text(body, 'Type') ?? '');
  return type === 'Bounce' && isHard ? eventOf('bounced', text(body, 'Email'), undefined) : undefined;
}

/** `[{"event":"bounce","type":"bounce","email":…,"smtp-id":"<…>"}]`; `type` is `blocked` where it may pass. */
function sendGrid(body: unknown): ProviderEvent | undefined {
  const [event, email] = [text(body, 'event'), text(body, 'email')];
  if (event === undefined || email === undefined) return undefined;
  if (event === 'spamreport') return eventOf('complained', email, text(body, 'smtp-id'));
  return event === 'bounce' && text(body, 'type') !== 'blocked'
    ? eventOf('bounced', email, text(body, 'smtp-id'))
    : undefined;
}

/** `{"event-data":{"event":"failed","severity":"permanent","recipient":…}}` */
function mailgun(body: unknown): ProviderEvent | undefined {
  const data = valueAt(body, 'event-data');
  const [event, address] = [text(data, 'event'), text(data, 'recipient')];
  const id = text(data, 'message', 'headers', 'message-id');
  if (event === 'complained') return eventOf('complained', address, id);
  return event === 'failed' && text(data, 'severity') === 'permanent'
    ? eventOf('bounced', address, id)
    : undefined;
}

/** `{"type":"bounced","address":"ada@example.com","messageId":"<…>"}` */
function generic(body: unknown): ProviderEvent | undefined {
  const type = text(body, 'type');
  if (type !== 'bounced' && type !== 'complained') return undefined;
  return eventOf(type, text(body, 'address'), text(body, 'messageId'));
}
