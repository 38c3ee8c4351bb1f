const DIGITS = 8;

/** The number by which shops know a shipment: `100000078`. `pk`: its key. */
export const incrementIdOf = (pk: number): string => `1${String(pk).padStart(DIGITS, '0')}`;

/** The key of the shipment with such a number; undefined when it can be nobody's. */
export function shipmentPkIn(incrementId: string): number | undefined {
  const pk = Number(incrementId.slice(1));
  return Number.isSafeInteger(pk) && pk > 0 && incrementIdOf(pk) === incrementId ? pk : undefined;
}
