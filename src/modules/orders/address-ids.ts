/** Where an address is kept: the order's own ones, or a row of `order_addresses`. */
export type AddressPlace =
  | { readonly kind: 'shipping' | 'billing'; readonly orderPk: number }
  | { readonly kind: 'further'; readonly pk: number };

const KINDS = ['shipping', 'billing', 'further'] as const;

/** The integer by which shops know an address; no two addresses of an installation have the same. */
export const addressId = (place: AddressPlace): number =>
  KINDS.length * (place.kind === 'further' ? place.pk : place.orderPk) + KINDS.indexOf(place.kind);
