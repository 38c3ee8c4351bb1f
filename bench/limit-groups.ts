import { dayAgo } from './figure-cases.js';

const COUNTED = `COUNT(*), SUM(shippedAt IS NOT NULL), SUM(deliveredAt IS NOT NULL), SUM(failedAttempts = 0),
  AVG(TIMESTAMPDIFF(SECOND, shippedAt, deliveredAt))`;

/** What one hand-written GROUP BY tells of the large workspace, by the name of the case: no quantiles, no links. */
export const GROUP_BY: Readonly<Partial<Record<string, string>>> = {
  summary: `SELECT trackingStatus, ${COUNTED} FROM shipments WHERE workspacePk = 1 GROUP BY trackingStatus`,
  'summary-90': `SELECT trackingStatus, ${COUNTED} FROM shipments WHERE workspacePk = 1 AND createdAt >= '${dayAgo(90)}'
    AND originCarrier = 'usps' AND destinationCountryIso2 = 'US' GROUP BY trackingStatus`,
  'series-90': `SELECT DATE(createdAt) AS day, ${COUNTED} FROM shipments WHERE workspacePk = 1 AND createdAt >= '${dayAgo(89)}'
    GROUP BY day`,
  breakdown: `SELECT originCarrier, ${COUNTED} FROM shipments WHERE workspacePk = 1 GROUP BY originCarrier`,
  'breakdown-90': `SELECT originCarrier, ${COUNTED} FROM shipments WHERE workspacePk = 1 AND createdAt >= '${dayAgo(90)}'
    GROUP BY originCarrier`,
};
