import { isEmail, isUUID } from 'class-validator';

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
  if (!isEmail(email)) throw new WrongUse(`--${option} must be an e-mail address, not "${email}".`);
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
