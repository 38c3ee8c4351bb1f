import { Controller, Get, Param, Req, Res, type Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Authenticator, type AuthenticatedRequest } from '../../core/http/authenticator.js';
import { SentQuery } from '../../core/http/dto/dto.pipe.js';
import { sendTagged } from '../../core/http/entity-tag.js';
import { retryWithFreshScope } from '../../core/http/fresh-scope.js';
import { CSV, JSON_LD, mediaTypeOf } from '../../core/http/media-type.js';
import { preferencesOf } from '../../core/http/preferences.js';
import { typed } from '../../core/http/resource-reads.js';
import { Operation, type OperationOptions, Operations } from '../../core/openapi/operation.js';
import { queryParameters } from '../../core/openapi/query-parameters.js';
import { ASKED } from '../../core/openapi/headers.js';
import { dtoSchema } from '../../core/openapi/dto-schema.js';
import { filterParameters } from '../../core/query/filter-paths.js';
import { QueryString } from '../../core/query/query-string.js';
import { shipmentResource } from '../shipments/shipment.resource.js';
import {
  BreakdownAnswer,
  ExceptionsAnswer,
  SeriesAnswer,
  SummaryAnswer,
  TransitTimesAnswer,
} from './answers.dto.js';
import { Analytics, type Place } from './analytics.service.js';
import { breakdownOf } from './breakdown.js';
import { type ExceptionCount, exceptionsOf } from './exceptions.js';
import { figuresCsv } from './figures-csv.js';
import { momentText } from './list-query.js';
import { linksOf } from './metric-links.js';
import { metricsOf, Tally } from './metrics.js';
import { BreakdownQuestion, Question, SeriesQuestion, TransitQuestion } from './question.dto.js';
import { seriesOf, summaryOf } from './series.js';
import { transitTimesOf } from './transit-times.js';
import type { Subject } from './subject.js';

const OWNERS = [
  ['workspaces', 'a workspace'],
  ['teams', 'the workspaces of a team that the caller may read'],
] as const;

/** The two paths of a question. */
const at = (name: string): string[] => OWNERS.map(([owner]) => `/${owner}/:id/analytics/${name}`);

const question = (name: string, summary: string, answer: Type, description = ''): OperationOptions => ({
  id: `getAnalytics${name}`,
  summary,
  description:
    `${description} Every count leads to the list of its shipments. All filters of \`/shipments\` narrow what is counted. The definitions are in docs/analytics.md.`.trim(),
  parameters: (components) => [
    ...queryParameters(shipmentResource, components, filterParameters(shipmentResource)),
    components.parameter(ASKED.prefer),
    components.parameter(ASKED.ifNoneMatch),
  ],
  answer: {
    description: 'The figures of now.',
    headers: ['ETag', 'Preference-Applied'],
    content: (components) => ({
      'application/ld+json': { schema: dtoSchema(answer, components) },
      'application/json': { schema: dtoSchema(answer, components) },
      'text/csv': { schema: { type: 'string' } },
    }),
  },
  errors: [304, 404, 406],
});

/** What an answer shows, as JSON and as the lines of a CSV. */
interface Answer {
  readonly type: string;
  readonly figures: object;
  readonly lines: readonly object[];
  /** Has the columns of a line, where there is none. */
  readonly example: object;
}

/** How good carriers are, and where shipments are: figures over the shipments of a workspace or a team. */
@Operations({
  tag: {
    name: 'Analytics',
    description: 'Figures over shipments, each with the list of those that it is about.',
  },
  path: { id: { description: 'The id of the workspace or team.', format: 'uuid' } },
})
@Controller()
export class AnalyticsController {
  constructor(
    private readonly analytics: Analytics,
    private readonly authenticator: Authenticator,
  ) {}

  @Get(at('summary'))
  @Operation(question('Summary', 'Figures over all shipments of a period', SummaryAnswer))
  summary(
    @Param('id') id: string,
    @SentQuery() asked: Question,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(id, asked, request, reply, (subject) => {
      const figures = summaryOf(subject);
      return { type: 'AnalyticsSummary', figures, lines: [figures], example: {} };
    });
  }

  @Get(at('series'))
  @Operation(question('Series', 'The same figures by day, week or month', SeriesAnswer))
  series(
    @Param('id') id: string,
    @SentQuery() asked: SeriesQuestion,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(id, asked, request, reply, (subject) => {
      const intervals = seriesOf(subject, asked.interval);
      return {
        type: 'AnalyticsSeries',
        figures: { interval: asked.interval, intervals },
        lines: intervals,
        example: { day: '', from: '', to: '', ...nothing(subject) },
      };
    });
  }

