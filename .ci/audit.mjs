// Reports the known vulnerabilities of what package-lock.json names: node .ci/audit.mjs [--fail <severity>] [--from <file>]
//
// It asks the registry as `npm audit` does. Without --fail it never fails: a new advisory does not break a build that has
// not changed. With it (before a release, or on a schedule) it ends with code 1 when a package that the server runs with
// has one of that severity or worse. A registry that does not answer is said, and is no failure.
// --from reads what `npm audit --json` has written, and `npm audit --json --omit=dev` in the same form from <file>.runtime.
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

const SEVERITIES = ['info', 'low', 'moderate', 'high', 'critical'];
const TIMEOUT_MS = 60_000;

const { values } = parseArgs({ options: { fail: { type: 'string' }, from: { type: 'string' } } });
if (values.fail !== undefined && !SEVERITIES.includes(values.fail)) {
  console.error(`--fail must be one of ${SEVERITIES.join(', ')}, not "${values.fail}".`);
  process.exit(2);
}

/** What npm has written; nothing when it could not be run. */
const audit = (args) =>
  new Promise((resolve) => {
    const all = ['audit', '--json', '--package-lock-only', ...args];
    execFile('npm', all, { timeout: TIMEOUT_MS, maxBuffer: 2 ** 26 }, (_, stdout) => resolve(stdout ?? ''));
  });

/** The vulnerable packages, the worst first; undefined when it is no report. */
function vulnerableIn(text) {
  let report;
  try {
    report = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof report?.vulnerabilities !== 'object' || report.vulnerabilities === null) return undefined;
  return Object.values(report.vulnerabilities).sort(
    (one, other) =>
      SEVERITIES.indexOf(other.severity) - SEVERITIES.indexOf(one.severity) ||
      one.name.localeCompare(other.name),
  );
}

const titlesOf = ({ via }) =>
  via.filter((each) => typeof each === 'object').map(({ title, url }) => `${title} ${url}`);

const [everything, runtime] = await Promise.all(
  values.from === undefined
    ? [audit([]), audit(['--omit=dev'])]
    : [readFile(values.from, 'utf8'), readFile(`${values.from}.runtime`, 'utf8')],
);
const [all, atRuntime] = [vulnerableIn(everything), vulnerableIn(runtime)];
if (!all || !atRuntime) {
  console.log('audit: no registry answers, so the dependencies were not looked at.');
} else {
  const runs = new Set(atRuntime.map(({ name }) => name));
  for (const each of all) {
    const where = runs.has(each.name) ? 'the server runs with it' : 'for development';
    console.log(`audit: ${each.severity} ${each.name} ${each.range} (${where})`);
    for (const title of titlesOf(each)) console.log(`audit:   ${title}`);
  }
  const isBad = ({ severity }) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(values.fail ?? '');
  const bad = values.fail === undefined ? [] : atRuntime.filter(isBad);
  console.log(`audit: ${all.length} vulnerable packages, ${atRuntime.length} of them at run time.`);
  if (bad.length > 0) process.exitCode = 1;
}
