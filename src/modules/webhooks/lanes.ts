/** A queue that has something to do. */
export interface WaitingQueue {
  readonly workspacePk: number;
  /** Failures in a row, so far. */
  readonly failures: number;
}

/** Places at which webhooks are told at the same time. */
class Lane {
  private readonly taken = new Map<number, number>();
  private size = 0;

  constructor(private readonly slots: number) {}

  /** Whether a workspace may take one more: half of the places are for others. */
  hasRoom(workspacePk: number): boolean {
    return this.size < this.slots && this.of(workspacePk) < this.slots / 2;
  }

  of(workspacePk: number): number {
    return this.taken.get(workspacePk) ?? 0;
  }

  take(workspacePk: number): void {
    this.taken.set(workspacePk, this.of(workspacePk) + 1);
    this.size++;
  }

  leave(workspacePk: number): void {
    const left = this.of(workspacePk) - 1;
    if (left === 0) this.taken.delete(workspacePk);
    else this.taken.set(workspacePk, left);
    this.size--;
  }
}

/** The place of one webhook while it is told something. */
export interface LaneSlot {
  /** Its receiver lets it wait: it makes room for others. */
  moveToSlowLane(): void;
  leave(): void;
}

/**
 * Who is told next, so that no receiver that hangs, and no workspace with many, holds up the webhooks of others. There
 * are two lanes: a prompt one for receivers that answer, and a patient one with many more places for those that let a
 * request wait, or have failed lately. A place in the patient lane costs a socket and nothing else.
 */
export class Lanes {
  private readonly fast: Lane;
  private readonly slow: Lane;
  private readonly slowInFastLane = new Set<() => void>();

  constructor(places: { readonly prompt: number; readonly patient: number }) {
    this.fast = new Lane(places.prompt);
    this.slow = new Lane(places.patient);
  }

  /** Those for which there is room, in turns over their workspaces: who has the fewest places goes first. */
  choose<T extends WaitingQueue>(waiting: readonly T[]): T[] {
    const left = new Set(waiting);
    const chosen: T[] = [];
    const counted: LaneSlot[] = [];
    for (;;) {
      let next: T | undefined;
      for (const each of left) {
        const lane = this.laneOf(each);
        if (!lane.hasRoom(each.workspacePk)) left.delete(each);
        else if (!next || lane.of(each.workspacePk) < this.laneOf(next).of(next.workspacePk)) next = each;
      }
      if (!next) break;
      left.delete(next);
      chosen.push(next);
      counted.push(this.enter(next));
    }
    for (const place of counted) place.leave();
    return chosen;
  }

  enter(waiting: WaitingQueue): LaneSlot {
    const { workspacePk } = waiting;
    let lane = this.laneOf(waiting);
    lane.take(workspacePk);
    const move = (): void => {
      if (lane === this.slow || !this.slow.hasRoom(workspacePk)) return;
      this.slowInFastLane.delete(move);
      lane.leave(workspacePk);
      lane = this.slow;
      lane.take(workspacePk);
    };
    return {
      moveToSlowLane: () => {
        this.slowInFastLane.add(move);
        move();
      },
      leave: () => {
        this.slowInFastLane.delete(move);
        lane.leave(workspacePk);
        for (const other of this.slowInFastLane) other();
      },
    };
  }

  private laneOf({ failures }: WaitingQueue): Lane {
    return failures > 0 ? this.slow : this.fast;
  }
}
