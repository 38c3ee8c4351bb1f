import type { Database } from '../../../core/database/database.js';
import type { OAuthScope } from '../../../core/http/oauth-scopes.js';
import { type Applicant, findApplicant } from './oauth-clients.js';

/** What a client asks a user for, at `/oauth/v2/auth`. */
export interface AuthorizationRequest {
  readonly applicant: Applicant;
  /** Where the user is sent back to. */
  readonly redirectUri: string;
  /** Null where the request had none, because the client has just one. */
  readonly sentRedirectUri: string | null;
  readonly state: string | undefined;
  readonly rights: readonly OAuthScope[];
  readonly codeChallenge: string | null;
  /** The path of the part of this server that tokens are asked for; null is all of it. */
  readonly resource: string | null;
  /** Who answers. */
  readonly issuer: string;
}

type ErrorCode =
  'invalid_request' | 'unsupported_response_type' | 'invalid_scope' | 'invalid_target' | 'access_denied';

/** It makes no sense, and there is nobody whom one could safely tell but the user. */
export interface Unanswerable {
  readonly problem: string;
}

/** It makes no sense, which the client is told when the user wants to go back to it. */
export interface Answerable {
  readonly applicant: Applicant;
  readonly problem: string;
  readonly location: string;
}

/** What a request is judged by. */
interface Installation {
  readonly issuer: string;
  readonly dashboardUris: readonly string[];
  /** As `Issuer.resourceOf`. */
  readonly resourceOf: (address: string) => string | null | undefined;
}

const CHALLENGE = /^[\w-]{43}$/;

/**
 * Reads the query of an authorization request (RFC 6749, RFC 7636).
 * @param dashboardUris Where the dashboard may be sent back to: that depends on how this server was reached.
 */
export async function readRequest(
  query: URLSearchParams,
  database: Database,
  { issuer, dashboardUris, resourceOf }: Installation,
): Promise<AuthorizationRequest | Unanswerable | Answerable> {
  const one = (name: string): string | undefined => query.get(name) || undefined;
  const isRepeated = (name: string): boolean => query.getAll(name).length > 1;
  const clientId = one('client_id');
  const isPlain = clientId !== undefined && /^[\x20-\x7e]{1,100}$/.test(clientId) && !isRepeated('client_id');
  const applicant = isPlain ? await findApplicant(clientId, database) : undefined;
  if (!applicant) return { problem: 'The program that sent you here is not known.' };
  const redirectUris = applicant.isDashboard ? dashboardUris : applicant.redirectUris;
  const sent = one('redirect_uri');
  const redirectUri = sent ?? (redirectUris.length === 1 ? redirectUris[0] : undefined);
  if (redirectUri === undefined || isRepeated('redirect_uri') || !redirectUris.includes(redirectUri)) {
    return {
      problem: 'The program that sent you here wants you back at an address that is not one of its own.',
    };
  }
  const state = one('state');
  const refuse = (error: ErrorCode, description: string): Answerable => ({
    applicant,
    problem: description,
    location: answerTo({ redirectUri, state, issuer }, { error, error_description: description }),
  });
  const repeated = [...new Set(query.keys())].find(isRepeated);
  if (repeated !== undefined) return refuse('invalid_request', 'A parameter is repeated.');
  if (one('response_type') === undefined) return refuse('invalid_request', 'response_type is missing.');
  if (one('response_type') !== 'code') return refuse('unsupported_response_type', 'It must be code.');
  const codeChallenge = one('code_challenge') ?? null;
  if (codeChallenge === null && (applicant.isPublic || applicant.isDashboard))
    return refuse('invalid_request', 'A client without a secret needs a code_challenge.');
  if (codeChallenge === null && one('code_challenge_method') !== undefined)
    return refuse('invalid_request', 'code_challenge is missing.');
  if (codeChallenge !== null && (one('code_challenge_method') !== 'S256' || !CHALLENGE.test(codeChallenge)))
    return refuse('invalid_request', 'code_challenge_method must be S256.');
  const rights = rightsAsked(one('scope'), applicant.rights);
  if (!rights) return refuse('invalid_scope', `It must be of: ${applicant.rights.join(' ')}.`);
  const target = one('resource');
  const resource = target === undefined ? null : resourceOf(target);
  if (resource === undefined) return refuse('invalid_target', 'The resource is not one of this server.');
  const asked = { applicant, redirectUri, sentRedirectUri: sent ?? null, state, rights, codeChallenge };
  return { ...asked, resource, issuer };
}

/** `user` is what TrackMage calls everything; nothing asks for it, too. Undefined when it is more than there is. */
function rightsAsked(
  scope: string | undefined,
  rights: readonly OAuthScope[],
): readonly OAuthScope[] | undefined {
  const asked = (scope ?? '').split(' ').filter((each) => each !== '' && each !== 'user');
  if (asked.some((each) => !(rights as readonly string[]).includes(each))) return undefined;
  const some = rights.filter((right) => asked.length === 0 || asked.includes(right));
  return some.length === 0 ? undefined : some;
}

/** The address that takes a user back with an answer, and with who gives it (RFC 9207); the client's state is passed through. */
export function answerTo(
  { redirectUri, state, issuer }: Pick<AuthorizationRequest, 'redirectUri' | 'state' | 'issuer'>,
  answer: Readonly<Record<string, string>>,
): string {
  const parameters = new URLSearchParams({
    ...answer,
    ...(state === undefined ? {} : { state }),
    iss: issuer,
  });
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${parameters.toString()}`;
}
