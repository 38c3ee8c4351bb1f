import { READ } from '../../../core/metadata/field.js';
import { toMany } from '../../../core/metadata/fields/relation.js';
import { derived, uuid } from '../../../core/metadata/fields/simple.js';
import { unsearchableText } from '../../../core/metadata/fields/text.js';
import { defineResource, type Resource, type Validator } from '../../../core/metadata/resource.js';
import { CODE } from '../../../core/metadata/violation.js';
import { teamResource } from '../teams/team.resource.js';
import { currentPassword, newPasswordSignsOut, passwordIsHashed, plainPassword } from './password.field.js';
import { userIsErased, userLeavesNoTeamBehind } from './user-is-erased.js';
import { User } from './user.entity.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Team } from '../teams/team.entity.js';
import { Membership } from '../teams/membership.entity.js';

const x = sqlNames(Team, 'x');
const m = sqlNames(Membership, 'm');

const WRITTEN = [...READ, 'put'] as const;

/** A time zone that this machine knows. */
const timezoneExists: Validator<User> = ({ after, sent }) => {
  const zone = sent.get('timezone');
  if (!after || typeof zone !== 'string' || zone === '' || isZone(zone)) return [];
  return [{ propertyPath: 'timezone', message: 'This value is not a valid timezone.', code: CODE.choice }];
};

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
}

export const userResource: Resource<User> = defineResource(User, {
  name: 'User',
  path: 'users',
  description:
    'A person or a program that can be a member of teams. Others see it who are in one of its teams.',
  owner: 'is user',
  operations: ['item', 'put', 'delete'],
  fields: {
    email: derived({
      groups: READ,
      schema: { type: 'string', format: 'email' },
      reads: ['email'],
      toJson: (row, at) => row[at],
    }),
    firstName: unsearchableText({ groups: WRITTEN, example: 'Ada' }),
    lastName: unsearchableText({ groups: WRITTEN, example: 'Byron' }),
    emailVerified: derived({
      groups: READ,
      schema: { type: 'boolean' },
      reads: ['emailVerified'],
      toJson: (row, at) => Boolean(row[at]),
    }),
    passwordSet: derived({
      groups: READ,
      schema: { type: 'boolean' },
      reads: [({ alias }) => `(${alias}.passwordHash IS NOT NULL)`],
      toJson: (row, at) => Boolean(row[at]),
    }),
    trialRedeemed: derived({
      groups: READ,
      description: 'There is nothing to try.',
      schema: { type: 'boolean' },
      reads: [],
      toJson: () => false,
    }),
    timezone: unsearchableText({ groups: WRITTEN, emptyIsNull: true, max: 64, example: 'Europe/Vienna' }),
    photo: derived({
      groups: READ,
      schema: { type: 'object', nullable: true },
      reads: [],
      toJson: () => null,
    }),
    teams: toMany(() => teamResource, {
      groups: READ,
      listed: (owner) => ({
        id: x.id,
        from: `${m.table} JOIN ${x.table} ON ${x.pk} = ${m.teamPk} WHERE ${m.userPk} = ${owner}.pk`,
        order: m.pk,
      }),
    }),
    plainPassword: plainPassword(),
    currentPassword: currentPassword(),
    id: uuid({ groups: READ }),
  },
  filters: [],
  beforeWrite: [passwordIsHashed],
  validate: [timezoneExists, userLeavesNoTeamBehind],
  beforeDelete: [userIsErased],
  afterWrite: [newPasswordSignsOut],
});
