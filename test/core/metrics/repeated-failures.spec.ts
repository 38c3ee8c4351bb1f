import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { RepeatedFailures } from '../../../src/core/metrics/repeated-failures.js';

describe('what fails again and again', () => {
  const lines: object[] = [];
  let now = 0;
  const minutes = (count: number): number => count * 60_000;
  let failures: RepeatedFailures;

  beforeEach(() => {
    lines.length = 0;
    now = 1000;
    failures = new RepeatedFailures('test', () => now);
    for (const level of ['warn', 'log'] as const)
      jest.spyOn(Logger.prototype, level).mockImplementation((line: unknown) => {
        lines.push(line as object);
      });
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is told at first, then once in ten minutes with how often, and when it works again', () => {
    for (let second = 0; second < 1500; second++) {
      failures.failed('a', 'it failed', { code: second });
      now += 1000;
    }
    failures.worked('a', { name: 'a' });
    failures.worked('a', { name: 'a' });
    expect(lines).toEqual([
      { msg: 'it failed', code: 0 },
      { msg: 'it failed, and has for 10 minutes', code: 600, failures: 600 },
      { msg: 'it failed, and has for 20 minutes', code: 1200, failures: 600 },
      { msg: 'it works again', name: 'a', failures: 299 },
    ]);
  });

  it('begins anew after it has worked, and does not mix what fails', () => {
    failures.failed('a', 'it failed', { name: 'a' });
    failures.failed('b', 'it failed', { name: 'b' });
    failures.worked('a', {});
    now += minutes(1);
    failures.failed('a', 'it failed', { name: 'a' });
    failures.failed('b', 'it failed', { name: 'b' });
    expect(lines).toEqual([
      { msg: 'it failed', name: 'a' },
      { msg: 'it failed', name: 'b' },
      { msg: 'it works again', failures: 0 },
      { msg: 'it failed', name: 'a' },
    ]);
  });
});
