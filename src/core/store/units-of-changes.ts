import { sqlNames } from '../database/sql-names.js';
import { condition, or } from '../metadata/condition.js';
import { ChangeMark } from './change-mark.entity.js';
import type { Read } from './reading.js';
import { changesIn, type WorkspaceContent } from './changes-text.js';
import { WorkspaceChange } from './workspace-change.entity.js';

const m = sqlNames(ChangeMark, 'm');
const c = sqlNames(WorkspaceChange, 'c');

/** How far each slot of a workspace has come; those without are at 0. */
export type Versions = ReadonlyMap<number, number>;

/** What a unit of work has changed in a workspace. */
export interface UnitOfChanges {
  readonly slot: number;
  readonly version: number;
  readonly content: WorkspaceContent;
  /** Characters of the content, about. */
  readonly length: number;
}

/** The units of a slot after one version, up to another. */
export interface SlotRange {
  readonly slot: number;
  readonly from: number;
  readonly to: number;
}

export const sumOf = (versions: Versions): number =>
  [...versions.values()].reduce((sum, version) => sum + version, 0);

/** How far the slots of a workspace have come. */
export async function currentVersions(workspacePk: number, read: Read): Promise<Versions> {
  const sql = `SELECT ${m.slot}, ${m.version} FROM ${m.table} WHERE ${m.workspacePk} = ?`;
  const rows = await read(sql, [workspacePk]);
  return new Map(rows.map(([slot, version]) => [Number(slot), Number(version)]));
}

/** The units that have come after some versions, up to others. */
export const rangesBetween = (since: Versions, until: Versions): readonly SlotRange[] =>
  [...until]
    .map(([slot, to]) => ({ slot, from: since.get(slot) ?? 0, to }))
    .filter(({ from, to }) => to > from);

/** How many units are in ranges. */
export const unitsOf = (ranges: readonly SlotRange[]): number =>
  ranges.reduce((sum, { from, to }) => sum + to - from, 0);

/** What units have changed, as far as it is kept: fewer than `unitsOf` says where some are gone. */
export async function unitsIn(
  workspacePk: number,
  ranges: readonly SlotRange[],
  read: Read,
): Promise<UnitOfChanges[]> {
  const those = or(
    ranges.map(({ slot, from, to }) =>
      condition(`${c.slot} = ? AND ${c.version} > ? AND ${c.version} <= ?`, slot, from, to),
    ),
  );
  const rows = (await read(
    `SELECT ${c.slot}, ${c.version}, ${c.content} FROM ${c.table}
      WHERE ${c.workspacePk} = ? AND (${those.sql}) ORDER BY ${c.slot}, ${c.version}, ${c.part}`,
    [workspacePk, ...those.params],
  )) as [number, number, string][];
  const texts = new Map<string, { slot: number; version: number; text: string }>();
  for (const [slot, version, content] of rows) {
    const key = `${slot} ${version}`;
    const known = texts.get(key);
    if (known) known.text += content;
    else texts.set(key, { slot, version: Number(version), text: content });
  }
  return [...texts.values()].map(({ slot, version, text }) => ({
    slot,
    version,
    ...changesIn(text),
  }));
}
