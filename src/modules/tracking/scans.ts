import type { StatusReport } from './tracking-state.js';
import type { CheckpointReport } from './tracking-update.js';

/** Texts of carriers about a parcel that they have not got yet. */
const LABEL_PATTERN =
  /label|announce|pre-?advi[cs]e|electronic|information (?:received|sent)|(?:order|data|shipment) (?:created|received|processed|information)|not yet|awaiting|angek(?:ü|ue)ndigt/i;

/** A checkpoint without a status but with a place is a scan, unless it is about the label. */
export const toStatusReport = ({ date, status, info, location }: CheckpointReport): StatusReport => ({
  date,
  status,
  isScan: status === null && location !== null && !LABEL_PATTERN.test(info ?? ''),
});
