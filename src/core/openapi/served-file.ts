import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const compress = promisify(gzip);

/** Bytes that stay the same as long as the process lives; they are compressed once, for clients that want it. */
export class ServedFile {
  /** Differs when the bytes differ. */
  readonly hash: string;
  private readonly bytes: Buffer;
  private compressed: Promise<Buffer> | undefined;

  constructor(
    readonly type: string,
    content: string | Buffer,
  ) {
    this.bytes = Buffer.from(content);
    this.hash = createHash('sha256').update(this.bytes).digest('base64url').slice(0, 27);
  }

  /** Answers a GET: 304 when the client has it. `type` says it in another way. */
  async send(request: FastifyRequest, reply: FastifyReply, type = this.type): Promise<void> {
    const { 'accept-encoding': accepted = '', 'if-none-match': known = '' } = request.headers;
    const isCompressed = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(String(accepted));
    const tag = `"${this.hash}${isCompressed ? '-gzip' : ''}"`;
    void reply.header('ETag', tag).header('Vary', 'Accept, Accept-Encoding');
    if (known === '*' || known.split(/\s*,\s*/).some((each) => each.replace(/^W\//, '') === tag)) {
      await reply.status(304).send();
      return;
    }
    void reply.type(type);
    if (!isCompressed) return void (await reply.send(this.bytes));
    this.compressed ??= compress(this.bytes);
    await reply.header('Content-Encoding', 'gzip').send(await this.compressed);
  }
}
