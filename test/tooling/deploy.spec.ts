import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { onEachApi } from '../support/api.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const hasPromtool = ['/usr/bin/promtool', '/usr/local/bin/promtool'].some((path) => existsSync(path));

/** The names of metrics that expressions of Prometheus ask. */
const asked = (text: string): Set<string> =>
  new Set([...text.matchAll(/\b([a-z]+(?:_[a-z]+)+)\\?\{job=/g)].map(([, name = '']) => name));

onEachApi((api) => {
  describe('what Prometheus and Grafana are given', () => {
    it.each(['deploy/prometheus/alerts.yaml', 'deploy/grafana/waybill.json'])(
      '%s asks metrics that there are',
      async (path) => {
        // a histogram of nothing has no series yet
        await api.anonymous().get('/health');
        const said = (await api.anonymous().get('/metrics')).body as string;
        const known = new Set(
          [...said.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) =>
            type === 'histogram' ? ['bucket', 'count', 'sum'].map((part) => `${name}_${part}`) : [name],
          ),
        );
        // a file has no pool
        if (api.database.kind === 'sqlite') known.add('database_pool_connections');
        const names = [...asked(read(path))];
        expect(names.length).toBeGreaterThan(5);
        expect(names.filter((name) => !known.has(name))).toEqual([]);
      },
    );
  });
});

describe('the alert rules', () => {
  // where tests run for a decision it is there
  (hasPromtool || process.env.CI !== undefined ? it : it.skip)("pass Prometheus' own check", () => {
    const path = new URL('../../deploy/prometheus/alerts.yaml', import.meta.url).pathname;
    expect(execFileSync('promtool', ['check', 'rules', path], { encoding: 'utf8' })).toMatch(
      /SUCCESS: \d+ rules found/,
    );
  });
});
