import { existsSync, readFileSync } from 'node:fs';
import { healthPaths } from './health/health.openapi.js';
import { tokenPaths } from './oauth/token.openapi.js';
import { openapiDocument } from './openapi/document.js';
import type { OpenapiDocument } from './openapi/types.js';
import { resources } from './resources.js';

/** The OpenAPI document of everything that is served. */
export const apiDocument = (publicUrl: string): OpenapiDocument =>
  openapiDocument({ resources, parts: [tokenPaths, healthPaths], publicUrl, version: packageVersion() });

/** The version in package.json, which stands above the sources and above what they are compiled to. */
function packageVersion(): string {
  const file = ['../package.json', '../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  if (!file) throw new Error('package.json is missing.');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
