import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Encryption } from '../../../core/database/encryption.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { CODE } from '../../../core/metadata/violation.js';
import { readFrom } from '../../../core/store/reading.js';
import { Store } from '../../../core/store/store.js';
import { AddressPolicy } from '../../webhooks/address-policy.js';
import { HttpClient } from '../../webhooks/http-client.js';
import type { MessageEvent } from '../events/message-events.js';
import type { DirectOutcome } from '../sending/direct-outcome.js';
import type { Recipient } from '../sending/recipients.js';
import { messageSettingsResource } from '../settings/message-settings.resource.js';
import { type Settings, settingsOf } from '../settings/settings-of.js';

/** What a team is told where it has not chosen: what somebody may have to act on. */
const USUAL: readonly string[] = ['exception', 'failed_attempt', 'returned', 'late'];

const TITLES: Readonly<Record<MessageEvent, string>> = {
  label_made: 'Label made',
  shipped: 'On its way',
  out_for_delivery: 'Out for delivery',
  available_for_pickup: 'Ready to pick up',
  failed_attempt: 'Delivery failed',
  exception: 'Exception',
  delivered: 'Delivered',
  returned: 'Returned to sender',
  late: 'Late by prediction',
  delivery_day_changed: 'Delivery day changed',
  review_request: 'Review asked for',
};

/** Whether a team is told of an event in Slack. */
export const isToldInSlack = ({ slackUrl, slackEvents }: Settings, event: MessageEvent): boolean =>
  slackUrl !== null && (slackEvents.length > 0 ? slackEvents : USUAL).includes(event);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What a team reads, in Slack's marks. It says nothing of the recipient but the place. */
export function slackText(event: MessageEvent, recipient: Recipient, dashboardUrl: string): string {
  const { orderNumbers, trackingNumber, city, country, id } = recipient;
  const facts = [
    orderNumbers === '' ? '' : `order ${orderNumbers}`,
    trackingNumber === null ? '' : `parcel ${trackingNumber}`,
    [city, country].filter(Boolean).join(', '),
  ].filter((fact) => fact !== '');
  return `*${TITLES[event]}*: ${escaped(facts.join(' · ')).slice(0, 500)}\n<${dashboardUrl}/app/shipments/${id}|Open the shipment>`;
}

/** Tells teams of events by incoming webhooks in the form of Slack, to addresses to which webhooks may be sent as well. */
@Injectable()
export class Slack implements OnModuleInit {
  constructor(
    @Inject(DATABASE) private readonly database: Database,
    private readonly store: Store,
    private readonly encryption: Encryption,
    private readonly policy: AddressPolicy,
    private readonly client: HttpClient,
  ) {}

  /** An address is looked up before anything is locked; when it is used it is looked up again. */
  onModuleInit(): void {
    this.store.addAsyncValidator(messageSettingsResource, async (body) => {
      const url = (body as { readonly slackUrl?: unknown } | null)?.slackUrl;
      const message = typeof url === 'string' ? await this.policy.refusalOf(url) : undefined;
      return {
        violations: message === undefined ? [] : [{ propertyPath: 'slackUrl', message, code: CODE.url }],
      };
    });
  }

  async post(workspacePk: number, text: string): Promise<DirectOutcome> {
    const settings = await settingsOf([workspacePk], readFrom(this.database, {}));
    const encrypted = settings.get(workspacePk)?.slackUrl ?? null;
    const url = encrypted === null ? undefined : await this.encryption.decrypt(encrypted);
    if (url === undefined) return { kind: 'refused' };
    const { code } = await this.client.send({
      url,
      headers: { 'content-type': 'application/json', 'user-agent': 'Waybill' },
      body: JSON.stringify({ text }),
    });
    if (code !== null && code >= 200 && code < 300) return { kind: 'sent', id: null };
    return { kind: code === null || code === 429 || code >= 500 ? 'later' : 'refused' };
  }
}
