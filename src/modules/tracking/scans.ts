import type { Report } from './history.js';
import type { CheckpointReport } from './tracking-update.js';

/** What carriers say of a parcel that they do not have yet. */
const ANNOUNCED =
  /label|announce|pre-?advi[cs]e|electronic|information (?:received|sent)|(?:order|data|shipment) (?:created|received|processed|information)|not yet|awaiting|angek(?:ü|ue)ndigt/i;

/** Something that happened somewhere, though nobody says what it means: a scan, unless it is about the label. */
export const withScan = ({ date, status, info, location }: CheckpointReport): Report => ({
  date,
  status,
  isScan: status === null && location !== null && !ANNOUNCED.test(info ?? ''),
});
