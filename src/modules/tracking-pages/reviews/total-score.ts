import { condition } from '../../../core/metadata/condition.js';
import { heldRows, updateRow } from '../../../core/store/row-changes.js';
import { Shipment } from '../../shipments/shipment.entity.js';
import type { AfterWrite, BeforeWrite } from '../../../core/metadata/resource.js';
import type { Review } from './review.entity.js';

/** The mean of the three scores, with two places. */
export const meanOf = (scores: readonly number[]): number =>
  Math.round((scores.reduce((sum, each) => sum + each, 0) / scores.length) * 100) / 100;

/** `totalScore` follows from the other scores. */
export const totalIsTheMean: BeforeWrite<Review> = ({ after }) => {
  const scores = [after.carrierScore, after.productScore, after.packagingScore].filter(
    (each) => each !== null,
  );
  after.totalScore = scores.length === 0 ? null : meanOf(scores);
};

/** A shipment tells the score of its review. */
export const shipmentHasItsScore: AfterWrite<Review> = async ({ after }, transaction) => {
  if (!after) return;
  const [shipment] = await heldRows(Shipment, condition('pk = ?', after.shipmentPk), transaction);
  if (!shipment) return;
  const set = { reviewTotalScore: after.totalScore, updatedAt: transaction.moment };
  await updateRow(Shipment, shipment, set, transaction);
};
