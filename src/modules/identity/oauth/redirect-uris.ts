import type { Validator } from '../../../core/metadata/resource.js';
import { hasTooMany, isNoUrl, isTooLong } from '../../../core/metadata/violation.js';
import type { OauthClient } from './oauth-client.entity.js';

const MAX_URIS = 20;
const MAX_LENGTH = 2048;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Where a user may be sent back to: over TLS, to the user's own machine, or to a program on it that owns a scheme with a
 * dot (RFC 8252, `com.example.app:/done`). Nothing comes after `#`, where answers would get lost.
 */
export function isRedirectUri(uri: string): boolean {
  if (!/^[\x21-\x7e]+$/.test(uri) || uri.includes('#') || !URL.canParse(uri)) return false;
  const { protocol, hostname, username, password } = new URL(uri);
  if (username !== '' || password !== '') return false;
  if (protocol === 'https:') return hostname !== '';
  if (protocol === 'http:') return LOOPBACK.has(hostname);
  return protocol.includes('.');
}

/** All of them are such; they are compared as they are. */
export const redirectUrisAreSafe: Validator<OauthClient> = ({ kind, sent }) => {
  const uris = (sent.get('redirectUris') ?? []) as readonly string[];
  if (kind === 'delete') return [];
  if (uris.length > MAX_URIS) return [hasTooMany('redirectUris', MAX_URIS)];
  return uris.flatMap((uri, index) => {
    const path = `redirectUris[${index}]`;
    if (uri.length > MAX_LENGTH) return [isTooLong(path, MAX_LENGTH)];
    return isRedirectUri(uri) ? [] : [isNoUrl(path)];
  });
};
