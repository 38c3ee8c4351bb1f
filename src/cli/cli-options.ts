import { isUUID } from 'class-validator';
import { isAddress } from '../core/metadata/identity.js';
import { STORE_SCOPES, type StoreScope } from '../surfaces/bigcommerce/auth/store-scopes.js';
import { type OAuthScope, DEFAULT_OAUTH_SCOPES } from '../core/http/oauth-scopes.js';

/** The command line was written wrongly: the sentence is followed by the usage. */
export class UsageError extends Error {
  override name = 'WrongUse';
}

const MAX_LENGTH = 255;

/** A name without the blanks around it. @throws WrongUse when it is missing, blank or too long. */
export function parseName(option: string, value: string | undefined): string {
  const name = value?.trim() ?? '';
  if (name === '') throw new UsageError(`--${option} is missing.`);
  if ([...name].length > MAX_LENGTH)
    throw new UsageError(`--${option} must be at most ${MAX_LENGTH} characters long.`);
  return name;
}

/** An e-mail address. @throws WrongUse. */
export function parseEmail(option: string, value: string | undefined): string {
  const email = parseName(option, value);
  if (!isAddress(email)) throw new UsageError(`--${option} must be an e-mail address, not "${email}".`);
  return email;
}

/** The id in `<id>` or `/workspaces/<id>`. @throws WrongUse. */
export function parseWorkspaceId(option: string, value: string | undefined): string {
  const workspace = parseName(option, value);
  const id = workspace.replace(/^\/workspaces\//, '').toLowerCase();
  if (!isUUID(id))
    throw new UsageError(`--${option} must be the id or IRI of a workspace, not "${workspace}".`);
  return id;
}

/** The id in `<id>` or `/teams/<id>`. @throws WrongUse. */
export function parseTeamId(option: string, value: string | undefined): string {
  const team = parseName(option, value);
  const id = team.replace(/^\/teams\//, '').toLowerCase();
  if (!isUUID(id)) throw new UsageError(`--${option} must be the id or IRI of a team, not "${team}".`);
  return id;
}

/** A whole number above zero. @throws WrongUse. */
export function parseCount(option: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (!/^[1-9]\d{0,7}$/.test(value))
    throw new UsageError(`--${option} must be a whole number above zero, not "${value}".`);
  return Number(value);
}

/** What a client may do: a tenant's one `read` and `write`, an operator's `tracking:write`. @throws WrongUse. */
export function parseRights(
  option: string,
  values: readonly string[] | undefined,
  isOperator: boolean,
): readonly OAuthScope[] | undefined {
  const allowed: readonly OAuthScope[] = isOperator ? ['tracking:write'] : DEFAULT_OAUTH_SCOPES;
  const wrong = values?.find((value) => !(allowed as readonly string[]).includes(value));
  if (wrong !== undefined)
    throw new UsageError(`--${option} must be ${allowed.join(' or ')}, not "${wrong}".`);
  return values as readonly OAuthScope[] | undefined;
}

/** What a store token may do, in BigCommerce's words. @throws WrongUse. */
export function parseStoreScope(option: string, value: string | undefined): StoreScope {
  const scopes = Object.keys(STORE_SCOPES) as StoreScope[];
  const word = parseName(option, value);
  const scope = scopes.find((each) => each === word);
  if (!scope) throw new UsageError(`--${option} must be ${scopes.join(' or ')}, not "${word}".`);
  return scope;
}
