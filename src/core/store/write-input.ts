import { BadInput, WrongType } from '../metadata/errors.js';
import type { Group, Parsed } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';

/** The fields of a body that may be written, each of the right JSON type; everything else in it is ignored. */
export type WriteInput = ReadonlyMap<string, Parsed>;

/**
 * Reads a body. `path` is where it stands in the whole body, for messages.
 * @throws BadInput when a value has the wrong JSON type or is no IRI.
 */
export function parseWriteInput(resource: Resource, body: unknown, group: Group, path = ''): WriteInput {
  if (typeof body !== 'object' || body === null) {
    if (path === '') throw new BadInput('The body must be a JSON object.');
    throw new WrongType(path, 'array', body);
  }
  const sent = body as Readonly<Record<string, unknown>>;
  if (path === '' && group === 'post' && Object.hasOwn(sent, '@id')) {
    throw new BadInput('Update is not allowed for this operation.');
  }
  const input = new Map<string, Parsed>();
  for (const [name, field] of resource.fields) {
    if (!field.write || !field.groups.has(group) || !Object.hasOwn(sent, name)) continue;
    if (field.write.isUnchanged?.(sent[name])) continue;
    input.set(name, field.write.parse(sent[name], path === '' ? name : `${path}.${name}`));
  }
  return input;
}
