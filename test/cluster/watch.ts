/** A request that was not answered as it should be. */
interface Failed {
  readonly at: number;
  /** Its status, or `none` when the connection failed. */
  readonly what: string;
}

/** What happened to the requests while something was done to the cluster. */
export interface Figures {
  readonly phase: string;
  readonly seconds: number;
  /** Writes that were acknowledged. */
  readonly writes: number;
  /** Answers of status 5xx and connections that failed: how many by each status. */
  readonly failed: Readonly<Record<string, number>>;
  /** Seconds from the first failed request of the phase to the last. */
  readonly failing: number;
  /** Seconds from the beginning of the phase to its last failed request. */
  readonly recovered: number;
  /** The longest time within the phase in which no write was acknowledged, in seconds. */
  readonly silence: number;
  /** Answers of status 409: what other writers were in the way of for too long. */
  readonly conflicts: number;
}

/** Keeps the time of each answer, and tells phases apart. */
export class Watch {
  private readonly acknowledged: number[] = [];
  private readonly failed: Failed[] = [];
  private readonly conflicts: number[] = [];
  private readonly phases: { readonly name: string; readonly at: number }[] = [];

  begin(name: string): void {
    this.phases.push({ name, at: performance.now() });
  }

  /** `status`: undefined when there was no answer. @returns whether time may change the answer. */
  answered(status: number | undefined): boolean {
    const at = performance.now();
    if (status === 409) this.conflicts.push(at);
    else if (status === undefined || status >= 500) this.failed.push({ at, what: String(status ?? 'none') });
    else {
      this.acknowledged.push(at);
      return false;
    }
    return true;
  }

  get writes(): number {
    return this.acknowledged.length;
  }

  /** What failed with anything but a 503, an answer of the proxy's own (502, 504 and its 503), or no answer. */
  get wrong(): string[] {
    return this.failed
      .map(({ what }) => what)
      .filter((what) => !['503', '502', '504', 'none'].includes(what));
  }

  figures(): Figures[] {
    const ends = [...this.phases.slice(1).map(({ at }) => at), performance.now()];
    return this.phases.map(({ name, at }, index) => this.figuresOf(name, at, ends[index] ?? at));
  }

  private figuresOf(phase: string, from: number, to: number): Figures {
    const within = (at: number): boolean => at >= from && at < to;
    const acknowledged = this.acknowledged.filter(within);
    const failed = this.failed.filter(({ at }) => within(at));
    const times = [from, ...acknowledged, to];
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
    const first = failed[0]?.at ?? from;
    const last = failed.at(-1)?.at ?? from;
    return {
      phase,
      seconds: seconds(to - from),
      writes: acknowledged.length,
      failed: Object.fromEntries(
        [...new Set(failed.map(({ what }) => what))].map((what) => [
          what,
          failed.filter((each) => each.what === what).length,
        ]),
      ),
      failing: seconds(last - first),
      recovered: seconds(Math.max(last - from, 0)),
      silence: seconds(Math.max(...gaps)),
      conflicts: this.conflicts.filter(within).length,
    };
  }
}

const seconds = (milliseconds: number): number => Math.round(milliseconds / 100) / 10;

/** The figures as lines of a table. */
export function tableOf(figures: readonly Figures[]): string {
  const rows = figures.map((of) => {
    const failed = Object.entries(of.failed).map(([what, count]) => `${count} × ${what}`);
    return [
      of.phase,
      String(of.seconds),
      String(of.writes),
      failed.join(', ') || '0',
      String(of.failing),
      String(of.recovered),
      String(of.silence),
      String(of.conflicts),
    ];
  });
  const head = ['phase', 's', 'writes', 'failed', 'failing s', 'recovered s', 'silent s', '409'];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return [head, ...rows]
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}
