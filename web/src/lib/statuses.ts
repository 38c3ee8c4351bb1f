import { glyph } from './glyphs';

/** What somebody has to do about a parcel: nothing yet, nothing, something, nothing any more. */
export type StatusGroup = 'waiting' | 'moving' | 'attention' | 'ended';

interface StatusLook {
  readonly group: StatusGroup;
  /** The letter of its icon. */
  readonly icon: string;
}

/** The 14 tracking statuses in the order of a parcel's way, each with a shape of its own beside its colour. */
export const STATUSES = {
  no_info: { group: 'waiting', icon: glyph('question-mark') },
  pre_transit: { group: 'waiting', icon: glyph('package') },
  in_transit: { group: 'moving', icon: glyph('truck') },
  customs_clearance: { group: 'moving', icon: glyph('shield-search') },
  delivery_in_progress: { group: 'moving', icon: glyph('home-move') },
  available_for_pickup: { group: 'attention', icon: glyph('building-store') },
  unsuccessful_delivery: { group: 'attention', icon: glyph('mood-sad') },
  exception: { group: 'attention', icon: glyph('alert-triangle') },
  return_to_sender: { group: 'attention', icon: glyph('corner-down-left') },
  transit_limit_exceeded: { group: 'attention', icon: glyph('hourglass') },
  error: { group: 'attention', icon: glyph('clock-x') },
  delivered: { group: 'ended', icon: glyph('circle-check') },
  expired: { group: 'ended', icon: glyph('clock-pause') },
  cancelled: { group: 'ended', icon: glyph('ban') },
} as const satisfies Readonly<Record<string, StatusLook>>;

export type TrackingStatus = keyof typeof STATUSES;

export const STATUS_CODES = Object.keys(STATUSES) as TrackingStatus[];
export const GROUPS: readonly StatusGroup[] = ['waiting', 'moving', 'attention', 'ended'];

export const lookOf = (status: string | null | undefined): StatusLook =>
  STATUSES[(status ?? 'no_info') as TrackingStatus] ?? STATUSES.no_info;

export const statusesIn = (group: StatusGroup): readonly TrackingStatus[] =>
  STATUS_CODES.filter((code) => STATUSES[code].group === group);
