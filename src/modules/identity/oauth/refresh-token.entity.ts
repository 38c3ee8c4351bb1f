import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Key, Moment, Pk } from '../../../core/database/columns.js';
import { OauthGrant } from './oauth-grant.entity.js';

/** A token that gets new tokens, once. Used ones are kept while they could still be tried: that would be a theft. */
@Entity('oauth_refresh_tokens')
@Index('UQ_oauth_refresh_tokens_tokenHash', ['tokenHash'], { unique: true })
@Index('IX_oauth_refresh_tokens_grant', ['grantPk'])
@Index('IX_oauth_refresh_tokens_expiresAt', ['expiresAt'])
export class RefreshToken {
  @Pk() pk!: number;
  @Key() grantPk!: number;
  @ManyToOne(() => OauthGrant, { onDelete: 'CASCADE', nullable: false })
  @By('oauth_refresh_tokens', 'grant')
  grant!: Relation<OauthGrant>;
  /** SHA-256 in hexadecimal. */
  @Ascii(64) tokenHash!: string;
  @Moment({ nullable: true }) usedAt!: string | null;
  @Moment() expiresAt!: string;
}
