import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/config.js';
import { Encryption } from '../../../core/database/encryption.js';
import { type Channel, CHANNELS } from '../events/message-events.js';

/** Whom a workspace sends no more messages, once they say so. */
export interface Unsubscription {
  readonly workspacePk: number;
  readonly channel: Channel;
  readonly address: string;
}

/** Tells these links from other text that the same key encrypts. */
const PURPOSE = 'unsubscribe';

/**
 * Links that end messages. A link carries what it ends, encrypted: it works as long as the key is known, whatever else is
 * kept, nobody makes one for somebody else, and the address is not told to who sees the link.
 */
@Injectable()
export class UnsubscribeLinks {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly encryption: Encryption,
  ) {}

  of({ workspacePk, channel, address }: Unsubscription): string {
    const text = this.encryption.encrypt(JSON.stringify([PURPOSE, workspacePk, channel, address]));
    return `${this.config.publicUrl}/public/unsubscribe/${text.replaceAll(':', '.')}`;
  }

  /** What the last part of a link says; undefined when it is none of ours. */
  async open(token: string): Promise<Unsubscription | undefined> {
    const text = await this.encryption.decrypt(token.replaceAll('.', ':'));
    if (text === undefined || !text.startsWith(`["${PURPOSE}",`)) return undefined;
    const [, workspacePk, channel, address] = JSON.parse(text) as [string, number, Channel, string];
    return CHANNELS.includes(channel) ? { workspacePk, channel, address } : undefined;
  }
}
