import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { apis } from '../../../src/app/api-document.js';
import { METHODS, type OpenapiDocument } from '../../../src/core/openapi/types.js';

/*
 * What the documents say is sealed: a digest of each operation and component, so that a change of the code that changes a
 * document is seen. Where it is meant, `npm run openapi:seal` writes the digests anew.
 */
const SEAL = new URL('documents.json', import.meta.url);

type Digests = Readonly<Record<string, string>>;

/** Keys of objects have no order in JSON, and neither have names that must be there. */
const canonical = (node: unknown, key?: string): unknown => {
  if (Array.isArray(node)) return key === 'required' ? [...node].sort() : node.map((each) => canonical(each));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([name, value]) => [name, canonical(value, name)]));
};

const digestOf = (node: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(node)))
    .digest('hex')
    .slice(0, 8);

/** `GET /orders/{id}` and `schemas Order`, each with its digest, sorted. */
function digestsOf({ paths, webhooks = {}, components, tags, security, info }: OpenapiDocument): Digests {
  const operations = Object.entries(paths).flatMap(([path, { parameters, ...item }]) =>
    METHODS.flatMap((method): [string, unknown][] =>
      item[method] ? [[`${method.toUpperCase()} ${path}`, { parameters, ...item[method] }]] : [],
    ),
  );
  const requests = Object.entries(webhooks).map(([name, item]): [string, unknown] => [
    `webhook ${name}`,
    item,
  ]);
  const parts = Object.entries(components).flatMap(([kind, each]) =>
    Object.entries(each as object).map(([name, part]): [string, unknown] => [`${kind} ${name}`, part]),
  );
  // the version of the package is no change of a document
  const head = { tags, security, info: { ...info, version: '' } };
  return Object.fromEntries(
    [...operations, ...requests, ...parts, ['head', head] as const]
      .map(([name, node]): [string, string] => [name, digestOf(node)])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

describe('the OpenAPI documents', () => {
  const digests = Object.fromEntries(
    apis.map(({ title, make }) => [title, digestsOf(make('https://waybill.invalid'))]),
  );
  if (process.env.SEAL_DOCUMENTS) writeFileSync(SEAL, `${JSON.stringify(digests, null, 2)}\n`);
  const sealed = JSON.parse(readFileSync(SEAL, 'utf8')) as Record<string, Digests>;

  it.each(apis.map(({ title }) => title))(
    '%s is as it was sealed; where a change is meant: npm run openapi:seal',
    (title) => {
      const [now, before] = [digests[title] ?? {}, sealed[title] ?? {}];
      const names = new Set([...Object.keys(now), ...Object.keys(before)]);
      expect([...names].filter((name) => now[name] !== before[name])).toEqual([]);
    },
  );
});
