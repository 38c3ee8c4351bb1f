/** Days in transit after which a parcel is `transit_limit_exceeded`, where nothing else is configured. */
export const USUAL_LIMIT = 60;

/** The limit of each carrier. */
export class TransitLimits {
  constructor(
    private readonly usual: number = USUAL_LIMIT,
    private readonly byCarrier: ReadonlyMap<string, number> = new Map(),
  ) {}

  of(carrier: string | null): number {
    return this.byCarrier.get(carrier ?? '') ?? this.usual;
  }
}
