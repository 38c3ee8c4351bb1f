import { sqlNames } from '../../core/database/sql-names.js';
import { isIn } from '../../core/metadata/condition.js';
import { Workspace } from '../workspaces/workspace.entity.js';
import { DAY_MS, monthOf } from './days.js';
import { DeliveryHistogram } from './delivery-histogram.entity.js';
import { type History, MAX_AGE_MONTHS, type WeightedCounts } from './history.js';
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
 * to read. The others are read each time.
 */
const ofLargeTeams = new Map<string, { readonly readAt: number; readonly counts: TeamCounts }>();
const LARGE = 1000;
const KEPT_MS = 60_000;
const MAX_TEAMS = 200;

async function teamCounts(team: readonly number[], month: number, read: ReadSql): Promise<TeamCounts> {
  const name = `${month} ${team.join()}`;
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
 * The history of each workspace, as far as some shipments need it: two statements for those of one workspace. `now`:
 * milliseconds since 1970.
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
  const ofTeams = new Map<readonly number[], ReadonlyMap<string, WeightedCounts>>();
  for (const [workspacePk, keys] of keysByWorkspace) {
    const team = teams.get(workspacePk) ?? [workspacePk];
    const own = await countsOf([workspacePk], [...keys], month, read);
    const shared = ofTeams.get(team) ?? (await teamCounts(team, month, read));
    ofTeams.set(team, shared);
    found.set(workspacePk, { of: (key) => own.get(key), ofTeam: (key) => shared.get(key) });
  }
  return found;
}

/** All workspaces of the team of each of some workspaces; one list a team. */
async function teamsOf(
  workspacePks: readonly number[],
  read: ReadSql,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const of = isIn(w.pk, workspacePks);
  const teams = await read(`SELECT DISTINCT ${w.teamPk} FROM ${w.table} WHERE ${of.sql}`, of.params);
  const those = isIn(
    w.teamPk,
    teams.map(([pk]) => pk as number),
  );
  const rows = await read(
    `SELECT ${w.pk}, ${w.teamPk} FROM ${w.table} WHERE ${those.sql} ORDER BY ${w.pk}`,
    those.params,
  );
  const members = new Map<number, number[]>();
  for (const [pk, team] of rows as [number, number][]) {
    const list = members.get(team) ?? [];
    members.set(team, list);
    list.push(pk);
  }
  return new Map((rows as [number, number][]).map(([pk, team]) => [pk, members.get(team) ?? [pk]]));
}

/** Histograms of workspaces together, by key, as they count in a month. */
async function countsOf(
  workspacePks: readonly number[],
  keys: readonly string[],
  month: number,
  read: ReadSql,
): Promise<ReadonlyMap<string, WeightedCounts>> {
  const months = new Map<string, StoredMonth[]>();
  const of = isIn(h.workspacePk, workspacePks);
  for (let at = 0; at < keys.length; at += BATCH_SIZE) {
    const those = isIn(h.histogram, keys.slice(at, at + BATCH_SIZE));
    const rows = await read(
      `SELECT ${h.histogram}, ${h.month}, ${h.counts} FROM ${h.table}
        WHERE ${of.sql} AND ${those.sql} AND ${h.month} BETWEEN ? AND ?
        ORDER BY ${h.workspacePk}, ${h.histogram}, ${h.month}`,
      [...of.params, ...those.params, month - MAX_AGE_MONTHS, month],
    );
    for (const [key, each, text] of rows as [string, number, string][]) {
      const list = months.get(key) ?? [];
      months.set(key, list);
      list.push({ month: each, text });
    }
  }
  const found = new Map<string, WeightedCounts>();
  for (const [key, each] of months) {
    const counts = kept.of(`${workspacePks.join()} ${key}`, each, month);
    if (counts) found.set(key, counts);
  }
  return found;
}
