/** All that a shipment is counted by but its times; its status is a number, so are phase and verdicts. */
export interface State {
  readonly status: number;
  readonly phase: number;
  readonly isActive: boolean;
  readonly isShipped: boolean;
  readonly isDelivered: boolean;
  /** Nobody has tried to deliver it in vain. */
  readonly isFirstAttempt: boolean;
  readonly verdict: number;
  readonly firstVerdict: number;
  readonly isReviewed: boolean;
}

/**
 * The states that shipments of a workspace are in, by number: some dozens, where there are hundreds of thousands of shipments, so that
 * these are counted by one number each.
 */
export class States {
  readonly all: State[] = [];
  private readonly numbers = new Map<number, number>();

  numberOf(state: State): number {
    const key = keyOf(state);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.all.length);
    return this.all.push(state) - 1;
  }
}

/** Phase and activity follow from the status, verdicts are below 4. */
const keyOf = (state: State): number =>
  [state.isShipped, state.isDelivered, state.isFirstAttempt, state.isReviewed].reduce(
    (key, is) => key * 2 + Number(is),
    (state.status * 4 + state.verdict) * 4 + state.firstVerdict,
  );
