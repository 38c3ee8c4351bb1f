import { readDto } from '../../../core/http/dto/read-dto.js';
import { IdOrIri, Text, WholeNumber } from '../../../core/http/dto/fields.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import type { Schema } from '../../../core/openapi/types.js';
import { QueryString } from '../../../core/query/query-string.js';
import type { Caller } from '../../../core/store/caller.js';
import type { Store } from '../../../core/store/store.js';
import type { Analytics } from '../../analytics/analytics.service.js';
import { breakdownOf } from '../../analytics/breakdown.js';
import { type ExceptionCount, exceptionsOf } from '../../analytics/exceptions.js';
import { BreakdownQuestion, Question } from '../../analytics/question.dto.js';
import type { Subject } from '../../analytics/subject.js';
import { shipmentResource } from '../../shipments/shipment.resource.js';
import { readList } from '../lists.js';
import { SHIPMENT_ROW, shipmentRow } from '../rows.js';
import { workspaceOf } from '../places.js';
import { readingTool, type Tool } from '../tool.js';

const WORKSPACE = { description: 'Its id; it can be left out where the user sees just one.' };

class NeedsAttention {
  @IdOrIri(WORKSPACE)
  readonly workspace?: string;

  @WholeNumber({
    min: 0,
    max: 50,
    description: 'Shipments of each kind in the answer; 5 where nothing is said.',
  })
  readonly limit?: number;

  @Text({
    description: 'The time zone in which a day begins; UTC where nothing is said.',
    examples: ['Europe/Berlin'],
  })
  readonly tz?: string;
}

class CarrierPerformance {
  @IdOrIri(WORKSPACE)
  readonly workspace?: string;

  @Text({ description: 'Shipments made from this day on.', examples: ['2026-11-01'] })
  readonly from?: string;

  @Text({ description: 'Until the end of this day.' })
  readonly to?: string;

  @WholeNumber({
    min: 1,
    max: 100,
    description: 'Carriers at most, those with most shipments; 10 where nothing is said.',
  })
  readonly limit?: number;
}

const NUMBER: Schema = { type: ['number', 'null'] };
const COUNT: Schema = { type: 'integer' };

const KIND: Schema = objectSchema({
  count: COUNT,
  oldestAgeDays: NUMBER,
  shipments: { type: 'array', items: SHIPMENT_ROW, description: 'Some of them; find_shipments has all.' },
});

const KINDS = {
  late: 'The date that the carrier expected has passed.',
  stuck: 'Under way, and no checkpoint for a week.',
  returned: 'On the way back to the sender.',
  failedAttempts: 'A delivery was tried, and failed.',
} as const;

const ATTENTION = objectSchema(
  Object.fromEntries(Object.entries(KINDS).map(([kind, description]) => [kind, { ...KIND, description }])),
);

const RATE: Schema = { ...NUMBER, description: 'From 0 to 1; null of no shipments.' };
const DAYS: Schema = { ...NUMBER, description: 'Days.' };

const CARRIERS = objectSchema({
  from: { type: ['string', 'null'] },
  to: { type: ['string', 'null'] },
  carriers: {
    type: 'array',
    items: objectSchema({
      carrier: { type: ['string', 'null'], description: 'Its code; null of shipments without one.' },
      shipments: COUNT,
      delivered: COUNT,
      late: COUNT,
      onTimeRate: RATE,
      deliveryRate: RATE,
      exceptionRate: RATE,
      transitDaysMedian: DAYS,
      transitDaysP90: DAYS,
    }),
  },
});

const LENIENT = { strict: false, uncounted: true, byCursor: false };

/** Tools that count. */
export function figureTools(store: Store, analytics: Analytics): readonly Tool[] {
  const subjectOf = (workspace: string | undefined, question: Question, caller: Caller): Promise<Subject> =>
    analytics.subject(
      { owner: 'workspaces', id: workspaceOf(workspace, caller) },
      question,
      new QueryString(''),
      LENIENT,
      caller,
    );
  return [
    readingTool({
      name: 'needs_attention',
      title: 'What needs attention',
      description:
        'Shipments that somebody should look at today: late, stuck, on their way back, not deliverable.',
      input: NeedsAttention,
      output: ATTENTION,
      run: async ({ workspace, limit = 5, tz }, caller) => {
        const subject = await subjectOf(workspace, readDto(Question, { tz }), caller);
        const found = Object.entries<ExceptionCount>({ ...exceptionsOf(subject) }).map(
          async ([kind, { value, oldestAge, shipments }]) => {
            const rows = limit === 0 || value === 0 ? [] : await listed(shipments, limit, caller);
            return [kind, { count: value, oldestAgeDays: oldestAge, shipments: rows }] as const;
          },
        );
        return Object.fromEntries(await Promise.all(found));
      },
    }),
    readingTool({
      name: 'carrier_performance',
      title: 'Carrier performance',
      description:
        'How good each carrier is: punctuality, times and exceptions of the shipments of a period.',
      input: CarrierPerformance,
      output: CARRIERS,
      run: async ({ workspace, from, to, limit = 10 }, caller) => {
        const question = readDto(BreakdownQuestion, { by: 'originCarrier', from, to });
        const groups = breakdownOf(await subjectOf(workspace, question, caller), 'originCarrier');
        const carriers = groups
          .map((group) => ({
            carrier: group.key,
            shipments: group.created.value,
            delivered: group.delivered.value,
            late: group.punctuality.late.value,
            onTimeRate: group.punctuality.onTimeRate.value,
            deliveryRate: group.deliveryRate.value,
            exceptionRate: group.exceptionRate.value,
            transitDaysMedian: group.transitTime.median,
            transitDaysP90: group.transitTime.p90,
          }))
          .sort((a, b) => b.shipments - a.shipments)
          .slice(0, limit);
        return { from: from ?? null, to: to ?? null, carriers };
      },
    }),
  ];

  /** The first shipments of a list that figures lead to: `/workspaces/{id}/shipments?…`. */
  async function listed(path: string, limit: number, caller: Caller): Promise<readonly object[]> {
    const [, id = '', query = ''] = /^\/workspaces\/([^/]+)\/shipments\??(.*)$/.exec(path) ?? [];
    const all = `${query}&workspace.id=${id}&itemsPerPage=${limit}&order[createdAt]=asc`;
    return (await readList(store, shipmentResource, all, caller)).items.map(shipmentRow);
  }
}
