import type { OpenapiDocument } from './types.js';

/** An API that this server speaks, with a document of its own. */
export interface DescribedApi {
  /** Where its document is: `/docs`, as a page or as JSON; `/docs.json` is always JSON. */
  readonly path: string;
  /** What the pages call it. */
  readonly title: string;
  /** The document, for the URL that clients see. */
  readonly make: (publicUrl: string) => OpenapiDocument;
}
