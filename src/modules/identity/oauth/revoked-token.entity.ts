import { Entity, Index } from 'typeorm';
import { Ascii, Moment, Pk } from '../../../core/database/columns.js';

/** An access token that ends before its time, while all others of its client live. */
@Entity('oauth_revoked_tokens')
@Index('UQ_oauth_revoked_tokens_tokenHash', ['tokenHash'], { unique: true })
@Index('IX_oauth_revoked_tokens_expiresAt', ['expiresAt'])
export class RevokedToken {
  @Pk() pk!: number;
  /** SHA-256 of the token, in hexadecimal. */
  @Ascii(64) tokenHash!: string;
  /** When the token would end by itself, so that the row can go. */
  @Moment() expiresAt!: string;
}
