import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { client, type Answer, type Client } from '../support/api.js';
import { emailOf, Ledger } from '../support/invariants.js';
import type { Watch } from './watch.js';

const PATIENCE_MS = 120_000;
const WRITERS_OF_A_WORKSPACE = 3;
/** Pieces of the scarce order item, which all writers of a workspace want. */
const SCARCE = 60;

/** A workspace with its own client, and what was acknowledged in it. */
export class Shop {
  readonly ledger = new Ledger();
  /** How often a tracking number that is unique was taken. */
  readonly taken = new Map<string, number>();
  /** Requests for the scarce item that were refused because nothing was left. */
  refused = 0;
  private plenty = '';
  private scarce = '';
  private made = 0;

  constructor(
    private readonly url: string,
    readonly token: string,
    readonly workspace: string,
    private readonly watch: Watch,
    private readonly name: string,
  ) {}

  get scarceItem(): { readonly iri: string; readonly qty: number } {
    return { iri: this.scarce, qty: SCARCE };
  }

  /** A webhook that is told all, and two order items. */
  async open(receiver: string): Promise<void> {
    await this.make('/workflows', {
      type: 'webhook',
      title: 'All',
      period: 'immediately',
      workspace: this.workspace,
      enabled: true,
      url: receiver,
    });
    const order = await this.make('/orders', {
      workspace: this.workspace,
      orderNumber: `ORDER ${this.name}`,
    });
    this.plenty = await this.make('/order_items', { order, productName: 'Vase', qty: 1_000_000 });
    this.scarce = await this.make('/order_items', { order, productName: 'Lamp', qty: SCARCE });
  }

  /** Writes until it is told to stop, as clients do that send again what failed. */
  async write(mayStop: () => boolean): Promise<void> {
    await Promise.all(
      Array.from({ length: WRITERS_OF_A_WORKSPACE }, async (_, writer) => {
        for (let count = 0; !mayStop(); count++)
          await this.parcel(`+49 ${this.name} ${writer} ${count}`, count);
      }),
    );
  }

  /** Seven writes, two of which only one of the writers can succeed with. */
  private async parcel(marker: string, count: number): Promise<void> {
    const { workspace, ledger } = this;
    const iri = await this.make('/shipments', { workspace, phoneNumber: marker }, marker);
    ledger.make(marker, iri);
    for (let version = 1; version <= 2; version++) {
      const { status } = await this.persistently((to) => to.put(iri, { email: emailOf(version) }));
      expect(status).toBe(200);
      ledger.write(iri, version);
    }
    await this.make('/shipment_items', { shipment: iri, orderItem: this.plenty, qty: 1 }, `${marker} plenty`);
    ledger.ship(this.plenty, 1);
    await this.make('/orders', { workspace, orderNumber: marker }, `${marker} order`);

    const number = `ONE${this.name}${count}`;
    const unique = await this.post('/shipments', { workspace, trackingNumber: number }, `${marker} unique`);
    expect([201, 400]).toContain(unique.status);
    if (unique.status === 201) this.taken.set(number, (this.taken.get(number) ?? 0) + 1);

    if (count % 2) return;
    const lamp = { shipment: iri, orderItem: this.scarce, qty: 1 };
    const scarce = await this.post('/shipment_items', lamp, `${marker} scarce`);
    expect([201, 400]).toContain(scarce.status);
    if (scarce.status === 201) ledger.ship(this.scarce, 1);
    else this.refused++;
  }

  private async make(path: string, body: object, key?: string): Promise<string> {
    const answer = await this.post(path, body, key ?? `${this.name} ${this.made++}`);
    expect([path, answer.status, answer.status === 201 ? '' : answer.body]).toEqual([path, 201, '']);
    return answer.body['@id'] as string;
  }

  private post(path: string, body: object, key: string): Promise<Answer> {
    return this.persistently((to) => to.post(path, body, { 'idempotency-key': key }));
  }

  /** Sends a request until it is answered with something that time does not change. */
  private async persistently(send: (to: Client) => Promise<Answer>): Promise<Answer> {
    const to = client(this.url, this.token);
    for (const deadline = Date.now() + PATIENCE_MS; ;) {
      const answer = await send(to).catch(() => undefined);
      if (!this.watch.answered(answer?.status) && answer) return answer;
      if (Date.now() > deadline) throw new Error(`It was never answered, last with ${answer?.status}.`);
      await pause(100);
    }
  }
}
