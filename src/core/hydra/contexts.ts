import { DATE_TIME_RANGE, entryOf, JSON_RANGE, listedIn } from './classes.js';
import type { VocabularyClass, VocabularyProperty } from './classes.js';
import { VIOLATION, VIOLATION_LIST } from './violation-classes.js';

type Term = string | Readonly<Record<string, unknown>>;
type Terms = Readonly<Record<string, Term>>;

const IRI = { '@type': '@id' };

/** The links of a page, and the search of a collection, whose inside is Hydra's and not the resource's. */
const COLLECTION: Terms = {
  'hydra:first': IRI,
  'hydra:last': IRI,
  'hydra:previous': IRI,
  'hydra:next': IRI,
  'hydra:search': {
    '@context': {
      IriTemplateMapping: 'hydra:IriTemplateMapping',
      BasicRepresentation: 'hydra:BasicRepresentation',
      'hydra:variableRepresentation': { '@type': '@vocab' },
      variable: 'hydra:variable',
      property: { '@id': 'hydra:property', '@type': '@vocab' },
      required: 'hydra:required',
    },
  },
};

function termOf(owner: string, { name, range, isLink }: VocabularyProperty): Term {
  const id = `${owner}/${name}`;
  if (isLink) return { '@id': id, ...IRI };
  if (range === JSON_RANGE) return { '@id': id, '@type': '@json' };
  return range === DATE_TIME_RANGE ? { '@id': id, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' } : id;
}

const termsOf = ({ name, properties }: Pick<VocabularyClass, 'name' | 'properties'>): Terms =>
  Object.fromEntries(properties.map((property) => [property.name, termOf(name, property)]));

/** Each object in an answer has the terms of its own class: the `title` of a status is not that of its order. */
function scopesOf(
  { properties }: VocabularyClass,
  classes: ReadonlyMap<string, VocabularyClass>,
  seen: Record<string, Term> = {},
): Terms {
  for (const { holds } of properties) {
    const held = classes.get(holds ?? '');
    if (!held || held.name in seen) continue;
    seen[held.name] = { '@context': termsOf(held) };
    scopesOf(held, classes, seen);
  }
  return seen;
}

/** What `/contexts/{name}` answers, by name; `vocabulary` is the IRI that the names of classes are appended to. */
export function contextsOf(
  classes: readonly VocabularyClass[],
  vocabulary: string,
): ReadonlyMap<string, object> {
  const byName = new Map(classes.map((each) => [each.name, each]));
  const contexts = new Map<string, object>();
  const add = (name: string, terms: Terms): void => {
    contexts.set(name, {
      '@context': { '@vocab': vocabulary, hydra: 'http://www.w3.org/ns/hydra/core#', ...terms },
    });
  };
  const entries = listedIn(classes).map((each) => [
    entryOf(each),
    { '@id': `Entrypoint/${entryOf(each)}`, ...IRI },
  ]);
  add('Entrypoint', Object.fromEntries(entries) as Terms);
  for (const each of classes) {
    const isListed = each.path !== undefined;
    add(each.name, { ...termsOf(each), ...scopesOf(each, byName), ...(isListed ? COLLECTION : {}) });
  }
  add('Error', {});
  add(VIOLATION.name, termsOf(VIOLATION));
  const violations = { '@id': `${VIOLATION_LIST.name}/violations`, '@context': termsOf(VIOLATION) };
  add(VIOLATION_LIST.name, { violations });
  return contexts;
}
