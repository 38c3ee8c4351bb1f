import type { Credentials } from './data/tenants.js';

export const JSON_LD = 'application/ld+json';

export interface Collection {
  readonly 'hydra:member': readonly Readonly<Record<string, unknown>>[];
  readonly 'hydra:totalItems'?: number;
  readonly 'hydra:view'?: { readonly 'hydra:next'?: string };
}

/** A client of the measured server, for what is not measured. */
export class Api {
  private constructor(
    readonly url: string,
    private readonly token: string,
  ) {}

  static async signIn(url: string, { clientId, clientSecret }: Credentials): Promise<Api> {
    const query = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
    const answer = await fetch(`${url}/oauth/v2/token?${new URLSearchParams(query).toString()}`);
    if (!answer.ok) throw new Error(`No token: ${answer.status} ${await answer.text()}`);
    return new Api(url, ((await answer.json()) as { access_token: string }).access_token);
  }

  get headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}`, accept: JSON_LD, 'content-type': JSON_LD };
  }

  send(
    method: string,
    path: string,
    more: { body?: string; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    return fetch(this.url + path, { method, ...more, headers: { ...this.headers, ...more.headers } });
  }

  async list(path: string, headers: Record<string, string> = {}): Promise<Collection> {
    const answer = await this.send('GET', path, { headers });
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
    return (await answer.json()) as Collection;
  }
}
