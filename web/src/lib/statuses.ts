import {
  IconAlertTriangle,
  IconBan,
  IconBuildingStore,
  IconCircleCheck,
  IconClockPause,
  IconClockX,
  IconCornerDownLeft,
  IconHomeMove,
  IconHourglass,
  IconMoodSad,
  IconPackage,
  IconQuestionMark,
  IconShieldSearch,
  IconTruck,
  type Icon,
} from '@tabler/icons-react';

/** What somebody has to do about a parcel: nothing yet, nothing, something, nothing any more. */
export type StatusGroup = 'waiting' | 'moving' | 'attention' | 'ended';

interface StatusLook {
  readonly group: StatusGroup;
  readonly icon: Icon;
}

/** The 14 tracking statuses in the order of a parcel's way, each with a shape of its own beside its colour. */
export const STATUSES = {
  no_info: { group: 'waiting', icon: IconQuestionMark },
  pre_transit: { group: 'waiting', icon: IconPackage },
  in_transit: { group: 'moving', icon: IconTruck },
  customs_clearance: { group: 'moving', icon: IconShieldSearch },
  delivery_in_progress: { group: 'moving', icon: IconHomeMove },
  available_for_pickup: { group: 'attention', icon: IconBuildingStore },
  unsuccessful_delivery: { group: 'attention', icon: IconMoodSad },
  exception: { group: 'attention', icon: IconAlertTriangle },
  return_to_sender: { group: 'attention', icon: IconCornerDownLeft },
  transit_limit_exceeded: { group: 'attention', icon: IconHourglass },
  error: { group: 'attention', icon: IconClockX },
  delivered: { group: 'ended', icon: IconCircleCheck },
  expired: { group: 'ended', icon: IconClockPause },
  cancelled: { group: 'ended', icon: IconBan },
} as const satisfies Readonly<Record<string, StatusLook>>;

export type TrackingStatus = keyof typeof STATUSES;

export const STATUS_CODES = Object.keys(STATUSES) as TrackingStatus[];
export const GROUPS: readonly StatusGroup[] = ['waiting', 'moving', 'attention', 'ended'];

export const lookOf = (status: string | null | undefined): StatusLook =>
  STATUSES[(status ?? 'no_info') as TrackingStatus] ?? STATUSES.no_info;

export const statusesIn = (group: StatusGroup): readonly TrackingStatus[] =>
  STATUS_CODES.filter((code) => STATUSES[code].group === group);
