import { sqlNames } from '../../core/database/sql-names.js';
import { isIn } from '../../core/metadata/condition.js';
import { Workspace } from '../workspaces/workspace.entity.js';
import { DAY_MS, monthOf } from './days.js';
import { DeliveryHistogram } from './delivery-histogram.entity.js';
import { type History, MAX_AGE_MONTHS, type WeightedCounts } from './history.js';
import { IS_VERSION, VERSION_MONTH } from './histogram-version.js';
import { KeptHistograms, type StoredMonth } from './kept-histograms.js';
import { histogramsOf, isStatusKind, type Kind, type Route, STATUS_KINDS } from './levels.js';
import type { ReadSql } from './predicted-shipments.js';

const h = sqlNames(DeliveryHistogram, 'h');
const w = sqlNames(Workspace, 'w');

/** Of what a history is wanted. */
export interface Wanted {
  readonly workspacePk: number;
  readonly route: Route;
  readonly trackingStatus: string | null;
}

const KINDS: readonly Kind[] = ['transit', 'handover', 'date', ...STATUS_KINDS];

const NOWHERE: Route = { carrier: null, originCountryIso2: null, destinationCountryIso2: null, area: null };

/** The histograms of all of a workspace: those by which a team's are made. */
const OF_ALL = KINDS.flatMap((kind) => histogramsOf(kind, NOWHERE)).map(({ key }) => key);

const kept = new KeptHistograms();

/** The histograms of a team by key, as they count in a month. */
type TeamCounts = ReadonlyMap<string, WeightedCounts>;

/**
 * Histories of whole teams that have many parcels: what a second adds to them changes nothing that a day shows, and they are a megabyte
 * to read. The others are as they are now.
 */
const ofLargeTeams = new Map<string, { readonly readAt: number; readonly counts: TeamCounts }>();
const LARGE = 1000;
const KEPT_MS = 60_000;
const MAX_TEAMS = 200;

async function teamCounts(team: readonly Versioned[], month: number, read: ReadSql): Promise<TeamCounts> {
  const name = `${month} ${team.map(({ workspacePk }) => workspacePk).join()}`;
  const known = ofLargeTeams.get(name);
  if (known && performance.now() - known.readAt < KEPT_MS) return known.counts;
  ofLargeTeams.delete(name);
  const counts = await countsOf(team, OF_ALL, month, read);
  const samples = Math.max(0, ...[...counts.values()].map((each) => each.samples));
  if (samples >= LARGE) ofLargeTeams.set(name, { readAt: performance.now(), counts });
  const [oldest] = ofLargeTeams.keys();
  if (ofLargeTeams.size > MAX_TEAMS && oldest !== undefined) ofLargeTeams.delete(oldest);
  return counts;
}

/** Histograms that are asked for with one statement. */
const BATCH_SIZE = 1000;

/**
 * The history of each workspace, as far as some shipments need it: one statement for those of one workspace while its histograms stay
 * as they are, else another for each thousand of them. `now`: milliseconds since 1970.
 */
export async function storedHistories(
  wanted: readonly Wanted[],
  now: number,
  read: ReadSql,
): Promise<ReadonlyMap<number, History>> {
  const keysByWorkspace = new Map<number, Set<string>>();
  for (const { workspacePk, route, trackingStatus } of wanted) {
    const keys = keysByWorkspace.get(workspacePk) ?? new Set<string>();
    keysByWorkspace.set(workspacePk, keys);
    const kinds: Kind[] = ['transit', 'handover', 'date'];
    if (isStatusKind(trackingStatus)) kinds.push(trackingStatus);
    for (const kind of kinds) for (const { key } of histogramsOf(kind, route)) keys.add(key);
  }
  const month = monthOf(Math.floor(now / DAY_MS));
  const teams = await teamsOf([...keysByWorkspace.keys()], read);
  const found = new Map<number, History>();
  const ofTeams = new Map<readonly Versioned[], TeamCounts>();
  for (const [workspacePk, keys] of keysByWorkspace) {
    const team = teams.get(workspacePk) ?? [];
    const itself = team.filter((each) => each.workspacePk === workspacePk);
    const own = await countsOf(itself, [...keys], month, read);
    const shared = ofTeams.get(team) ?? (await teamCounts(team, month, read));
    ofTeams.set(team, shared);
    found.set(workspacePk, { of: (key) => own.get(key), ofTeam: (key) => shared.get(key) });
  }
  return found;
}

