import { existsSync, readFileSync } from 'node:fs';
import { magentoDocument } from '../surfaces/magento/magento.openapi.js';
import { operationPaths } from '../core/openapi/operation-paths.js';
import { bigcommerceDocument } from '../surfaces/bigcommerce/bigcommerce.openapi.js';
import type { DescribedApi } from '../core/openapi/described-api.js';
import { documentsOf } from '../core/openapi/document-paths.js';
import { openapiDocument } from '../core/openapi/document.js';
import type { OpenapiDocument } from '../core/openapi/types.js';
import { webhookRequests } from '../modules/webhooks/webhook-document.js';
import { operationControllers } from './operations.js';
import { resources } from './resources.js';

/** The APIs that others know, each below a path of its own. */
const surfaceApis: readonly DescribedApi[] = [
  {
    path: '/docs/bigcommerce',
    title: 'BigCommerce',
    make: (publicUrl) => bigcommerceDocument(publicUrl, packageVersion()),
  },
  {
    path: '/docs/api2',
    title: 'api2',
    make: (publicUrl) => magentoDocument(publicUrl, packageVersion()),
  },
];

/** The OpenAPI document of everything that is served outside the surfaces. */
export const apiDocument = (publicUrl: string): OpenapiDocument =>
  openapiDocument({
    resources,
    parts: [operationPaths(operationControllers), webhookRequests(resources), documentsOf(surfaceApis)],
    publicUrl,
    version: packageVersion(),
  });

/** All APIs that are served. */
export const apis: readonly DescribedApi[] = [
  { path: '/docs', title: 'TrackMage', make: apiDocument },
  ...surfaceApis,
];

/** The version in package.json, which stands above the sources, above what they are compiled to, and above what was checked. */
export function packageVersion(): string {
  const file = ['../../package.json', '../../../package.json', '../../../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  if (!file) throw new Error('package.json is missing.');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
