// @ts-check
import sequencing from '@jest/test-sequencer';

/** Files that mostly wait, for processes or for leases to run out; the slowest first. */
const SLOW = [
  'states',
  'killed-migrations',
  'trial',
  'webhook-worker',
  'lifecycle',
  'cli',
  'bad-input',
  'webhooks',
  'demo',
  'sync-worker',
  'killed-jobs',
];

/** @param {{ path: string }} test */
const rank = ({ path }) => {
  const at = SLOW.findIndex((name) => path.endsWith(`/${name}.spec.ts`));
  return at < 0 ? SLOW.length : at;
};

/** Its types tell of the package's other form. */
const Sequencer = /** @type {typeof sequencing.default} */ (/** @type {unknown} */ (sequencing));

/** Begins with the slow files, so that none of them runs alone at the end. */
export default class SlowFirst extends Sequencer {
  /**
   * @override
   * @type {InstanceType<typeof Sequencer>['sort']}
   */
  async sort(tests) {
    return [...(await super.sort(tests))].sort((a, b) => rank(a) - rank(b));
  }
}
