import type { Type } from '@nestjs/common';
import { AsSent } from '../../../core/http/dto/fields.js';
import { IsAscii, IsString, MaxLength } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { type Attempts, LIMITS, networkKey } from '../accounts/attempts.js';
import type { Database } from '../../../core/database/database.js';
import type { Problem } from '../../../core/http/dto/problems.js';
import { Field } from '../../../core/http/dto/dto.js';
import { readInto } from '../../../core/http/dto/read-dto.js';
import { Components } from '../../../core/openapi/components.js';
import { dtoParameters } from '../../../core/openapi/dto-schema.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import type { ParameterObject, Schema } from '../../../core/openapi/types.js';
import { SYSTEM_USER } from './dashboard-client.js';
import { findClient, findPublicClient, type SignedInClient } from './oauth-clients.js';

/** A parameter of a request for tokens: text as it was sent. */
export const Parameter = (
  schema: Schema,
  max: number,
  ...rules: readonly PropertyDecorator[]
): PropertyDecorator =>
  Field((value) => value, { type: 'string', ...schema }, ...rules, IsString(), MaxLength(max));

/** A client without a secret says just who it is. */
class PublicClientParameters {
  @Parameter({ description: "The client's id." }, 255, IsAscii())
  readonly client_id!: string;
}

export class ClientParameters extends PublicClientParameters {
  @Parameter({ format: 'password', description: "The client's secret; public clients have none." }, 255)
  readonly client_secret!: string;
}

/** What asks for the next tokens. */
export class RefreshParameters {
  @Parameter({ description: 'Of `refresh_token`: good once.' }, 255, IsAscii())
  readonly refresh_token!: string;
}

/** The parameters of some DTOs as they are in a document; all may be left out, as each kind of request has its own. */
export function documentedParameters(...dtos: readonly Type[]): ParameterObject[] {
  const parameters = dtos.flatMap((dto) => dtoParameters(dto, new Components()));
  return parameters.map((each) => ({ ...each, required: false }));
}

class Hint {
  @AsSent({ type: 'string', description: 'Not needed.' })
  readonly token_type_hint?: unknown;
}

/** What a client sends about a token of its own (RFC 7009, RFC 7662): `dto` has the `token`, which alone is required. */
export const tokenParameters = (dto: Type): ParameterObject[] =>
  documentedParameters(dto, Hint, ClientParameters).map((each) => ({
    ...each,
    required: each.name === 'token',
  }));

/** Parameters as fields of a body. */
export const parametersSchema = (parameters: readonly ParameterObject[]): Schema =>
  objectSchema(
    Object.fromEntries(parameters.map(({ name, description, schema }) => [name, { ...schema, description }])),
    parameters.filter(({ required }) => required).map(({ name }) => name),
  );

/** What a request to a token endpoint says. */
export type SentParameters = Readonly<Record<string, unknown>>;

/** An id and a secret, as `Authorization: Basic` carries them. */
export interface BasicCredentials {
  readonly client_id: string;
  readonly client_secret: string;
}

/** What goes wrong at the token endpoint, with OAuth's own words. */
export const ERRORS = {
  invalid_request: 'Invalid grant_type parameter or parameter missing',
  unsupported_grant_type: 'Invalid grant_type parameter or parameter missing',
  invalid_client: 'The client credentials are invalid',
  invalid_grant: 'The code or token is not valid for this client, or was used before',
  unauthorized_client: 'The client sees nothing by itself: a user has to let it in',
  invalid_target: 'The resource is not one of this server',
} as const;

/** A request for a token that is answered with an error of OAuth's. */
export class OauthError extends Error {
  constructor(readonly error: keyof typeof ERRORS) {
    super(error);
  }
}

/** The parameters of a request, of the right form. @throws Refused. */
export function validateParameters<T extends object>(
  dto: Type<T>,
  sent: SentParameters,
  error: keyof typeof ERRORS,
): T {
  const problems: Problem[] = [];
  const parameters = readInto(dto, sent, '', problems);
  if (problems.length > 0) throw new OauthError(error);
  return parameters;
}

