import type { Group } from '../metadata/field.js';
import type { Resource } from '../metadata/resource.js';
import { csvColumns, type CsvColumn, csvHeader, csvRows } from '../serializer/csv.js';
import type { Json } from '../serializer/reader.js';
import { CSV, JSON_LD, type MediaType } from './media-type.js';

/** An item as its answer's text. */
export function itemText(resource: Resource, item: Json, type: MediaType): string {
  if (type === CSV) return membersText(resource, 'get', [item], type);
  return JSON.stringify(type === JSON_LD ? { '@context': `/contexts/${resource.name}`, ...item } : item);
}

/** The members of a list, without an envelope. */
export function membersText(
  resource: Resource,
  group: Group,
  members: readonly Json[],
  type: MediaType,
): string {
  if (type !== CSV) return JSON.stringify(members);
  const columns = columnsOf(resource, group);
  return csvHeader(columns) + csvRows(columns, members);
}

/** A whole collection as CSV, batch by batch. */
export async function* csvText(
  resource: Resource,
  group: Group,
  batches: AsyncIterable<readonly Json[]>,
): AsyncGenerator<string> {
  const columns = columnsOf(resource, group);
  yield csvHeader(columns);
  for await (const members of batches) yield csvRows(columns, members);
}

const known = new WeakMap<Resource, Map<Group, readonly CsvColumn[]>>();

function columnsOf(resource: Resource, group: Group): readonly CsvColumn[] {
  const groups = known.get(resource) ?? new Map<Group, readonly CsvColumn[]>();
  known.set(resource, groups);
  const columns = groups.get(group) ?? csvColumns(resource, group);
  groups.set(group, columns);
  return columns;
}
