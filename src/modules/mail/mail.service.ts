import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/config.js';
import { Encryption } from '../../core/database/encryption.js';
import { ClientError } from '../../core/metadata/errors.js';
import type { Transaction } from '../../core/metadata/transaction.js';
import { type MailTopic, type Mail, queueMail } from './queue-mail.js';

/** 403: what was asked for goes on by e-mail, and none goes out. */
export class MailIsOff extends ClientError {
  readonly status = 403;
  constructor() {
    super('This server sends no e-mail, so nobody can sign up. Its operator makes accounts.');
  }
}

/** Notes in the row of `pk` what has become of its mail; the row may be gone. It must not fail. */
export type MailListener = (pk: number, outcome: MailOutcome, transaction: Transaction) => Promise<void>;

/** A mail server has taken it; it will never take it; nobody took it for a day. */
export type MailOutcome = 'sent' | 'refused' | 'given up';

/** Where features leave their e-mail; see `mailer.ts` for how it goes out. */
@Injectable()
export class MailService {
  private readonly listeners = new Map<string, MailListener>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly encryption: Encryption,
  ) {}

  /** Whether mail reaches anybody: without SMTP_URL, outside production, the log has its links instead. */
  get isOn(): boolean {
    return this.config.smtpUrl !== undefined || !this.config.isProduction;
  }

  /** @throws MailIsOff. */
  assertIsOn(): void {
    if (!this.isOn) throw new MailIsOff();
  }

  /** See `queueMail`. Who is told what becomes of a mail `about` something, says `onOutcome`. */
  async queue(transaction: Transaction, mail: Mail, about?: MailTopic, id?: string): Promise<void> {
    await queueMail(transaction, mail, this.encryption.encrypt, about, id);
  }

  /** From now on tells what becomes of mails about this kind of thing, in the unit that drops the mail. */
  onOutcome(kind: string, tell: MailListener): void {
    this.listeners.set(kind, tell);
  }

  /** A mail has gone out, or never will. */
  async notify({ kind, pk }: MailTopic, outcome: MailOutcome, transaction: Transaction): Promise<void> {
    await this.listeners.get(kind)?.(pk, outcome, transaction);
  }

  /** The mail in a row of `mails`; undefined when its key is not known any more. */
  async open(content: string): Promise<Mail | undefined> {
    const opened = await this.encryption.decrypt(content);
    return opened === undefined ? undefined : (JSON.parse(opened) as Mail);
  }
}
