import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as the mail server got it. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and parts, as they came. */
  readonly raw: string;
}

/** A real mail server on a free port of this machine. */
export class Postbox {
  readonly received: Received[] = [];
  /** What was not taken. */
  readonly refused: Received[] = [];
  /** What the next mails are answered with; 250 is to take them. */
  answer = 250;
  private server: SMTPServer | undefined;
  private port = 0;

  url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        const pieces: Buffer[] = [];
        stream.on('data', (piece: Buffer) => pieces.push(piece));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const isTaken = this.answer === 250;
          (isTaken ? this.received : this.refused).push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            raw: Buffer.concat(pieces).toString(),
          });
          done(isTaken ? null : Object.assign(new Error('no'), { responseCode: this.answer }));
        });
      },
    });
    // who is killed leaves a connection that ends in the middle
    server.on('error', () => undefined);
    this.server = server;
    await once(server.listen(this.port, '127.0.0.1'), 'listening');
    this.port = (server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const { server } = this;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
    this.server = undefined;
  }

  to(address: string): Received[] {
    return this.received.filter(({ to }) => to.includes(address));
  }
}

/** A mail as its reader sees it. */
export interface Parts {
  readonly subject: string;
  readonly messageId: string;
  readonly text: string;
  readonly html: string;
}

/** The words of a header: `=?UTF-8?Q?=E2=80=93_Order?=` is `– Order` (RFC 2047). */
const decodedWords = (text: string): string =>
  text.replace(/\?=\s+=\?/g, '?==?').replace(/(?:=\?UTF-8\?Q\?[^?]*\?=)+/gi, (words) =>
    decodeURIComponent(
      words
        .replace(/=\?UTF-8\?Q\?|\?=/gi, '')
        .replaceAll('_', ' ')
        .replaceAll('%', '%25')
        .replaceAll('=', '%'),
    ),
  );

/** Reads a mail that is said in text and in HTML. */
export function partsOf(raw: string): Parts {
  const header = (name: string, of: string): string =>
    new RegExp(`^${name}: *(.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(of)?.[1]?.replace(/\r\n\s+/g, ' ') ?? '';
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? '';
  const parts = raw.split(`--${boundary}`).slice(1, -1);
  const part = (type: string): string => {
    const [head = '', ...body] = (
      parts.find((each) => header('Content-Type', each).startsWith(type)) ?? ''
    ).split('\r\n\r\n');
    const text = body.join('\r\n\r\n').replace(/\r\n$/, '');
    const encoding = header('Content-Transfer-Encoding', head);
    return (encoding === 'base64' ? Buffer.from(text, 'base64').toString() : unquoted(text)).replaceAll(
      '\r\n',
      '\n',
    );
  };
  return {
    subject: decodedWords(header('Subject', raw)),
    messageId: header('Message-ID', raw),
    text: part('text/plain'),
    html: part('text/html'),
  };
}

const unquoted = (text: string): string =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString();