/**
 * `Authorization: Basic`, the other place where OAuth lets clients put their credentials: both are encoded as in a form
 * (RFC 6749, 2.3.1), which many clients leave out. What can be read in both ways comes twice, as it should be first.
 */
export function basicCredentials({ headers }: FastifyRequest): readonly BasicCredentials[] {
  const encoded = /^Basic +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (encoded === undefined) return [];
  const [id = '', ...secret] = Buffer.from(encoded, 'base64').toString().split(':');
  const raw = { client_id: id, client_secret: secret.join(':') };
  const decoded = { client_id: formDecoded(raw.client_id), client_secret: formDecoded(raw.client_secret) };
  const isSame = decoded.client_id === raw.client_id && decoded.client_secret === raw.client_secret;
  return isSame ? [raw] : [decoded, raw];
}

/** What cannot be decoded is as it is. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** What a request says, in each way in which its credentials can be read; its body counts more than its header. */
export function credentialCandidates(
  request: FastifyRequest,
  body: unknown,
): readonly [SentParameters, ...SentParameters[]] {
  const [first = {}, ...others] = basicCredentials(request);
  const reading = (credentials: object): SentParameters => ({
    ...credentials,
    ...(body as object | undefined),
  });
  return [reading(first), ...others.map(reading)];
}

/** Does what a request asks for with the first of its readings whose client is the right one. @throws as `work`. */
export async function withClient<T>(
  [first, ...others]: readonly [SentParameters, ...SentParameters[]],
  work: (sent: SentParameters) => Promise<T>,
): Promise<T> {
  try {
    return await work(first);
  } catch (error) {
    const [next, ...more] = others;
    if (!next || !(error instanceof OauthError) || error.error !== 'invalid_client') throw error;
    return withClient([next, ...more], work);
  }
}

/** Whether a request tells its client in the header, and so hears of a refusal in the header (RFC 6749, 5.2). */
export const isBasic = ({ headers }: FastifyRequest): boolean =>
  /^Basic\b/i.test(headers.authorization ?? '');

/** The client that shows its secret. @throws Refused. */
export async function clientWithSecret(sent: SentParameters, database: Database): Promise<SignedInClient> {
  const { client_id, client_secret } = validateParameters(ClientParameters, sent, 'invalid_client');
  const client = await findClient({ clientId: client_id, clientSecret: client_secret }, database);
  if (!client) throw new OauthError('invalid_client');
  return client;
}

/** As `clientWithSecret`, of one that acts by itself: what has registered itself does not. @throws OauthError. */
export async function clientByItself(sent: SentParameters, database: Database): Promise<SignedInClient> {
  const client = await clientWithSecret(sent, database);
  if (client.userEmail === SYSTEM_USER) throw new OauthError('unauthorized_client');
  return client;
}

/** The key of a client that shows its secret, or has none. @throws Refused. */
export async function clientOf(sent: SentParameters, database: Database): Promise<number> {
  if (sent.client_secret !== undefined && sent.client_secret !== '')
    return (await clientWithSecret(sent, database)).pk;
  const { client_id } = validateParameters(PublicClientParameters, sent, 'invalid_client');
  const pk = await findPublicClient(client_id, database);
  if (pk === undefined) throw new OauthError('invalid_client');
  return pk;
}

/** Who fails again and again is put off: for one client soon, for all that it says to be later. @throws TooMany. */
export async function countRefusal(
  attempts: Attempts,
  { ip }: FastifyRequest,
  { client_id }: SentParameters,
): Promise<void> {
  const network = networkKey(ip);
  await attempts.count(
    [LIMITS.tokensOfClient, `${network} ${typeof client_id === 'string' ? client_id : ''}`],
    [LIMITS.tokensFromNetwork, network],
  );
}
