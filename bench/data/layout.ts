/**
 * Which rows belong together, as functions of their position alone. Ten shipments and ten orders are a group of one
 * workspace: eight orders with a shipment each, one with two, and one (to a vendor) with none.
 */
export const GROUP = 10;

/** The workspace with 80 % of everything. */
export const LARGE = 0;
export const WORKSPACES = 11;

export const groupsOf = (shipments: number): number => Math.ceil(shipments / GROUP);

/** Eight of ten groups are the large workspace's, the others take turns. */
export function workspaceOf(group: number): number {
  const rest = group % 10;
  return rest < 8 ? LARGE : 1 + ((Math.floor(group / 10) * 2 + rest - 8) % (WORKSPACES - 1));
}

/** The shipments of an order. */
export function shipmentsOf(order: number): readonly number[] {
  const place = order % GROUP;
  if (place === GROUP - 1) return [];
  return place === GROUP - 2 ? [order, order + 1] : [order];
}

/** The order of a shipment. */
export const orderOf = (shipment: number): number =>
  shipment % GROUP === GROUP - 1 ? shipment - 1 : shipment;

/** The order of a group that is not shipped. */
export const vendorOrderOf = (group: number): number => group * GROUP + GROUP - 1;

export const MOST_ITEMS = 4;

/** The automatic keys; those of rows inside others have gaps. */
export const pkOf = (index: number): number => index + 1;
export const itemIndex = (owner: number, place: number): number => owner * MOST_ITEMS + place;

/** `count` groups of the large workspace, evenly spread over all of its time. */
export function largeGroups(shipments: number, count: number): readonly number[] {
  const all = groupsOf(shipments);
  const large = Array.from({ length: all }, (_, group) => group).filter(
    (group) => workspaceOf(group) === LARGE,
  );
  const wanted = Math.min(count, large.length);
  return Array.from(
    { length: wanted },
    (_, at) => large[Math.floor(((at + 0.5) * large.length) / wanted)] ?? 0,
  );
}
