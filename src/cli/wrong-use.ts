import { isUUID } from 'class-validator';
import { isAddress } from '../core/metadata/identity.js';
import { STORE_SCOPES, type StoreScope } from '../surfaces/bigcommerce/auth/store-scopes.js';
import { type Right, USUAL_RIGHTS } from '../core/http/rights.js';

/** The command line was written wrongly: the sentence is followed by the usage. */
export class WrongUse extends Error {
  override name = 'WrongUse';
}

const LONGEST = 255;

/** A name without the blanks around it. @throws WrongUse when it is missing, blank or too long. */
export function nameFrom(option: string, value: string | undefined): string {
  const name = value?.trim() ?? '';
  if (name === '') throw new WrongUse(`--${option} is missing.`);
  if ([...name].length > LONGEST)
    throw new WrongUse(`--${option} must be at most ${LONGEST} characters long.`);
  return name;
}

/** An e-mail address. @throws WrongUse. */
export function emailFrom(option: string, value: string | undefined): string {
  const email = nameFrom(option, value);
  if (!isAddress(email)) throw new WrongUse(`--${option} must be an e-mail address, not "${email}".`);
  return email;
}

/** The id in `<id>` or `/workspaces/<id>`. @throws WrongUse. */
export function workspaceIdFrom(option: string, value: string | undefined): string {
  const workspace = nameFrom(option, value);
  const id = workspace.replace(/^\/workspaces\//, '').toLowerCase();
  if (!isUUID(id))
    throw new WrongUse(`--${option} must be the id or IRI of a workspace, not "${workspace}".`);
  return id;
}

/** What a client may do: a tenant's one `read` and `write`, an operator's `tracking:write`. @throws WrongUse. */
export function rightsFrom(
  option: string,
  values: readonly string[] | undefined,
  isOperator: boolean,
): readonly Right[] | undefined {
  const allowed: readonly Right[] = isOperator ? ['tracking:write'] : USUAL_RIGHTS;
  const wrong = values?.find((value) => !(allowed as readonly string[]).includes(value));
  if (wrong !== undefined) throw new WrongUse(`--${option} must be ${allowed.join(' or ')}, not "${wrong}".`);
  return values as readonly Right[] | undefined;
}

/** What a store token may do, in BigCommerce's words. @throws WrongUse. */
export function storeScopeFrom(option: string, value: string | undefined): StoreScope {
  const scopes = Object.keys(STORE_SCOPES) as StoreScope[];
  const word = nameFrom(option, value);
  const scope = scopes.find((each) => each === word);
  if (!scope) throw new WrongUse(`--${option} must be ${scopes.join(' or ')}, not "${word}".`);
  return scope;
}
