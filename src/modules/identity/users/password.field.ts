import { revokeGrantsOf } from '../oauth/grants.js';
import type { FieldDeclaration } from '../../../core/metadata/field.js';
import { unsearchableText, type TextOptions } from '../../../core/metadata/fields/text.js';
import type { AfterWrite, BeforeWrite, Change } from '../../../core/metadata/resource.js';
import { MAX_PASSWORD_LENGTH, passwordHash, MIN_PASSWORD_LENGTH } from './passwords.js';
import type { User } from './user.entity.js';

/** A new password: written, never read, and kept as a hash by the hook below. */
export const plainPassword = (): FieldDeclaration =>
  writtenOnly({
    min: MIN_PASSWORD_LENGTH,
    max: MAX_PASSWORD_LENGTH,
    description:
      'A new password; null and nothing leave it as it is. It needs the token of a code from an e-mail, and `currentPassword` when that is older than 15 minutes.',
  });

/** The password so far, which a new one needs. */
export const currentPassword = (): FieldDeclaration =>
  writtenOnly({ max: MAX_PASSWORD_LENGTH, description: 'The password so far; see `plainPassword`.' });

function writtenOnly(options: Omit<TextOptions, 'groups'>): FieldDeclaration {
  return (name) => {
    const field = unsearchableText({ groups: ['put'], ...options })(name);
    return {
      ...field,
      reads: [],
      toJson: () => null,
      ...(field.write ? { write: { ...field.write, columns: () => ({}) } } : {}),
    };
  };
}

/** A new password that was sent. */
function newPassword({ kind, sent }: Pick<Change<User>, 'kind' | 'sent'>): string | undefined {
  const password = sent.get('plainPassword');
  return kind === 'update' && typeof password === 'string' && password !== '' ? password : undefined;
}

/** A password that was sent is kept as its hash. */
export const passwordIsHashed: BeforeWrite<User> = async (change) => {
  const password = newPassword(change);
  if (password !== undefined) change.after.passwordHash = await passwordHash(password);
};

/** Whoever was let in with an older password is out. */
export const newPasswordSignsOut: AfterWrite<User> = async (change, transaction) => {
  const { before } = change;
  if (before && before.passwordHash !== null && newPassword(change) !== undefined)
    await revokeGrantsOf(before.pk, transaction);
};
