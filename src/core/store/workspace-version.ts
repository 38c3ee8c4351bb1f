import { isIn, type Condition } from '../metadata/condition.js';
import type { SqlDialect } from '../metadata/field.js';
import { type Transaction, unitKey } from '../metadata/transaction.js';
import { splitIntoChunks } from '../outbox/chunks.js';
import type { Versions } from './units-of-changes.js';
import { observersOf, unitChanges } from './unit-changes.js';

/** Writers of one workspace that meet in the same slot wait for each other's commit. */
export const SLOTS = 64;

const slot = (): number => Math.floor(Math.random() * SLOTS);

/** Workspaces whose version a unit raises. */
const BUMPED = unitKey(() => new Set<number>());

/**
 * Says that something in a workspace changes with this unit of work, so that nobody goes on with what was remembered of
 * it; it counts once a unit, and what the unit has changed is kept under the version. Only `touch.ts` and `row-changes.ts`
 * call it, which also record what has changed.
 */
export function bumpVersion(workspacePk: number, transaction: Transaction): void {
  const bumped = transaction.get(BUMPED);
  if (bumped.has(workspacePk)) return;
  bumped.add(workspacePk);
  transaction.atTheEnd(`version of workspace ${workspacePk}`, async () => {
    const chosen = slot();
    await transaction.send(
      `INSERT INTO change_marks (workspacePk, slot, version) VALUES (?, ?, 1) ${raised(transaction)}`,
      [workspacePk, chosen],
    );
    const content = unitChanges(transaction).contentOf(workspacePk, observersOf(transaction));
    const of = { sql: 'm.workspacePk = ?', params: [workspacePk] };
    await keepContent(content, chosen, of, transaction);
  });
}

/** Beside those of the versions, and always at 0: whoever holds it is the only one who makes items of a workspace that may be there already. */
const UPSERT_SLOT = SLOTS;

/** Has others wait who look whether an item is there already, and make it where it is not, in the same workspace. */
export async function holdUpserts(workspacePk: number, transaction: Transaction): Promise<void> {
  await transaction.send(
    `INSERT INTO change_marks (workspacePk, slot, version) VALUES (?, ?, 0) ${transaction.dialect.onConflict('workspacePk, slot', 'version = change_marks.version')}`,
    [workspacePk, UPSERT_SLOT],
  );
}

/** As `bumpVersion`, for all workspaces of a team. */
export function bumpTeamVersions(teamPk: number, transaction: Transaction): void {
  transaction.atTheEnd(`versions of team ${teamPk}`, async () => {
    const chosen = slot();
    await transaction.send(
      `INSERT INTO change_marks (workspacePk, slot, version) SELECT pk, ?, 1 FROM workspaces WHERE teamPk = ? ORDER BY pk ${raised(transaction)}`,
      [chosen, teamPk],
    );
    const of = { sql: 'm.workspacePk IN (SELECT pk FROM workspaces WHERE teamPk = ?)', params: [teamPk] };
    await keepContent('{}', chosen, of, transaction);
  });
}

/** Each version of a slot has its row, so that a reader sees whether one is missing. The slot is held, so its version is this unit's. */
async function keepContent(
  content: string,
  chosen: number,
  workspaces: Condition,
  transaction: Transaction,
): Promise<void> {
  const parts = splitIntoChunks(content);
  const listed = parts.map((_, part) => `SELECT ${part} AS part, ? AS content`).join(' UNION ALL ');
  await transaction.send(
    `INSERT INTO workspace_changes (workspacePk, slot, version, part, content, createdAt)
      SELECT m.workspacePk, m.slot, m.version, p.part, p.content, ? FROM change_marks m CROSS JOIN (${listed}) p
      WHERE m.slot = ? AND ${workspaces.sql}`,
    [transaction.moment, ...parts, chosen, ...workspaces.params],
  );
}

/** Of a workspace that is deleted. */
export async function forgetVersions(workspacePk: number, transaction: Transaction): Promise<void> {
  await transaction.send('DELETE FROM change_marks WHERE workspacePk = ?', [workspacePk]);
  await transaction.send('DELETE FROM workspace_changes WHERE workspacePk = ?', [workspacePk]);
}

const raised = ({ dialect }: Transaction): string =>
  dialect.onConflict('workspacePk, slot', 'version = change_marks.version + 1');

/** A number that grows with every change in these workspaces. */
export function versionOf(workspacePks: readonly number[]): Condition {
  const of = isIn('m.workspacePk', workspacePks);
  return {
    sql: `(SELECT COALESCE(SUM(m.version), 0) FROM change_marks m WHERE ${of.sql})`,
    params: of.params,
  };
}

/** The versions of a workspace's slots as one text, see `versionsIn`. */
export function slotVersionsOf(workspacePk: number, dialect: SqlDialect): Condition {
  return {
    sql: dialect.listed(
      `m.version * ${SLOTS} + m.slot`,
      `change_marks m WHERE m.workspacePk = ? AND m.slot < ${SLOTS}`,
      'm.slot',
    ),
    params: [workspacePk],
  };
}

/** What `slotVersionsOf` selects: versions by slot. */
export function versionsIn(selected: string | null): Versions {
  if (selected === null) return new Map();
  const pairs = selected.split(',').map(Number);
  return new Map(pairs.map((pair) => [pair % SLOTS, Math.floor(pair / SLOTS)]));
}
