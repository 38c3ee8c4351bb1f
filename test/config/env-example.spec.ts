import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Environment, readConfig } from '../../src/config/config.js';
import { described, envExample } from '../../src/config/variables.js';

const FILE = new URL('../../.env.example', import.meta.url);

/** What the process takes when nothing is said. */
const defaults = { ...new Environment() };

describe('.env.example', () => {
  const expected = envExample({ ...defaults, WORKER: '1', TEST_ENDPOINTS: '0' });
  if (process.env.SEAL_ENV_EXAMPLE) writeFileSync(FILE, expected);

  it('is what the configuration says (npm run env:example)', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(expected);
  });

  it('has every variable, and no other', () => {
    expect(described().sort()).toEqual(Object.keys(defaults).sort());
  });

  it('can be taken as it is, and its examples are values that may be', () => {
    const set = [...expected.matchAll(/^#([A-Z][A-Z0-9_]+)=(.+)$/gm)]
      .map(([, name = '', value = '']) => [name, value.replace(/^"|"$/g, '')] as const)
      // a key asks for the URL of its server
      .filter(([name]) => !['KARRIO_URL', 'TRACKING_PROVIDERS', 'NODE_ENV'].includes(name));
    expect(() => readConfig(Object.fromEntries(set))).not.toThrow();
  });
});
