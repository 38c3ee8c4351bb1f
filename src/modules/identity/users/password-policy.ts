import { emailKey } from '../../../core/metadata/identity.js';
import { isCommon } from './common-passwords.js';
import { LONGEST_PASSWORD, normalPassword, SHORTEST_PASSWORD } from './passwords.js';

/** What speaks against a new password of the user with this address, in a sentence; undefined for nothing. */
export function passwordProblem(password: string, email: string): string | undefined {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD)
    return `A password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`;
  const bare = normalPassword(password).trim();
  if ([...bare].length < SHORTEST_PASSWORD)
    return `Blanks around a password do not count: it has ${SHORTEST_PASSWORD} other characters.`;
  if (isCommon(bare)) return 'Too many people have this password: it is tried first.';
  const key = emailKey(email);
  const own = [key, key.split('@')[0], key.split('@')[1]];
  return own.includes(emailKey(bare)) ? 'Your e-mail address is not a password.' : undefined;
}
