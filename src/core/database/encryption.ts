import { type InstallationSecret, keyFor } from './installation-secret.js';
import { keyFrom, Cipher } from './cipher.js';

/** Keys of the environment for what is kept at rest. */
export interface EncryptionKeys {
  /** ENCRYPTION_KEY: it encrypts. */
  readonly key?: string | undefined;
  /** ENCRYPTION_KEY_PREVIOUS: what it has encrypted can be read. */
  readonly previous?: string | undefined;
}

/** What keys are made for from the installation's secret; the second is of e-mails that were queued by older versions. */
const PURPOSES = ['sealed columns', 'mails'] as const;

/**
 * Encrypts what is kept at rest, with ENCRYPTION_KEY or, without it, a key made from the installation's secret. What was
 * encrypted with a key of before can be read as long as this process knows that key.
 */
export class Encryption {
  private cipher: Cipher | undefined;
  private version = -1;

  constructor(
    private readonly installation: InstallationSecret,
    private readonly given: EncryptionKeys,
  ) {}

  readonly encrypt = (text: string): string => this.current().encrypt(text);
  readonly encryptBytes = (bytes: Buffer): string => this.current().encryptBytes(bytes);

  /** Undefined when the key is not known, or it is no longer what it was. */
  async decrypt(encrypted: string): Promise<string | undefined> {
    return (await this.decryptBytes(encrypted))?.toString('utf8');
  }

  async decryptBytes(encrypted: string): Promise<Buffer | undefined> {
    const opened = this.current().decryptBytes(encrypted);
    if (opened !== undefined || !(await this.installation.look())) return opened;
    return this.current().decryptBytes(encrypted);
  }

  /** Whether something is encrypted with the key that encrypts now. */
  isCurrent(encrypted: string): boolean {
    return this.current().hasOwnKey(encrypted);
  }

  private current(): Cipher {
    const { installation, given } = this;
    if (this.cipher && this.version === installation.version) return this.cipher;
    const made = installation.all().flatMap((secret) => PURPOSES.map((purpose) => keyFor(purpose, secret)));
    const keys = [given.key, given.previous].filter((key) => key !== undefined).map(keyFrom);
    const [key, ...others] =
      given.key === undefined ? [made[0] as Buffer, ...keys, ...made] : [...keys, ...made];
    this.version = installation.version;
    this.cipher = new Cipher(key as Buffer, others);
    return this.cipher;
  }
}