  @Get(at('breakdown'))
  @Operation(question('Breakdown', 'The same figures by carrier, country, status and more', BreakdownAnswer))
  breakdown(
    @Param('id') id: string,
    @SentQuery() asked: BreakdownQuestion,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(id, asked, request, reply, (subject) => {
      const groups = breakdownOf(subject, asked.by);
      const ends = asked.by === 'lane' ? { originCountryIso2: '', destinationCountryIso2: '' } : {};
      return {
        type: 'AnalyticsBreakdown',
        figures: { by: asked.by, groups },
        lines: groups,
        example: { key: '', ...ends, ...nothing(subject) },
      };
    });
  }

  @Get(at('transit_times'))
  @Operation(
    question(
      'TransitTimes',
      'How long delivered shipments were under way',
      TransitTimesAnswer,
      'A CSV has a line for each bar of each histogram.',
    ),
  )
  transitTimes(
    @Param('id') id: string,
    @SentQuery() asked: TransitQuestion,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(id, asked, request, reply, (subject) => {
      const { overall, groups } = transitTimesOf(subject, asked.by);
      const lines = groups.flatMap(({ histogram, ...group }) =>
        histogram.map(({ from, to, count }) => ({ ...group, from, to, count })),
      );
      const { histogram, ...times } = overall;
      const example = { ...groupColumns(asked), ...times, from: 0, to: 0, count: times.of };
      return {
        type: 'AnalyticsTransitTimes',
        figures: { by: asked.by, overall: { ...times, histogram }, groups },
        lines,
        example,
      };
    });
  }

  @Get(at('exceptions'))
  @Operation(
    question(
      'Exceptions',
      'Shipments that somebody should look at, and how old they are',
      ExceptionsAnswer,
      'A CSV has a line for each class of age.',
    ),
  )
  exceptions(
    @Param('id') id: string,
    @SentQuery() asked: Question,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(id, asked, request, reply, (subject) => {
      const figures = exceptionsOf(subject);
      const lines = (Object.entries(figures) as [string, ExceptionCount][]).flatMap(
        ([kind, { ages, ...all }]) => ages.map(({ from, to, count }) => ({ kind, ...all, from, to, count })),
      );
      return { type: 'AnalyticsExceptions', figures, lines, example: {} };
    });
  }

  private async send(
    id: string,
    asked: Question,
    request: AuthenticatedRequest,
    reply: FastifyReply,
    answer: (subject: Subject) => Answer,
  ): Promise<void> {
    const type = mediaTypeOf(request);
    const [path = '', ...rest] = request.url.split('?');
    const sent = new QueryString(rest.join('?'));
    const preferences = preferencesOf(request, reply);
    const owner = path.startsWith('/teams/') ? 'teams' : 'workspaces';
    const place: Place = { owner, id };
    const subject = await retryWithFreshScope(request, this.authenticator, (caller) =>
      this.analytics.subject(place, asked, sent, preferences, caller),
    );
    const { type: name, figures, lines, example } = answer(subject);
    if (type === CSV) return sendTagged(request, typed(reply, type), figuresCsv(lines, example));
    const text = JSON.stringify({
      ...(type === JSON_LD ? { '@context': CONTEXT, '@id': request.url, '@type': name } : {}),
      ...periodOf(subject, asked),
      ...figures,
    });
    sendTagged(request, typed(reply, type), text);
  }
}

/** Counts have the IRI of a list. */
const CONTEXT = { '@vocab': '/docs.jsonld#', shipments: { '@type': '@id' } };

const periodOf = ({ from, to, zone }: Subject, { date, days, idleDays }: Question): object => ({
  from: from === undefined ? null : momentText(from),
  to: to === undefined ? null : momentText(to),
  date,
  tz: zone.name,
  days,
  idleDays,
});

const nothing = (subject: Subject): object => metricsOf(new Tally(), linksOf(subject.list, subject));

const groupColumns = ({ by }: TransitQuestion): object => ({
  ...(by === 'lane' ? {} : { originCarrier: '' }),
  ...(by === 'carrier' ? {} : { originCountryIso2: '', destinationCountryIso2: '' }),
});
