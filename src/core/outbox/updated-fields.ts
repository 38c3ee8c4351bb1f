import type { Field } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';

const isRead = ({ reads }: Field, columns: ReadonlySet<string>): boolean =>
  reads.some((read) => typeof read === 'string' && columns.has(read));

/**
 * The fields of an item that follow from changed columns: `shippingAddress.city` inside of objects, the bare name of a
 * relation. That something changed at all (`updatedAt`) is no news.
 */
export function updatedFields({ fields }: Resource, columns: ReadonlySet<string>): string[] {
  const names: string[] = [];
  for (const [name, field] of fields) {
    const { groups, parts, relation } = field;
    if (!groups.has('get') || name === 'updatedAt') continue;
    if (parts) {
      for (const [key, part] of parts) if (isRead(part, columns)) names.push(`${name}.${key}`);
    } else if (relation) {
      if (relation.column !== undefined && columns.has(relation.column)) names.push(name);
    } else if (isRead(field, columns)) names.push(name);
  }
  return names;
}

/**
 * With the status at the end: the WooCommerce plugin takes over one field after the other, and sets a status at once,
 * whereupon the shop writes back what it still has in the fields that follow.
 */
export function statusLast({ fields }: Resource, names: Iterable<string>): string[] {
  const isStatus = (name: string): boolean => fields.get(name)?.relation?.embedded ?? false;
  const all = [...new Set(names)];
  return [...all.filter((name) => !isStatus(name)), ...all.filter(isStatus)];
}

/** The lists of references in a body, which live in other tables. */
export const listsIn = (resource: Resource, sent: ReadonlyMap<string, unknown>): string[] =>
  [...resource.fields.values()]
    .filter(({ name, relation }) => relation?.cardinality === 'many' && sent.has(name))
    .map(({ name }) => name);
