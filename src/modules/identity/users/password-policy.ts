import { emailKey } from '../../../core/metadata/identity.js';
import { isCommon } from './common-passwords.js';
import { MAX_PASSWORD_LENGTH, normalPassword, MIN_PASSWORD_LENGTH } from './passwords.js';

/** What speaks against a new password of the user with this address, in a sentence; undefined for nothing. */
export function passwordProblem(password: string, email: string): string | undefined {
  const length = [...password].length;
  if (length < MIN_PASSWORD_LENGTH || length > MAX_PASSWORD_LENGTH)
    return `A password has ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters.`;
  const bare = normalPassword(password).trim();
  if ([...bare].length < MIN_PASSWORD_LENGTH)
    return `Blanks around a password do not count: it has ${MIN_PASSWORD_LENGTH} other characters.`;
  if (isCommon(bare)) return 'Too many people have this password: it is tried first.';
  const key = emailKey(email);
  const own = [key, key.split('@')[0], key.split('@')[1]];
  return own.includes(emailKey(bare)) ? 'Your e-mail address is not a password.' : undefined;
}
