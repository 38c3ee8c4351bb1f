import alertTriangle from '@tabler/icons/outline/alert-triangle.svg?raw';
import ban from '@tabler/icons/outline/ban.svg?raw';
import buildingStore from '@tabler/icons/outline/building-store.svg?raw';
import circleCheck from '@tabler/icons/outline/circle-check.svg?raw';
import clockPause from '@tabler/icons/outline/clock-pause.svg?raw';
import clockX from '@tabler/icons/outline/clock-x.svg?raw';
import cornerDownLeft from '@tabler/icons/outline/corner-down-left.svg?raw';
import homeMove from '@tabler/icons/outline/home-move.svg?raw';
import hourglass from '@tabler/icons/outline/hourglass.svg?raw';
import moodSad from '@tabler/icons/outline/mood-sad.svg?raw';
import box from '@tabler/icons/outline/package.svg?raw';
import questionMark from '@tabler/icons/outline/question-mark.svg?raw';
import shieldSearch from '@tabler/icons/outline/shield-search.svg?raw';
import truck from '@tabler/icons/outline/truck.svg?raw';
import { lineOf } from './icon-line';

/** What somebody has to do about a parcel: nothing yet, nothing, something, nothing any more. */
export type StatusGroup = 'waiting' | 'moving' | 'attention' | 'ended';

interface StatusLook {
  readonly group: StatusGroup;
  /** The lines of its icon. */
  readonly line: string;
}

/** The 14 tracking statuses in the order of a parcel's way, each with a shape of its own beside its colour. */
export const STATUSES = {
  no_info: { group: 'waiting', line: lineOf(questionMark) },
  pre_transit: { group: 'waiting', line: lineOf(box) },
  in_transit: { group: 'moving', line: lineOf(truck) },
  customs_clearance: { group: 'moving', line: lineOf(shieldSearch) },
  delivery_in_progress: { group: 'moving', line: lineOf(homeMove) },
  available_for_pickup: { group: 'attention', line: lineOf(buildingStore) },
  unsuccessful_delivery: { group: 'attention', line: lineOf(moodSad) },
  exception: { group: 'attention', line: lineOf(alertTriangle) },
  return_to_sender: { group: 'attention', line: lineOf(cornerDownLeft) },
  transit_limit_exceeded: { group: 'attention', line: lineOf(hourglass) },
  error: { group: 'attention', line: lineOf(clockX) },
  delivered: { group: 'ended', line: lineOf(circleCheck) },
  expired: { group: 'ended', line: lineOf(clockPause) },
  cancelled: { group: 'ended', line: lineOf(ban) },
} as const satisfies Readonly<Record<string, StatusLook>>;

export type TrackingStatus = keyof typeof STATUSES;

export const STATUS_CODES = Object.keys(STATUSES) as TrackingStatus[];
export const GROUPS: readonly StatusGroup[] = ['waiting', 'moving', 'attention', 'ended'];

export const lookOf = (status: string | null | undefined): StatusLook =>
  STATUSES[(status ?? 'no_info') as TrackingStatus] ?? STATUSES.no_info;

export const statusesIn = (group: StatusGroup): readonly TrackingStatus[] =>
  STATUS_CODES.filter((code) => STATUSES[code].group === group);
