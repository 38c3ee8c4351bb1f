import type { AfterWrite, BeforeWrite, Change, Validator } from '../../../core/metadata/resource.js';
import { CODE } from '../../../core/metadata/violation.js';
import { WEBHOOK } from './webhook-is-complete.js';
import type { Workflow } from './workflow.entity.js';

const CREDENTIALS = ['password', 'token'] as const;
type Credential = (typeof CREDENTIALS)[number];

/** The credential that a webhook sends with each request. */
const credentialInUse = ({ authType }: Workflow): string | undefined =>
  ({ basic: 'password', bearer: 'token' })[authType ?? ''];

const originOf = (url: string | null): string | undefined =>
  url !== null && URL.canParse(url) ? new URL(url).origin : undefined;

/** The credentials that a webhook has for the host so far, where it gets another. */
function credentialsOfPreviousHost({
  before,
  after,
  sent,
}: Change<Readonly<Workflow>>): readonly Credential[] {
  if (!before || after?.type !== WEBHOOK || originOf(before.url) === originOf(after.url)) return [];
  return CREDENTIALS.filter((name) => after[name] !== null && !sent.has(name));
}

/** For another host, a credential that is not in use is forgotten. */
export const unusedCredentialsAreForgotten: BeforeWrite<Workflow> = (change) => {
  const { after } = change;
  for (const name of credentialsOfPreviousHost(change))
    if (name !== credentialInUse(after)) after[name] = null;
};

/** Nobody reads a credential by sending it to a host of his own: for another host it is given again. */
export const credentialsAreForOneHost: Validator<Workflow> = (change) => {
  const message = 'Send it again: it was given for another host.';
  return credentialsOfPreviousHost(change).map((propertyPath) => ({
    propertyPath,
    message,
    code: CODE.blank,
  }));
};

/** The answer to a POST has what the POST carried, as clients compare it; nothing else shows it. */
export const webhookShowsCredentials: AfterWrite<Workflow> = ({ kind, after, sent, shown }) => {
  if (kind !== 'create' || after?.type !== WEBHOOK) return;
  for (const name of CREDENTIALS) {
    const value = sent.get(name);
    if (typeof value === 'string' && value !== '') shown.set(name, value);
  }
};
