import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ENCRYPTED = /^v1:([0-9a-f]{8}):([\w-]+)$/;

/** The key of what is encrypted, from ENCRYPTION_KEY: any text of 32 characters or more. */
export const keyFrom = (passphrase: string): Buffer =>
  Buffer.from(hkdfSync('sha256', passphrase, '', 'waybill sealed columns', 32));

const nameOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 8);

/**
 * Encrypts what is kept at rest (AES-256-GCM): `v1:<key>:<nonce, text and tag in base64url>`. `<key>` names the key without
 * telling it, so that text of another key is told from text that was tampered with.
 */
export class Cipher {
  private readonly name: string;
  private readonly keys: ReadonlyMap<string, Buffer>;

  /** Keys have 32 bytes. `others` open what they have encrypted. */
  constructor(
    private readonly key: Buffer,
    others: readonly Buffer[] = [],
  ) {
    this.name = nameOf(key);
    this.keys = new Map([...others, key].map((each) => [nameOf(each), each]));
  }

  readonly encrypt = (text: string): string => this.encryptBytes(Buffer.from(text, 'utf8'));

  encryptBytes(bytes: Buffer): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce);
    const encrypted = Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    return `v1:${this.name}:${encrypted.toString('base64url')}`;
  }

  /** Undefined when it was encrypted with a key that is not known, or is no longer what it was. */
  readonly decrypt = (encrypted: string): string | undefined =>
    this.decryptBytes(encrypted)?.toString('utf8');

  decryptBytes(encrypted: string): Buffer | undefined {
    const [, name = '', content = ''] = ENCRYPTED.exec(encrypted) ?? [];
    const key = this.keys.get(name);
    const bytes = Buffer.from(content, 'base64url');
    if (!key || bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([text, decipher.final()]);
    } catch {
      return undefined;
    }
  }

  /** Whether it is encrypted with the key that this one encrypts with. */
  hasOwnKey(encrypted: string): boolean {
    return ENCRYPTED.exec(encrypted)?.[1] === this.name;
  }
}
