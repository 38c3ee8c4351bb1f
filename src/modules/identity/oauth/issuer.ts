import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { JWTPayload } from 'jose';
import { CONFIG, type Config } from '../../../config/config.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { toMilliseconds } from '../../../core/metadata/datetime.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { Setting } from '../../../core/database/setting.entity.js';

const settings = sqlNames(Setting);

/** The parts of this server that tokens can be for alone. */
export const RESOURCES: readonly string[] = ['/mcp'];

const ID = 'installation-id';
const SINCE = 'tokens-name-their-issuer-since';

/** Milliseconds that a token can live at most, see TOKEN_TTL. */
const MAX_TOKEN_LIFETIME = 30 * 86_400_000;

interface Installation {
  readonly id: string;
  /** Milliseconds since 1970: a token that names nobody cannot end later. */
  readonly oldTokensEnd: number;
}

/**
 * Who issues tokens, and for whom: PUBLIC_URL, and an id which all processes on a database share. Installations with the
 * same JWT_SECRET, or with copies of one database, do not take each other's tokens.
 */
@Injectable()
export class Issuer {
  /** As authorization answers and metadata name it. */
  readonly url: string;
  private loaded: Promise<Installation> | undefined;

  constructor(
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) { publicUrl }: Config,
  ) {
    this.url = publicUrl;
  }

  /** `resource`: the path of the part of this server that a token is for (RFC 8707). */
  async claims(resource?: string | null): Promise<{ readonly iss: string; readonly aud: string | string[] }> {
    const aud = audienceOf(await this.installation());
    return { iss: this.url, aud: resource ? [aud, this.url + resource] : aud };
  }

  /** The path of the part of this server that a token is for; null when it is for all of it. */
  resourceIn({ aud }: JWTPayload): string | null {
    return Array.isArray(aud) ? new URL(aud[1] ?? this.url).pathname : null;
  }

  /**
   * The path of what a client asks tokens for, by its address (RFC 8707); null is all of this server.
   * @returns undefined when it is none of ours.
   */
  resourceOf(address: string): string | null | undefined {
    const plain = address.replace(/\/$/, '');
    if (plain === this.url) return null;
    return RESOURCES.find((path) => plain === this.url + path);
  }

  /** Whether a token with these claims was issued here. Older versions named nobody in theirs: they are good to their end. */
  async isOwn({ iss, aud, exp = 0 }: JWTPayload): Promise<boolean> {
    const installation = await this.installation();
    if (iss === undefined && aud === undefined) return exp * 1000 <= installation.oldTokensEnd;
    const [audience] = [aud].flat();
    return typeof iss === 'string' && isSameServer(iss, this.url) && audience === audienceOf(installation);
  }

  private installation(): Promise<Installation> {
    this.loaded ??= this.load();
    this.loaded.catch(() => (this.loaded = undefined));
    return this.loaded;
  }

  private load(): Promise<Installation> {
    return this.database.transaction(async (transaction) => {
      const setting = async (name: string, first: string): Promise<string> => {
        const { insertOrIgnore } = transaction.dialect;
        await transaction.run(
          `${insertOrIgnore} INTO ${settings.table} (${settings.name}, ${settings.content})
          VALUES (?, ?)`,
          [name, first],
        );
        const sql = `SELECT ${settings.content} FROM ${settings.table} WHERE ${settings.name} = ?`;
        const [row] = await transaction.rows<{ content: string }>(sql, [name]);
        return row?.content ?? first;
      };
      const id = await setting(ID, randomUUID());
      const since = await setting(SINCE, transaction.moment);
      return { id, oldTokensEnd: toMilliseconds(since) + MAX_TOKEN_LIFETIME };
    });
  }
}

const audienceOf = ({ id }: Installation): string => `urn:uuid:${id}`;

/** On one machine, without a PUBLIC_URL, servers of one installation differ in their ports. */
function isSameServer(one: string, other: string): boolean {
  const isLocal = (url: string): boolean => /^http:\/\/localhost(?::\d+)?$/.test(url);
  return one === other || (isLocal(one) && isLocal(other));
}
