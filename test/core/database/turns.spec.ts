import { describe, expect, it } from '@jest/globals';
import { Turns } from '../../../src/core/database/turns.js';

/** Places whose holders the test names, at a time that the test sets. */
function places(count: number) {
  const clock = { now: 0 };
  const turns = new Turns(count, () => clock.now);
  /** Who has come in, in this order. */
  const inside: string[] = [];
  const ask = (tenant: string | undefined, name: string, bound?: number): Promise<void> =>
    turns.take(tenant, bound).then(() => void inside.push(name));
  /** Gives a place back, and lets whoever has the next turn come in. */
  const give = async (tenant?: string): Promise<void> => {
    turns.give(tenant);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { clock, turns, inside, ask, give };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('places at the database', () => {
  it('go to a lone tenant all of them', async () => {
    const { inside, ask, turns } = places(4);
    for (const name of ['1', '2', '3', '4', '5']) void ask('team 1', name);
    await settle();
    expect(inside).toEqual(['1', '2', '3', '4']);
    expect(turns.length).toBe(1);
  });

  it('go to a lone tenant all of them beside the work of the server itself', async () => {
    const { inside, ask } = places(4);
    void ask(undefined, 'server');
    for (const name of ['1', '2', '3']) void ask('team 1', name);
    await settle();
    expect(inside).toEqual(['server', '1', '2', '3']);
  });

  it('go by turns over the tenants that wait, and within a tenant in the order of its requests', async () => {
    const { inside, ask, give } = places(1);
    void ask(undefined, 'held');
    for (const name of ['a1', 'a2', 'a3']) void ask('a', name);
    for (const name of ['b1', 'b2']) void ask('b', name);
    void ask('c', 'c1');
    await settle();
    expect(inside).toEqual(['held']);
    await give();
    for (const tenant of ['a', 'b', 'c', 'a', 'b', 'a']) await give(tenant);
    expect(inside).toEqual(['held', 'a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('reach everybody, however fast one asks again', async () => {
    const { inside, ask, give } = places(1);
    void ask('busy', 'busy 0');
    void ask('busy', 'busy 1');
    for (const name of ['x', 'y', 'z']) void ask(name, name);
    let holder = 'busy';
    for (let round = 2; round < 8; round++) {
      void ask('busy', `busy ${round}`);
      await give(holder);
      holder = inside.at(-1)?.split(' ')[0] ?? '';
    }
    expect(inside.slice(0, 5)).toEqual(['busy 0', 'busy 1', 'x', 'y', 'z']);
    expect(inside.slice(5)).toEqual(['busy 2', 'busy 3']);
  });

  it('are left free by half while another tenant is about, and are all there again when it has gone', async () => {
    const { inside, ask, give, clock, turns } = places(4);
    void ask('small', 'small 1');
    await give('small');
    for (const name of ['1', '2', '3', '4', '5', '6']) void ask('large', name);
    await settle();
    expect(inside).toEqual(['small 1', '1', '2']);
    // comes in at once, whatever the other does
    void ask('small', 'small 2');
    await settle();
    expect(inside.at(-1)).toBe('small 2');
    await give('small');
    expect(turns.length).toBe(4);
    clock.now = 10_001;
    await give('large');
    expect(inside.slice(-3)).toEqual(['3', '4', '5']);
  });

  it('are given up by whoever waits too long, and are nobody’s then', async () => {
    const { inside, ask, give, turns } = places(1);
    void ask('a', 'a1');
    await expect(ask('b', 'b1', 5)).rejects.toThrow('did not answer in time');
    expect(turns.length).toBe(0);
    void ask('b', 'b2', 5000);
    await give('a');
    expect(inside).toEqual(['a1', 'b2']);
  });

  it('are all left before somebody goes on', async () => {
    const { ask, give, turns } = places(1);
    void ask('a', 'a1');
    void ask('a', 'a2');
    let isOver = false;
    const over = turns.isOver().then(() => (isOver = true));
    await give('a');
    await settle();
    expect(isOver).toBe(false);
    await give('a');
    await over;
    expect(isOver).toBe(true);
  });
});
