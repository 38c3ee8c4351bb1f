import { revokeGrantsOf } from '../oauth/grants.js';
import type { FieldDeclaration } from '../../../core/metadata/field.js';
import { note, type TextOptions } from '../../../core/metadata/fields/text.js';
import type { Rule } from '../../../core/metadata/resource.js';
import { LONGEST_PASSWORD, passwordHash, SHORTEST_PASSWORD } from './passwords.js';
import type { User } from './user.entity.js';

/** A new password: written, never read, and kept as a hash by the rule below. */
export const plainPassword = (): FieldDeclaration =>
  writtenOnly({
    min: SHORTEST_PASSWORD,
    max: LONGEST_PASSWORD,
    description:
      'A new password; null and nothing leave it as it is. It needs the token of a code from an e-mail, and `currentPassword` when that is older than 15 minutes.',
  });

/** The password so far, which a new one needs. */
export const currentPassword = (): FieldDeclaration =>
  writtenOnly({ max: LONGEST_PASSWORD, description: 'The password so far; see `plainPassword`.' });

function writtenOnly(options: Omit<TextOptions, 'groups'>): FieldDeclaration {
  return (name) => {
    const field = note({ groups: ['put'], ...options })(name);
    return {
      ...field,
      reads: [],
      toJson: () => null,
      ...(field.write ? { write: { ...field.write, columns: () => ({}) } } : {}),
    };
  };
}

/** A password that was sent is kept as its hash; whoever was let in with an older one is out. */
export const passwordIsHashed: Rule<User> = async ({ kind, before, after, sent }, transaction) => {
  const password = sent.get('plainPassword');
  if (kind !== 'update' || !before || !after || typeof password !== 'string' || password === '') return [];
  after.passwordHash = await passwordHash(password);
  if (before.passwordHash !== null) await revokeGrantsOf(before.pk, transaction);
  return [];
};
