import type { Rule } from '../../../core/metadata/resource.js';
import { CODE } from '../../../core/metadata/violation.js';
import { WEBHOOK } from './webhook-is-complete.js';
import type { Workflow } from './workflow.entity.js';

const CREDENTIALS = ['password', 'token'] as const;

/** The credential that a webhook sends with each request. */
const sentWith = ({ authType }: Workflow): string | undefined =>
  ({ basic: 'password', bearer: 'token' })[authType ?? ''];

const originOf = (url: string | null): string | undefined =>
  url !== null && URL.canParse(url) ? new URL(url).origin : undefined;

/**
 * Nobody reads a credential by sending it to a host of his own: for another host it is given again, and one that is not
 * in use is forgotten.
 */
export const credentialsAreForOneHost: Rule<Workflow> = ({ before, after, sent }) => {
  if (!before || after?.type !== WEBHOOK || originOf(before.url) === originOf(after.url)) return [];
  const inUse = sentWith(after);
  const left = CREDENTIALS.filter((name) => after[name] !== null && !sent.has(name));
  for (const name of left) if (name !== inUse) after[name] = null;
  const message = 'Send it again: it was given for another host.';
  return left
    .filter((name) => name === inUse)
    .map((propertyPath) => ({ propertyPath, message, code: CODE.blank }));
};

/** The answer to a POST has what the POST carried, as clients compare it; nothing else shows it. */
export const webhookShowsCredentials: Rule<Workflow> = ({ kind, after, sent, shown }) => {
  if (kind !== 'create' || after?.type !== WEBHOOK) return [];
  for (const name of CREDENTIALS) {
    const value = sent.get(name);
    if (typeof value === 'string' && value !== '') shown.set(name, value);
  }
  return [];
};
