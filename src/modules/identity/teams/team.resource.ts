import {
  ALL,
  READ,
  type FieldDeclaration,
  type FieldSchema,
  type Group,
} from '../../../core/metadata/field.js';
import { toMany } from '../../../core/metadata/fields/relation.js';
import { derived, uuid } from '../../../core/metadata/fields/simple.js';
import { text } from '../../../core/metadata/fields/text.js';
import { withinQuota } from '../../../core/metadata/quota.js';
import { defineResource, type Resource } from '../../../core/metadata/resource.js';
import { auditEntryResource } from '../../audit-log/audit-entry.resource.js';
import { workspaceResource } from '../../workspaces/workspace.resource.js';
import { creatorBecomesOwner } from './creator-becomes-owner.js';
import { Team } from './team.entity.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Workspace } from '../../workspaces/workspace.entity.js';
import { Membership } from './membership.entity.js';
import { User } from '../users/user.entity.js';

const w = sqlNames(Workspace, 'w');
const x = sqlNames(Workspace, 'x');
const xOfMembership = sqlNames(Membership, 'x');
const memberships = sqlNames(Membership);

/** Whoever runs the server has no plan to pay: clients look for an active subscription before they offer a workspace. */
const SELF_HOSTED = {
  cbId: null,
  status: 'active',
  planType: 'self_hosted',
  planId: 'self_hosted',
  addonsQtyByKey: {},
  planName: 'Self-hosted',
  billingPeriod: null,
  billingPeriodUnit: null,
  expiresAt: null,
  unpaidInvoices: 0,
  hasScheduledChanges: false,
  id: null,
  hasCouponCode: false,
};

const nullableText: FieldSchema = { type: 'string', nullable: true };

const SUBSCRIPTION: FieldSchema = {
  type: 'object',
  nullable: true,
  properties: {
    cbId: nullableText,
    status: nullableText,
    planType: nullableText,
    planId: nullableText,
    addonsQtyByKey: { type: 'object', values: { type: 'integer' } },
    planName: nullableText,
    billingPeriod: nullableText,
    billingPeriodUnit: nullableText,
    expiresAt: { type: 'string', format: 'date-time', nullable: true },
    unpaidInvoices: { type: 'integer' },
    hasScheduledChanges: { type: 'boolean' },
    id: nullableText,
    hasCouponCode: { type: 'boolean' },
  },
};

/** Also inside the answer to a workspace's POST, which may have made the team. */
const SHOWN: readonly Group[] = [...READ, 'getp'];

const fixed = (schema: FieldSchema, value: unknown): FieldDeclaration =>
  derived({ groups: SHOWN, schema, reads: [], toJson: () => value });

export const teamResource: Resource<Team> = defineResource(Team, {
  name: 'Team',
  path: 'teams',
  description: 'A tenant: its members see its workspaces and nothing else.',
  nameField: 'name',
  owner: 'is team',
  fields: {
    name: text({
      groups: [...ALL, 'getp'],
      required: true,
      min: 4,
      pattern: /^[\w\-\s&]+$/,
      example: 'Acme',
    }),
    workspaces: toMany(() => workspaceResource, {
      groups: ['getp'],
      description: 'Only inside the answer to the POST of a workspace.',
      listed: (owner) => ({
        id: w.id,
        from: `${w.table} WHERE ${w.teamPk} = ${owner}.pk`,
        order: w.pk,
      }),
    }),
    workspacesCount: derived({
      groups: SHOWN,
      schema: { type: 'integer' },
      reads: [({ alias }) => `(SELECT COUNT(*) FROM ${x.table} WHERE ${x.teamPk} = ${alias}.pk)`],
      toJson: (row, at) => Number(row[at]),
    }),
    usersCount: derived({
      groups: SHOWN,
      schema: { type: 'integer' },
      reads: [
        ({ alias }) =>
          `(SELECT COUNT(*) FROM ${xOfMembership.table} WHERE ${xOfMembership.teamPk} = ${alias}.pk)`,
      ],
      toJson: (row, at) => Number(row[at]),
    }),
    entitlements: fixed({ type: 'object' }, {}),
    subscription: fixed(SUBSCRIPTION, SELF_HOSTED),
    billingProvider: fixed({ type: 'string' }, 'none'),
    shopifyBillingWorkflowId: fixed({ type: 'string', nullable: true }, null),
    id: uuid({ groups: SHOWN }),
  },
  filters: [],
  links: [
    { segment: 'workspaces', target: () => workspaceResource, via: 'team' },
    { segment: 'audit_log', target: () => auditEntryResource, via: 'team' },
  ],
  validate: [
    withinQuota('teams', (_, userPk) => ({
      owner: User,
      ownerPk: userPk,
      from: `${memberships.table} WHERE ${memberships.userPk} = ? AND ${memberships.role} = 'owner'`,
      params: [userPk],
    })),
  ],
  afterWrite: [creatorBecomesOwner],
});
