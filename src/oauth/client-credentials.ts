import { plainToInstance } from 'class-transformer';
import { IsAscii, IsString, MaxLength, validateSync } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { type Attempts, LIMITS, networkKey } from '../accounts/attempts.js';
import type { Database } from '../database/database.js';
import { findClient, findPublicClient, type SignedInClient } from './oauth-clients.js';

class ClientParameters {
  @IsString()
  @IsAscii()
  @MaxLength(255)
  client_id!: string;

  @IsString()
  @MaxLength(255)
  client_secret!: string;
}

/** A client without a secret says just who it is. */
class PublicClientParameters {
  @IsString()
  @IsAscii()
  @MaxLength(255)
  client_id!: string;
}

/** What asks for the next tokens. */
export class RefreshParameters {
  @IsString()
  @IsAscii()
  @MaxLength(255)
  refresh_token!: string;
}

/** What a request to a token endpoint says. */
export type Sent = Readonly<Record<string, unknown>>;

/** What goes wrong at the token endpoint, with OAuth's own words. */
export const ERRORS = {
  invalid_request: 'Invalid grant_type parameter or parameter missing',
  unsupported_grant_type: 'Invalid grant_type parameter or parameter missing',
  invalid_client: 'The client credentials are invalid',
  invalid_grant: 'The code or token is not valid for this client, or was used before',
} as const;

/** A request for a token that is answered with an error of OAuth's. */
export class Refused extends Error {
  constructor(readonly error: keyof typeof ERRORS) {
    super(error);
  }
}

/** The parameters of a request, of the right form. @throws Refused. */
export function checked<T extends object>(of: new () => T, sent: Sent, error: keyof typeof ERRORS): T {
  const parameters = plainToInstance(of, sent);
  if (validateSync(parameters, { stopAtFirstError: true }).length > 0) throw new Refused(error);
  return parameters;
}

/** `Authorization: Basic`, the other place where OAuth lets clients put their credentials. */
export function basicCredentials(request: FastifyRequest): object {
  const encoded = /^Basic +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (encoded === undefined) return {};
  const [client_id, ...secret] = Buffer.from(encoded, 'base64').toString().split(':');
  return { client_id, client_secret: secret.join(':') };
}

/** The client that shows its secret. @throws Refused. */
export async function clientWithSecret(sent: Sent, database: Database): Promise<SignedInClient> {
  const { client_id, client_secret } = checked(ClientParameters, sent, 'invalid_client');
  const client = await findClient({ clientId: client_id, clientSecret: client_secret }, database);
  if (!client) throw new Refused('invalid_client');
  return client;
}

/** The key of a client that shows its secret, or has none. @throws Refused. */
export async function clientOf(sent: Sent, database: Database): Promise<number> {
  if (sent.client_secret !== undefined && sent.client_secret !== '')
    return (await clientWithSecret(sent, database)).pk;
  const { client_id } = checked(PublicClientParameters, sent, 'invalid_client');
  const pk = await findPublicClient(client_id, database);
  if (pk === undefined) throw new Refused('invalid_client');
  return pk;
}

/** Who fails again and again is put off. @throws TooMany. */
export async function countRefusal(
  attempts: Attempts,
  { ip }: FastifyRequest,
  { client_id }: Sent,
): Promise<void> {
  const who = `${networkKey(ip)} ${typeof client_id === 'string' ? client_id : ''}`;
  await attempts.count([LIMITS.tokensFromNetwork, who]);
}