/** A workspace, and the version of its histograms; null where no server has given them one yet. */
interface Versioned {
  readonly workspacePk: number;
  readonly version: string | null;
}

/** All workspaces of the team of each of some workspaces; one list a team. */
async function teamsOf(
  workspacePks: readonly number[],
  read: ReadSql,
): Promise<ReadonlyMap<number, readonly Versioned[]>> {
  const of = isIn(w.pk, workspacePks);
  const rows = await read(
    `SELECT ${w.pk}, ${w.teamPk},
        (SELECT ${h.counts} FROM ${h.table} WHERE ${h.workspacePk} = ${w.pk} AND ${IS_VERSION})
      FROM ${w.table}
      WHERE ${w.teamPk} IN (SELECT DISTINCT ${w.teamPk} FROM ${w.table} WHERE ${of.sql}) ORDER BY ${w.pk}`,
    of.params,
  );
  const members = new Map<number, Versioned[]>();
  for (const [workspacePk, team, version] of rows as [number, number, string | null][]) {
    const list = members.get(team) ?? [];
    members.set(team, list);
    list.push({ workspacePk, version });
  }
  return new Map((rows as [number, number][]).map(([pk, team]) => [pk, members.get(team) ?? []]));
}

/** Histograms of workspaces together, by key, as they count in a month. */
async function countsOf(
  workspaces: readonly Versioned[],
  keys: readonly string[],
  month: number,
  read: ReadSql,
): Promise<ReadonlyMap<string, WeightedCounts>> {
  const pks = workspaces.map(({ workspacePk }) => workspacePk);
  const place = `${month} ${pks.join()}`;
  const version = together(workspaces.map((each) => each.version));
  const found = new Map<string, WeightedCounts>();
  const note = (key: string, counts: WeightedCounts | undefined): void => {
    if (counts) found.set(key, counts);
  };
  const unknown: string[] = [];
  for (const key of keys) {
    const known = version === undefined ? undefined : kept.known(place, key, version);
    if (known) note(key, known.counts);
    else unknown.push(key);
  }
  for (let at = 0; at < unknown.length; at += BATCH_SIZE) {
    const some = unknown.slice(at, at + BATCH_SIZE);
    const stored = await readMonths(pks, some, month, read);
    for (const key of some)
      note(key, kept.of(place, key, stored.months.get(key) ?? [], month, stored.version));
  }
  return found;
}

/** One statement has histograms and their version, so that both are of the same moment, whatever node of a cluster answers. */
async function readMonths(
  workspacePks: readonly number[],
  keys: readonly string[],
  month: number,
  read: ReadSql,
): Promise<{ readonly version: string | undefined; readonly months: ReadonlyMap<string, StoredMonth[]> }> {
  const of = isIn(h.workspacePk, workspacePks);
  const those = isIn(h.histogram, keys);
  const columns = [h.workspacePk, h.histogram, h.month, h.counts].join(', ');
  const rows = await read(
    `SELECT ${columns} FROM ${h.table} WHERE ${of.sql} AND ${IS_VERSION}
      UNION ALL SELECT ${columns} FROM ${h.table}
        WHERE ${of.sql} AND ${those.sql} AND ${h.month} BETWEEN ? AND ?`,
    [...of.params, ...of.params, ...those.params, month - MAX_AGE_MONTHS, month],
  );
  const versions = new Map<number, string>();
  const months = new Map<string, StoredMonth[]>();
  // sums of shares depend on their order
  const sorted = (rows as [number, string, number, string][]).toSorted(
    (one, other) => one[0] - other[0] || one[2] - other[2],
  );
  for (const [workspacePk, key, each, text] of sorted) {
    if (each === VERSION_MONTH) {
      versions.set(workspacePk, text);
      continue;
    }
    const list = months.get(key) ?? [];
    months.set(key, list);
    list.push({ month: each, text });
  }
  return { version: together(workspacePks.map((pk) => versions.get(pk) ?? null)), months };
}

/** The version of histograms of several workspaces; undefined where some have none. */
const together = (versions: readonly (string | null)[]): string | undefined =>
  versions.includes(null) ? undefined : versions.join(' ');
