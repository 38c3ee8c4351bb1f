import type { Resource } from '../metadata/resource.js';
import { assembled } from './assembled.js';
import { Components } from './components.js';
import { documentPaths } from './document-paths.js';
import { resourcePaths } from './resource-paths.js';
import type { DocumentPart, OpenapiDocument, Paths } from './types.js';

const DESCRIPTION = `Orders, shipments and their tracking, in the words of TrackMage's API.

- Answers come as JSON-LD with Hydra (the default), plain JSON or CSV: by \`Accept\`, or by a suffix of the path (\`/shipments.csv\`).
- \`/docs.jsonld\` tells a Hydra client the same as this document.
- HEAD works wherever GET does.
- Operation ids are TrackMage's. \`x-operation-name\` has plainer ones: \`deleteShipmentItem\` deletes a shipment, and is \`deleteShipment\` there.
- Parameters that nobody knows are ignored, unless the client prefers \`handling=strict\`.`;

/** Tells of paths that are no resource's; shared answers are added to the components. */
export type MakePart = (components: Components) => DocumentPart;

export interface DocumentOptions {
  readonly resources: readonly Resource[];
  /** Paths beside the resources'. */
  readonly parts: readonly MakePart[];
  /** The origin that clients see. */
  readonly publicUrl: string;
  readonly version: string;
}

/** The OpenAPI document of what the resources declare. */
export function openapiDocument({ resources, parts, publicUrl, version }: DocumentOptions): OpenapiDocument {
  const components = new Components();
  const all = [...parts, documentPaths].map((part) => part(components));
  const paths = [resourcePaths(resources, components), ...all.map((part) => part.paths)];
  return assembled({
    title: 'Waybill',
    version,
    description: DESCRIPTION,
    publicUrl,
    security: [{ oauth2: ['user'] }, { bearer: [] }],
    tags: [
      ...resources.map(({ name, description }) => ({ name, description })),
      ...all.flatMap((part) => part.tags),
    ],
    paths: Object.assign({}, ...paths) as Paths,
    webhooks: Object.assign({}, ...all.map((part) => part.webhooks ?? {})) as Paths,
    components,
    securitySchemes: {
      oauth2: {
        type: 'oauth2',
        description: 'A token for the id and the secret of a client, or for a user who lets a client in.',
        flows: {
          clientCredentials: {
            tokenUrl: `${publicUrl}/oauth/v2/token`,
            scopes: { user: "What the client's user may see and do." },
          },
          authorizationCode: {
            authorizationUrl: `${publicUrl}/oauth/v2/auth`,
            tokenUrl: `${publicUrl}/oauth/v2/token`,
            refreshUrl: `${publicUrl}/oauth/v2/token`,
            scopes: {
              user: 'Whatever the client may.',
              read: 'To see what the user sees.',
              write: 'To change it.',
            },
          },
        },
      },
      bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
  });
}
