import type { FieldDeclaration, FieldOptions } from '../../../core/metadata/field.js';
import { iri } from '../../../core/metadata/fields/relation.js';
import { statusResource } from './status.resource.js';

export const OWN_STATUS =
  "The workspace's own status. Bodies have its IRI, or `{code, title}`: the one with that code, made when there is none. A title that differs from its own changes nothing, and the header `Warning` says so.";

/** A status in a body, `{code, title}`: the workspace's own one with that code, made when there is none; or its IRI. */
export function statusOf(entity: 'orders' | 'shipments', options: FieldOptions): FieldDeclaration {
  const relation = { embeds: true, embedded: true, preset: { entity }, reuseBy: 'code' };
  return iri(() => statusResource, { ...options, ...relation });
}
