import type { AfterWrite, BeforeWrite } from '../../core/metadata/resource.js';
import { toMilliseconds } from '../../core/metadata/datetime.js';
import { effectiveTrackingNumber } from '../shipments/effective-tracking-number.js';
import type { Shipment } from '../shipments/shipment.entity.js';
import { applyToShipment } from './apply-updates.js';
import { trackingState } from './tracking-state.js';
import { testReports } from './test-carrier.js';
import { kindOf, type TrackingStatus } from './tracking-statuses.js';
import { TransitLimits, DEFAULT_TRANSIT_LIMIT_DAYS } from '../../config/transit-limits.js';
import { condition } from '../../core/metadata/condition.js';
import { deleteRows } from '../../core/store/row-changes.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Checkpoint } from '../shipments/checkpoints/checkpoint.entity.js';

const checkpoints = sqlNames(Checkpoint);

/** The columns of a shipment of which nothing has been tracked yet. */
const UNTRACKED = {
  trackingStatus: null,
  transitStartedAt: null,
  transitDays: null,
  idleDays: null,
  shippedAt: null,
  lastStatusUpdate: null,
  expectedDeliveryDate: null,
  firstExpectedDeliveryDate: null,
  deliveredAt: null,
  failedAttempts: 0,
  lastCheckpointAt: null,
  punctuality: null,
  firstPunctuality: null,
  destinationCarrier: null,
  originCountry: null,
  originCountryFolded: null,
  originCountryIso2: null,
  destinationCountry: null,
  destinationCountryFolded: null,
  destinationCountryIso2: null,
  trackedSince: null,
  sweepAt: null,
  nextCheckAt: null,
  checkFailures: 0,
  watchedBy: null,
} as const satisfies Partial<Shipment>;

/** A new tracking number starts without a status; nothing of the number before it stays. */
export const trackingStartsAnew: BeforeWrite<Shipment> = ({ before, after }, { moment }) => {
  if (after.trackingNumber !== null) after.sharedNumber = null;
  const number = effectiveTrackingNumber(after);
  if (number === (before ? effectiveTrackingNumber(before) : null)) return;
  Object.assign(after, UNTRACKED);
  if (number === null) return;
  const known = {
    createdAt: before?.createdAt ?? moment,
    trackedSince: moment,
    limitDays: DEFAULT_TRANSIT_LIMIT_DAYS,
  };
  Object.assign(after, trackingState([], known, toMilliseconds(moment)), {
    trackedSince: moment,
    // only the shipment that holds the number is checked
    nextCheckAt: after.trackingNumber === null ? null : moment,
  });
};

/** Another carrier than before is asked at once. */
export const anotherCarrierIsAsked: BeforeWrite<Shipment> = ({ before, after }, { moment }) => {
  if (before && after.trackingStatus && before.originCarrier !== after.originCarrier) {
    const isOver =
      after.trackingNumber === null || kindOf(after.trackingStatus as TrackingStatus) === 'final';
    Object.assign(after, { nextCheckAt: isOver ? null : moment, checkFailures: 0, watchedBy: null });
  }
};

/** The checkpoints of the number before go; those of the test carrier come at once. */
export const trackingFollowsTheNumber: AfterWrite<Shipment> = async ({ before, after }, transaction) => {
  if (
    !after ||
    (before &&
      effectiveTrackingNumber(before) === effectiveTrackingNumber(after) &&
      before.originCarrier === after.originCarrier)
  )
    return;
  if (before && effectiveTrackingNumber(before) !== effectiveTrackingNumber(after))
    await deleteRows(Checkpoint, condition(`${checkpoints.shipmentPk} = ?`, after.pk), transaction);
  const now = toMilliseconds(transaction.moment);
  const reports = testReports(after, now);
  if (reports)
    await applyToShipment(
      after.pk,
      { checkpoints: reports },
      { transaction, limits: new TransitLimits(), now },
    );
};
