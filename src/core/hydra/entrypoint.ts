import { entryOf, listedIn, type VocabularyClass } from './classes.js';

/** What `/` answers: the lists that there are. */
export const entrypointOf = (classes: readonly VocabularyClass[]): object => ({
  '@context': '/contexts/Entrypoint',
  '@id': '/',
  '@type': 'Entrypoint',
  ...Object.fromEntries(listedIn(classes).map((each) => [entryOf(each), `/${each.path}`])),
});
