import { type InstallationSecret, keyFor } from './installation-secret.js';
import { keyFrom, Vault } from './vault.js';

/** Keys of the environment for what is kept at rest. */
export interface GivenKeys {
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
  private vault: Vault | undefined;
  private version = -1;

  constructor(
    private readonly installation: InstallationSecret,
    private readonly given: GivenKeys,
  ) {}

  readonly seal = (text: string): string => this.current().seal(text);
  readonly sealBytes = (bytes: Buffer): string => this.current().sealBytes(bytes);

  /** Undefined when the key is not known, or it is no longer what it was. */
  async open(sealed: string): Promise<string | undefined> {
    return (await this.openBytes(sealed))?.toString('utf8');
  }

  async openBytes(sealed: string): Promise<Buffer | undefined> {
    const opened = this.current().openBytes(sealed);
    if (opened !== undefined || !(await this.installation.look())) return opened;
    return this.current().openBytes(sealed);
  }

  /** Whether something is encrypted with the key that encrypts now. */
  isCurrent(sealed: string): boolean {
    return this.current().isOwn(sealed);
  }

  private current(): Vault {
    const { installation, given } = this;
    if (this.vault && this.version === installation.version) return this.vault;
    const made = installation.all().flatMap((secret) => PURPOSES.map((purpose) => keyFor(purpose, secret)));
    const keys = [given.key, given.previous].filter((key) => key !== undefined).map(keyFrom);
    const [key, ...others] =
      given.key === undefined ? [made[0] as Buffer, ...keys, ...made] : [...keys, ...made];
    this.version = installation.version;
    this.vault = new Vault(key as Buffer, others);
    return this.vault;
  }
}
