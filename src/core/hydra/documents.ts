import type { Resource } from '../metadata/resource.js';
import { apiDocumentation } from './api-documentation.js';
import { vocabularyOf } from './classes.js';
import { contextsOf } from './contexts.js';
import { entrypointOf } from './entrypoint.js';

const TITLE = 'Waybill';

/** The documents that tell clients what there is. They are written once, as the strings that are sent. */
export class HydraDocuments {
  readonly entrypoint: string;
  readonly apiDocumentation: string;
  private readonly contexts: ReadonlyMap<string, string>;

  /**
   * `computed`: what has no list or item of its own, and so a context alone.
   * @throws when a declaration leads to a class that there is not.
   */
  constructor(resources: readonly Resource[], publicUrl: string, computed: readonly Resource[] = []) {
    const classes = vocabularyOf(resources);
    const contexts = contextsOf(vocabularyOf([...resources, ...computed]), `${publicUrl}/docs.jsonld#`);
    this.entrypoint = JSON.stringify(entrypointOf(classes));
    this.apiDocumentation = JSON.stringify(apiDocumentation(TITLE, classes, publicUrl));
    this.contexts = new Map([...contexts].map(([name, context]) => [name, JSON.stringify(context)]));
  }

  /** The JSON-LD context of a class; undefined when there is no such class. */
  context(name: string): string | undefined {
    return this.contexts.get(name);
  }
}
