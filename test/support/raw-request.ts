import { connect } from 'node:net';

/** What came back on a connection on which exactly these bytes were sent. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  /** The status lines, of interim answers as well. */
  readonly statuses: readonly number[];
}

export type Head = Readonly<Record<string, string | number>>;

/**
 * Sends a request's head, and of its body what is given: the rest stays out as long as the connection lives. Answers as
 * soon as the head of the final answer and what came with it are there.
 */
export function rawRequest(
  url: string,
  method: string,
  path: string,
  head: Head,
  body: string | Buffer = '',
): Promise<RawAnswer> {
  const { host, hostname, port } = new URL(url);
  const lines = Object.entries({ host, ...head }).map(([name, value]) => `${name}: ${value}\r\n`);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const pieces: Buffer[] = [];
    socket.on('data', (piece) => {
      pieces.push(piece);
      const text = Buffer.concat(pieces).toString();
      const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));
      const status = statuses.at(-1) ?? 0;
      if (status < 200 || !text.includes('\r\n\r\n')) return;
      socket.destroy();
      resolve({ status, text, statuses });
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`no answer: ${Buffer.concat(pieces).toString()}`)));
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
    if (body.length > 0) socket.write(body);
  });
}

/** Writes a whole request before it reads anything, as simple clients do. @throws when the pipe breaks. */
export function writesFirst(
  url: string,
  method: string,
  path: string,
  head: Head,
  body: Buffer,
): Promise<RawAnswer> {
  const { host, hostname, port } = new URL(url);
  const lines = Object.entries({ host, 'content-length': body.length, ...head });
  return new Promise((resolve, reject) => {
    const socket = connect({ port: Number(port), host: hostname });
    socket.on('error', reject);
    socket.pause();
    socket.write(
      `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
    );
    socket.write(body, (error) => {
      if (error) return reject(error);
      const pieces: Buffer[] = [];
      socket.on('data', (piece) => {
        pieces.push(piece);
        const text = Buffer.concat(pieces).toString();
        const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
        socket.destroy();
        resolve({ status, text, statuses: [status] });
      });
      socket.resume();
    });
  });
}
