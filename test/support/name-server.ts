import { createSocket } from 'node:dgram';

/** Where a question begins in a DNS message: after the header. */
const HEADER_BYTES = 12;

/** A name server on this machine that knows TXT records; what it does not know does not exist. */
export class NameServer {
  /** Values by name. */
  readonly records = new Map<string, string>();
  /** Taken at random, for it is part of a server's configuration before this one listens. */
  readonly port = 20_000 + Math.floor(Math.random() * 20_000);
  private readonly socket = createSocket('udp4');

  start(): Promise<void> {
    this.socket.on('message', (query, { port, address }) =>
      this.socket.send(this.answer(query), port, address),
    );
    return new Promise((resolve, reject) => {
      this.socket.once('error', reject);
      this.socket.bind(this.port, '127.0.0.1', () => resolve());
    });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.socket.close(() => resolve()));
  }

  /** RFC 1035, section 4: the header, the question as it came, and a record that points to its name. */
  private answer(query: Buffer): Buffer {
    const labels: string[] = [];
    let at = HEADER_BYTES;
    for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
      labels.push(query.toString('ascii', at + 1, at + 1 + length));
      at += 1 + length;
    }
    const question = query.subarray(HEADER_BYTES, at + 5);
    const text = this.records.get(labels.join('.').toLowerCase());
    const header = Buffer.from(query.subarray(0, HEADER_BYTES));
    header.writeUInt16BE(text === undefined ? 0x8183 : 0x8180, 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(text === undefined ? 0 : 1, 6);
    header.writeUInt32BE(0, 8);
    if (text === undefined) return Buffer.concat([header, question]);
    const data = Buffer.concat([Buffer.from([text.length]), Buffer.from(text)]);
    const record = Buffer.from([0xc0, HEADER_BYTES, 0, 16, 0, 1, 0, 0, 0, 0, 0, data.length]);
    return Buffer.concat([header, question, record, data]);
  }
}
