import type { Components } from './components.js';
import type { OpenapiDocument, Paths, Schema, Security, Tag } from './types.js';

/** What is an API's own. */
export interface DocumentSketch {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** The origin that clients see. */
  readonly publicUrl: string;
  readonly security: Security;
  readonly securitySchemes: Readonly<Record<string, unknown>>;
  readonly tags: readonly Tag[];
  readonly paths: Paths;
  readonly webhooks?: Paths;
  readonly components: Components;
  /** Schemas that are not in the components. */
  readonly schemas?: Readonly<Record<string, Schema>>;
}

/** A whole OpenAPI document, with what all of ours have. */
export function assembled(sketch: DocumentSketch): OpenapiDocument {
  const { title, version, description, publicUrl, security, tags, paths, webhooks, components } = sketch;
  const schemas = { ...Object.fromEntries(components.schemas), ...sketch.schemas };
  return {
    openapi: '3.1.1',
    info: { title, version, description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: publicUrl }],
    security,
    tags,
    paths,
    ...(webhooks ? { webhooks } : {}),
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      parameters: Object.fromEntries(components.parameters),
      headers: Object.fromEntries(components.headers),
      responses: Object.fromEntries(components.responses),
      securitySchemes: sketch.securitySchemes,
    },
  };
}
