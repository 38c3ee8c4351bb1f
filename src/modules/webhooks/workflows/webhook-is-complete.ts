import { randomBytes } from 'node:crypto';
import { withinQuota } from '../../../core/metadata/quota.js';
import type { BeforeWrite, Validator } from '../../../core/metadata/resource.js';
import { CODE, isBlank, type Violation } from '../../../core/metadata/violation.js';
import { periodOf } from './webhook-period.js';
import { Workflow } from './workflow.entity.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

const workflows = sqlNames(Workflow);

export const WEBHOOK = 'webhook';

const refusal = (propertyPath: string, message: string): Violation => ({
  propertyPath,
  message,
  code: CODE.pattern,
});

/** A webhook knows where it is told, how often, and with which credentials; it stays a webhook, and nothing else becomes one. */
export const webhookIsComplete: Validator<Workflow> = ({ before, after }) => {
  if (!after) return [];
  const wasWebhook = before?.type === WEBHOOK;
  if (before && wasWebhook !== (after.type === WEBHOOK))
    return [refusal('type', 'A webhook stays one, and an integration does not become one.')];
  if (after.type !== WEBHOOK) return [];
  const violations: Violation[] = [];
  const { url, authType, username, token, period } = after;
  if (url === null) violations.push(isBlank('url'));
  else if (URL.canParse(url) && (new URL(url).username !== '' || new URL(url).password !== ''))
    violations.push(refusal('url', 'Credentials do not belong here: use "authType".'));
  if (authType === 'basic' && username === null) violations.push(isBlank('username'));
  if (authType === 'bearer' && token === null) violations.push(isBlank('token'));
  if (periodOf(period) === undefined)
    violations.push(
      refusal('period', 'This value should be "immediately", or from "1 minute" to "6 hours".'),
    );
  return violations;
};

/** A new webhook gets the secret that its requests are signed with: 32 random bytes, in the form of Standard Webhooks. */
export const webhookIsSigned: BeforeWrite<Workflow> = ({ kind, after, encrypt, shown }) => {
  if (kind !== 'create' || after.type !== WEBHOOK) return;
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  after.signingSecret = encrypt(secret);
  shown.set('secret', secret);
};

/** A workspace has so many webhooks at most. */
export const webhooksAreWithinQuota: Validator<Workflow> = withinQuota('webhooks', ({ type, workspacePk }) =>
  type === WEBHOOK
    ? {
        owner: Workspace,
        ownerPk: workspacePk,
        from: `${workflows.table} WHERE ${workflows.workspacePk} = ? AND ${workflows.type} = ?`,
        params: [workspacePk, WEBHOOK],
      }
    : undefined,
);
