/** Days in transit after which a parcel is `transit_limit_exceeded`, where nothing else is configured. */
export const DEFAULT_TRANSIT_LIMIT_DAYS = 60;

/** The limit of each carrier. */
export class TransitLimits {
  constructor(
    private readonly usual: number = DEFAULT_TRANSIT_LIMIT_DAYS,
    private readonly byCarrier: ReadonlyMap<string, number> = new Map(),
  ) {}

  of(carrier: string | null): number {
    return this.byCarrier.get(carrier ?? '') ?? this.usual;
  }
}
