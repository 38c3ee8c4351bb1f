import { Inject, Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { Clock } from '../../core/database/clock.js';
import { DATABASE, type Database } from '../../core/database/database.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { and, condition, isIn } from '../../core/metadata/condition.js';
import { NotFound } from '../../core/metadata/errors.js';
import { TimeZone } from '../../core/metadata/time-zone.js';
import type { QueryString } from '../../core/query/query-string.js';
import { type Caller, narrowed, scopeCondition } from '../../core/store/caller.js';
import type { CollectionRequest, Preferences } from '../../core/store/collections.js';
import { Store } from '../../core/store/store.js';
import { Team } from '../identity/teams/team.entity.js';
import { teamResource } from '../identity/teams/team.resource.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import { Workflow } from '../webhooks/workflows/workflow.entity.js';
import { Workspace } from '../workspaces/workspace.entity.js';
import type { Subject } from './subject.js';
import { factColumns, Facts } from './facts.js';
import { ListQuery } from './list-query.js';
import { edgeOf, type Question, QUESTION_PARAMETERS } from './question.dto.js';
import { businessTime, calendarTime, type Elapsed } from './spans.js';

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
    const rows = await this.store.select(requestOf(reach, list, preferences), reach.caller, factColumns);
    const facts = Facts.of(rows);
    // to the minute, so that answers stay the same for a while
    const now = Math.floor(this.clock.now() / 60_000) * 60;
    return {
      facts,
      rows: facts.pk.keys(),
      list,
      linkTo: ({ text }) => (text === '' ? reach.path : `${reach.path}?${text}`),
      measure: {
        elapsed: await this.elapsed(question, zone, facts, reach.caller),
        idleSince: now - question.idleDays * 86_400,
      },
      date: question.date,
      zone,
      from,
      to,
      now,
      days: question.days,
      integrations: await this.integrations(facts, reach.caller),
    };
  }

  private async reach({ owner, id }: Place, sent: QueryString, caller: Caller): Promise<Reach> {
    if (!isUUID(id)) throw new NotFound();
    const own = new Set<string>([...QUESTION_PARAMETERS, 'page', 'itemsPerPage', 'cursor']);
    const filters = new ListQuery(
      sent.pairs.filter(([name]) => !own.has(name) && !name.startsWith('order[')),
    );
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
      caller.request,
    );
    if (!team) throw new NotFound();
    const within = narrowed(scope, { workspacePk: null, teamPk: team[0] as number });
    return {
      caller: { ...caller, scope: within },
      path: '/shipments',
      list: filters.among('workspace.team', [known]),
    };
  }

  private async elapsed(
    { days }: Question,
    zone: TimeZone,
    facts: Facts,
    { scope, request }: Caller,
  ): Promise<Elapsed> {
    if (days === 'calendar') return calendarTime;
    const of = isIn(w.pk, [...scope.workspaces.keys()]);
    const rows = await this.database.read(
      `SELECT ${w.pk}, ${w.weekend} FROM ${w.table} WHERE ${of.sql}`,
      of.params,
      request,
    );
    const weekends: number[] = [];
    for (const [pk, weekend] of rows) weekends[facts.numberOf('workspacePk', Number(pk))] = Number(weekend);
    return businessTime(zone, weekends);
  }

  private async integrations(facts: Facts, { request }: Caller): Promise<ReadonlyMap<number, string>> {
    const pks = facts.valuesOf('externalSourceIntegrationPk').filter((pk) => pk !== null);
    if (pks.length === 0) return new Map();
    const of = isIn(f.pk, pks);
    const rows = await this.database.read(
      `SELECT ${f.pk}, ${f.id} FROM ${f.table} WHERE ${of.sql}`,
      of.params,
      request,
    );
    return new Map(rows.map(([pk, id]) => [Number(pk), id as string]));
  }
}

const requestOf = ({ path }: Reach, list: ListQuery, preferences: Preferences): CollectionRequest => ({
  resource: shipmentResource,
  path,
  steps: [],
  query: list.query,
  group: 'get',
  ld: false,
  preferences,
});
