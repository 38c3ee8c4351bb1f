import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { and, condition, isIn, isNever } from '../../core/metadata/condition.js';
import { DAY_SECONDS, type Weekend } from '../../core/metadata/business-time.js';
import { NotFound } from '../../core/metadata/errors.js';
import { TimeZone } from '../../core/metadata/time-zone.js';
import { QueryString } from '../../core/query/query-string.js';
import { type Caller, narrowed, scopeCondition } from '../../core/store/caller.js';
import type { Preferences } from '../../core/store/collections.js';
import { Store } from '../../core/store/store.js';
import { Team } from '../identity/teams/team.entity.js';
import { teamResource } from '../identity/teams/team.resource.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { Workflow } from '../webhooks/workflows/workflow.entity.js';
import { Workspace } from '../workspaces/workspace.entity.js';
import { KeptFacts } from './kept-facts.js';
import { ListQuery } from './list-query.js';
import { edgeOf, type Question, QUESTION_PARAMETERS } from './question.dto.js';
import { rowFilterOf, rowsOf } from './row-filter.js';
import { businessTime, calendarTime } from './spans.js';
import type { Part, Subject } from './subject.js';

const w = sqlNames(Workspace, 'w');
const f = sqlNames(Workflow, 'f');
const t = sqlNames(Team, 't');

/** Whose shipments a question is about. */
export interface Place {
  readonly owner: 'workspaces' | 'teams';
  readonly id: string;
}

/** The workspaces whose shipments a caller sees there, and the path of the list of them. */
interface Reach {
  readonly caller: Caller;
  readonly path: string;
  readonly list: ListQuery;
}

/** Gathers what is needed to answer questions about shipments. */
@Injectable()
export class Analytics {
  constructor(
    private readonly store: Store,
    private readonly facts: KeptFacts,
    private readonly clock: Clock,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  /** @throws NotFound when the caller does not see the place, BadInput. */
  async subject(
    place: Place,
    question: Question,
    sent: QueryString,
    preferences: Preferences,
    caller: Caller,
  ): Promise<Subject> {
    const reach = await this.reach(place, sent, caller);
    const zone = TimeZone.find(question.tz) as TimeZone;
    const from = question.from === undefined ? undefined : edgeOf(question.from, zone, false);
    const to = question.to === undefined ? undefined : edgeOf(question.to, zone, true);
    let { list } = reach;
    if (question.date !== 'createdAt') list = list.exists(question.date);
    if (from !== undefined) list = list.from(question.date, from);
    if (to !== undefined) list = list.before(question.date, to);
    // to the minute, so that answers stay the same for a while
    const now = Math.floor(this.clock.now() / 60_000) * 60;
    const parts = await this.parts(reach, list, preferences, question, zone);
    return {
      parts,
      list,
      linkTo: ({ text }) => (text === '' ? reach.path : `${reach.path}?${text}`),
      idleSince: now - question.idleDays * DAY_SECONDS,
      date: question.date,
      zone,
      from,
      to,
      now,
      days: question.days,
      integrations: await this.integrations(parts, reach.caller),
    };
  }

  /** The shipments of a list, by workspace. */
  private async parts(
    reach: Reach,
    list: ListQuery,
    preferences: Preferences,
    question: Question,
    zone: TimeZone,
  ): Promise<readonly Part[]> {
    const { caller } = reach;
    const workspacePks = [...caller.scope.workspaces.keys()];
    // one that nobody has asked anything yet
    const query = new QueryString(list.text);
    const filter = preferences.strict ? undefined : rowFilterOf(query);
    const listed = filter ? undefined : await this.listed(reach, query, preferences);
    const [facts, weekends] = await Promise.all([
      this.facts.of(workspacePks, caller),
      question.days === 'business' ? this.weekends(caller) : undefined,
    ]);
    return facts.map((each, at) => {
      const workspacePk = workspacePks[at] ?? 0;
      const pks = listed?.get(workspacePk);
      const elapsed = weekends ? businessTime(zone, weekends.get(workspacePk) ?? 0) : calendarTime;
      return {
        facts: each,
        rows: () => (filter ? filter(each) : rowsOf(each, pks ?? new Set())),
        elapsed,
      };
    });
  }

  /** The keys of the shipments of a list, by workspace. */
  private async listed(
    { path, caller }: Reach,
    query: QueryString,
    preferences: Preferences,
  ): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
    const request = {
      resource: shipmentResource,
      path,
      steps: [],
      query,
      group: 'get',
      ld: false,
      preferences,
    } as const;
    const rows = await this.store.select(request, caller, (table) => [
      table.column('workspacePk'),
      table.column('pk'),
    ]);
    const listed = new Map<number, Set<number>>();
    for (const [workspacePk, pk] of rows as [number, number][]) {
      const pks = listed.get(workspacePk);
      if (pks) pks.add(pk);
      else listed.set(workspacePk, new Set([pk]));
    }
    return listed;
  }

  private async reach({ owner, id }: Place, sent: QueryString, caller: Caller): Promise<Reach> {
    if (!isUUID(id)) throw new NotFound();
    const own = new Set<string>([...QUESTION_PARAMETERS, 'page', 'itemsPerPage', 'cursor']);
    const filters = ListQuery.of(sent.pairs.filter(([name]) => !own.has(name) && !name.startsWith('order[')));
    const { scope } = caller;
    const known = id.toLowerCase();
    if (owner === 'workspaces') {
      const workspacePk = scope.workspaceIds.get(known);
      if (workspacePk === undefined) throw new NotFound();
      const within = narrowed(scope, { workspacePk, teamPk: null });
      return { caller: { ...caller, scope: within }, path: `/workspaces/${known}/shipments`, list: filters };
    }
    const where = and([scopeCondition(teamResource, scope), condition(`${t.id} = ?`, known)]);
    const [team] = await this.database.read(
      `SELECT ${t.pk} FROM ${t.table} WHERE ${where.sql}`,
      where.params,
      caller,
    );
    if (!team) throw new NotFound();
    const within = narrowed(scope, { workspacePk: null, teamPk: team[0] as number });
    return {
      caller: { ...caller, scope: within },
      path: '/shipments',
      list: filters.among('workspace.team', [known]),
    };
  }

  /** Weekends by workspace. */
  private async weekends(caller: Caller): Promise<ReadonlyMap<number, Weekend>> {
    const of = isIn(w.pk, [...caller.scope.workspaces.keys()]);
    const sql = `SELECT ${w.pk}, ${w.weekend} FROM ${w.table} WHERE ${of.sql}`;
    const rows = await this.database.read(sql, of.params, caller);
    return new Map(rows.map(([pk, weekend]) => [Number(pk), Number(weekend)]));
  }

  /** The ids of integrations by key. */
  private async integrations(parts: readonly Part[], caller: Caller): Promise<ReadonlyMap<number, string>> {
    const pks = parts.flatMap(({ facts }) => facts.allOf('externalSourceIntegrationPk'));
    const of = isIn(
      f.pk,
      pks.filter((pk) => pk !== null),
    );
    if (isNever(of)) return new Map();
    const sql = `SELECT ${f.pk}, ${f.id} FROM ${f.table} WHERE ${of.sql}`;
    const rows = await this.database.read(sql, of.params, caller);
    return new Map(rows.map(([pk, id]) => [Number(pk), id as string]));
  }
}
