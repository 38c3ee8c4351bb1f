import type { Operation } from '../metadata/resource.js';
import { entryOf, listedIn, type VocabularyClass, type VocabularyProperty } from './classes.js';
import { VIOLATION, VIOLATION_LIST } from './violation-classes.js';

const IRI = { '@type': '@id' };

const PREFIXES = {
  hydra: 'http://www.w3.org/ns/hydra/core#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xmls: 'http://www.w3.org/2001/XMLSchema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  schema: 'http://schema.org/',
};

const NAME = 'https://schema.org/name';

const TERMS = {
  domain: { '@id': 'rdfs:domain', ...IRI },
  range: { '@id': 'rdfs:range', ...IRI },
  subClassOf: { '@id': 'rdfs:subClassOf', ...IRI },
  expects: { '@id': 'hydra:expects', ...IRI },
  returns: { '@id': 'hydra:returns', ...IRI },
  'hydra:entrypoint': IRI,
};

/** What `/docs.jsonld` answers: every class with its properties, and what can be done with it. */
export function apiDocumentation(
  title: string,
  classes: readonly VocabularyClass[],
  publicUrl: string,
): object {
  const address = `${publicUrl}/docs.jsonld`;
  return {
    '@context': { '@base': address, '@vocab': `${address}#`, ...PREFIXES, ...TERMS },
    '@id': '/docs.jsonld',
    '@type': 'hydra:ApiDocumentation',
    'hydra:title': title,
    'hydra:entrypoint': '/',
    'hydra:supportedClass': [
      ...classes.map(supportedClass),
      entrypointClass(classes),
      supportedClass(VIOLATION),
      { ...supportedClass(VIOLATION_LIST), subClassOf: 'hydra:Error' },
    ],
  };
}

const described = (description: string | undefined): object =>
  description === undefined ? {} : { 'hydra:description': description };

const supportedClass = (each: VocabularyClass): object => ({
  '@id': `#${each.name}`,
  '@type': 'hydra:Class',
  'rdfs:label': each.name,
  'hydra:title': each.name,
  ...described(each.description),
  'hydra:supportedProperty': each.properties.map((property) => supportedProperty(each.name, property)),
  ...(each.path === undefined ? {} : { 'hydra:supportedOperation': itemOperations(each) }),
});

/**
 * An item that answers carry in place is no link: clients find it without another request. What people know an item by has
 * schema.org's IRI, by which API Platform's admin shows names instead of IRIs.
 */
const supportedProperty = (owner: string, property: VocabularyProperty): object => ({
  '@type': 'hydra:SupportedProperty',
  'hydra:property': {
    ...(property.isName
      ? { '@id': NAME, 'owl:equivalentProperty': { '@id': `#${owner}/${property.name}` } }
      : { '@id': `#${owner}/${property.name}` }),
    '@type': property.isLink ? 'hydra:Link' : 'rdf:Property',
    'rdfs:label': property.name,
    domain: `#${owner}`,
    ...(property.isOne ? { 'owl:maxCardinality': 1 } : {}),
    range: property.range,
  },
  'hydra:title': property.name,
  'hydra:required': property.isRequired,
  'hydra:readable': property.isReadable,
  'hydra:writeable': property.isWriteable,
  ...described(property.description),
});

interface OperationFacts {
  readonly method: string;
  readonly title: string;
  readonly action?: string;
  readonly expects?: string;
  readonly returns: string;
}

const supportedOperation = ({ method, title, action, expects, returns }: OperationFacts): object => ({
  '@type': action === undefined ? 'hydra:Operation' : ['hydra:Operation', `schema:${action}`],
  'hydra:method': method,
  'hydra:title': title,
  'rdfs:label': title,
  ...(expects === undefined ? {} : { expects }),
  returns,
});

/** What an operation of a declaration is in HTTP; whatever can be replaced can be patched. */
const OPERATIONS: Readonly<Record<Operation, (name: string) => readonly OperationFacts[]>> = {
  list: (name) => [
    {
      method: 'GET',
      title: `Lists ${name} items, a page at a time.`,
      action: 'FindAction',
      returns: 'hydra:Collection',
    },
  ],
  post: (name) => [
    {
      method: 'POST',
      title: `Makes a new ${name}.`,
      action: 'CreateAction',
      expects: `#${name}`,
      returns: `#${name}`,
    },
  ],
  item: (name) => [{ method: 'GET', title: `Reads one ${name}.`, action: 'FindAction', returns: `#${name}` }],
  put: (name) => [
    {
      method: 'PUT',
      title: `Replaces the sent fields of one ${name}.`,
      action: 'ReplaceAction',
      expects: `#${name}`,
      returns: `#${name}`,
    },
    {
      method: 'PATCH',
      title: `Merges a patch (application/merge-patch+json) into one ${name}.`,
      expects: `#${name}`,
      returns: `#${name}`,
    },
  ],
  delete: (name) => [
    { method: 'DELETE', title: `Deletes one ${name}.`, action: 'DeleteAction', returns: 'owl:Nothing' },
  ],
};

const isOfList = (operation: Operation): boolean => operation === 'list' || operation === 'post';

const operationsOf = (each: VocabularyClass, wanted: (operation: Operation) => boolean): object[] =>
  each.operations
    .filter(wanted)
    .flatMap((operation) => OPERATIONS[operation](each.name))
    .map(supportedOperation);

const itemOperations = (each: VocabularyClass): object[] =>
  operationsOf(each, (operation) => !isOfList(operation));

const entrypointClass = (classes: readonly VocabularyClass[]): object => ({
  '@id': '#Entrypoint',
  '@type': 'hydra:Class',
  'rdfs:label': 'Entrypoint',
  'hydra:title': 'Entrypoint',
  'hydra:description': 'Where a client that knows nothing begins: the lists that there are.',
  'hydra:supportedProperty': listedIn(classes).map((each) => ({
    '@type': 'hydra:SupportedProperty',
    'hydra:property': {
      '@id': `#Entrypoint/${entryOf(each)}`,
      '@type': 'hydra:Link',
      'rdfs:label': entryOf(each),
      domain: '#Entrypoint',
      'owl:maxCardinality': 1,
      'rdfs:range': [{ '@id': 'hydra:Collection' }, { 'owl:equivalentClass': onlyMembersOf(each) }],
      'hydra:supportedOperation': operationsOf(each, isOfList),
    },
    'hydra:title': entryOf(each),
    'hydra:required': false,
    'hydra:readable': true,
    'hydra:writeable': false,
  })),
  'hydra:supportedOperation': [
    supportedOperation({
      method: 'GET',
      title: 'Reads the entrypoint.',
      action: 'FindAction',
      returns: '#Entrypoint',
    }),
  ],
});

/** OWL's words for a collection whose members are of one class. */
const onlyMembersOf = ({ name }: VocabularyClass): object => ({
  'owl:onProperty': { '@id': 'hydra:member' },
  'owl:allValuesFrom': { '@id': `#${name}` },
});
