import { insertInto } from '../../../core/database/insert.js';
import type { AfterWrite } from '../../../core/metadata/resource.js';
import type { Team } from './team.entity.js';
import { Membership } from './membership.entity.js';

/** Who makes a team is its first member. */
export const creatorBecomesOwner: AfterWrite<Team> = async ({ kind, after, userPk }, transaction) => {
  if (kind !== 'create' || !after) return;
  await insertInto(transaction, Membership, {
    userPk,
    teamPk: after.pk,
    role: 'owner',
    createdAt: transaction.moment,
  });
};
