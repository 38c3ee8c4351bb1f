const WIDTH = 30;
const EVERY = 100;

export interface Progress {
  at(done: number): void;
  end(): void;
}

/** A bar on standard error, or a line for each tenth where nobody watches. */
export function progress(what: string, total: number, unit: string): Progress {
  const { stderr } = process;
  const began = Date.now();
  let drawn = 0;
  let tenth = 0;
  const text = (done: number): string => {
    const seconds = Math.round((Date.now() - began) / 1000);
    return `${what} ${done.toLocaleString('en')} of ${total.toLocaleString('en')} ${unit} in ${seconds} s`;
  };
  const draw = (done: number): void => {
    if (stderr.isTTY) {
      const full = Math.round((done / total) * WIDTH);
      stderr.write(`\r  [${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] ${text(done)}`);
    } else if (Math.floor((done / total) * 10) > tenth) {
      tenth = Math.floor((done / total) * 10);
      stderr.write(`  ${text(done)}\n`);
    }
  };
  return {
    at(done) {
      if (done < total && Date.now() - drawn < EVERY) return;
      drawn = Date.now();
      draw(done);
    },
    end() {
      if (stderr.isTTY) stderr.write('\n');
    },
  };
}
