import { hash, verify } from '@node-rs/argon2';

/** OWASP's choice for argon2id: 19 MiB, two passes, one lane. The library's `Algorithm` is a const enum: 2 is argon2id. */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Characters of a password. */
export const MIN_PASSWORD_LENGTH = 8;
export const MAX_PASSWORD_LENGTH = 200;

/** One password is one text, whatever keyboard it was typed on. */
export const normalPassword = (password: string): string => password.normalize('NFKC');

/** A password in the form in which it is kept: `$argon2id$v=19$m=19456,t=2,p=1$…`. */
export const passwordHash = (password: string): Promise<string> => hash(normalPassword(password), ARGON2ID);

let unknown: Promise<string> | undefined;

/** Whether this is the password; where there is none it takes as long, so that nobody learns who has one. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  if (password.length > MAX_PASSWORD_LENGTH) return false;
  unknown ??= passwordHash('nobody has this one');
  const isSame = await verify(kept ?? (await unknown), normalPassword(password));
  return isSame && kept !== null;
}
