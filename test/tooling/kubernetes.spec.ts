import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseAllDocuments } from 'yaml';

const FOLDER = new URL('../../deploy/kubernetes/', import.meta.url);

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: { readonly name?: string };
  readonly resources?: readonly string[];
}

/** What Kubernetes' own schemas, as npm has them, say of a manifest. */
interface Model {
  validate(): void;
}

const manifestsOf = (file: string): Manifest[] =>
  parseAllDocuments(readFileSync(new URL(file, FOLDER), 'utf8')).map((each) => each.toJS() as Manifest);

const files = readdirSync(FOLDER);
const all = files.flatMap((file) => manifestsOf(file).map((manifest) => [file, manifest] as const));

describe('the manifests for Kubernetes', () => {
  it.each(
    all
      .filter(([, { kind }]) => kind !== 'Kustomization')
      .map(
        ([file, manifest]) =>
          [`${manifest.kind} ${manifest.metadata?.name ?? ''} of ${file}`, manifest] as const,
      ),
  )('%s is what its schema wants', async (_, manifest) => {
    const { apiVersion, kind } = manifest;
    const models = (await import(`kubernetes-models/${apiVersion}/${kind}`)) as Record<
      string,
      new (data: Manifest) => Model
    >;
    const Kind = models[kind];
    if (!Kind) throw new Error(`There is no ${kind} in ${apiVersion}.`);
    expect(() => {
      new Kind(manifest).validate();
    }).not.toThrow();
    expect(() => {
      new Kind({ ...manifest, metadata: { name: 5 as unknown as string } }).validate();
    }).toThrow();
  });

  it('are all of them in the kustomization, but for the secret', () => {
    const listed = manifestsOf('kustomization.yaml').flatMap(({ resources = [] }) => resources);
    expect([...listed, 'kustomization.yaml', 'secret.example.yaml'].sort()).toEqual(files.toSorted());
  });
});
