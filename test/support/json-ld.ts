import jsonld from 'jsonld';
import type { Body } from './api.js';

/** A node of expanded JSON-LD: absolute IRIs as keys, lists of nodes and values. */
export type Node = Body;

/**
 * Expands a JSON-LD answer as a processor does that knows nothing but its address; contexts are fetched from the server.
 * @throws when the processor would drop something, or when it is led to another host.
 */
export async function expand(answer: object, address: string): Promise<Node> {
  const options = {
    base: address,
    safe: true,
    documentLoader: async (url: string) => {
      if (new URL(url).origin !== new URL(address).origin) throw new Error(`${url} is on another host.`);
      const response = await fetch(url, { headers: { accept: 'application/ld+json' } });
      return { documentUrl: url, document: (await response.json()) as jsonld.NodeObject };
    },
  };
  const [node, ...others] = await jsonld.expand(answer, options);
  if (!node || others.length > 0) throw new Error(`${address} expands to ${others.length + 1} nodes.`);
  return node;
}

/** The paths of everything that an answer says and its expansion does not; null says nothing. */
export function lost(sent: Body, node: Node, path = ''): string[] {
  return Object.entries(sent as object)
    .filter(([key, value]) => !key.startsWith('@') && value !== null)
    .flatMap(([key, value]) => {
      const here = `${path}/${key}`;
      const name = key.replace(/^\w+:/, '');
      const values = Object.entries(node as object).find(([iri]) => iri.split(/[/#]/).at(-1) === name)?.[1];
      return values === undefined ? [here] : lostValues([value].flat(), values as Node[], here);
    });
}

function lostValues(sent: Body[], values: Node[], path: string): string[] {
  const [first] = values;
  if (first?.['@type'] === '@json') {
    return JSON.stringify(sent) === JSON.stringify(values.map((each) => each['@value'])) ? [] : [path];
  }
  if (sent.length !== values.length) return [path];
  return sent.flatMap((each, index) => {
    const value = values[index];
    if (typeof each === 'object') return lost(each, value, `${path}[${index}]`);
    const kept = '@value' in value ? value['@value'] === each : isAbsolute(value['@id'] as string);
    return kept ? [] : [`${path}[${index}]`];
  });
}

const isAbsolute = (iri: string): boolean => /^https?:\/\//.test(iri);

/** Every IRI in expanded JSON-LD: of nodes, types and properties. */
export function irisIn(value: Node): string[] {
  if (Array.isArray(value)) return value.flatMap(irisIn);
  if (typeof value !== 'object' || value === null || '@value' in value) return [];
  return Object.entries(value as object).flatMap(([key, each]) => {
    if (key === '@id') return [each as string];
    return key === '@type' ? (each as string[]) : [key, ...irisIn(each)];
  });
}
