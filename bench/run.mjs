// @ts-check
import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Compiles the sources and the benchmarks beside each other, apart from dist/, and starts one: `main.js`, or what `--run` names. */
const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * @param {readonly string[]} args
 * @returns {number}
 */
function node(args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  return status ?? 1;
}

const compiled = node([at('../node_modules/typescript/bin/tsc'), '-p', at('.')]);
if (compiled !== 0) process.exit(compiled);
copyFileSync(at('../package.json'), at('../var/bench-build/package.json'));
const [first, second = '', ...rest] = process.argv.slice(2);
const [file, args] = first === '--run' ? [second, rest] : ['main.js', process.argv.slice(2)];
process.exit(node(['--enable-source-maps', at(`../var/bench-build/bench/${file}`), ...args]));
