import type { Components } from '../../core/openapi/components.js';
import type { DocumentPart } from '../../core/openapi/types.js';
import { staticPaths } from '../../core/static-lists/static-list.openapi.js';
import { trackingStatusResource } from './tracking-status.resource.js';

/** The tracking statuses, in the OpenAPI document. */
export const trackingStatusPaths = (components: Components): DocumentPart => ({
  tags: [{ name: trackingStatusResource.name, description: trackingStatusResource.description }],
  paths: staticPaths(trackingStatusResource, 'public', components),
});
