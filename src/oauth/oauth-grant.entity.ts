import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Key, LongText, Moment, Pk } from '../database/columns.js';
import { User } from '../users/user.entity.js';
import { OauthClient } from './oauth-client.entity.js';

/**
 * A user has let a client in: first there is a code for it, then tokens, which all end with the grant. Without a client it
 * is the user's own, given for a code that came by e-mail.
 */
@Entity('oauth_grants')
@Index('UQ_oauth_grants_codeHash', ['codeHash'], { unique: true })
@Index('IX_oauth_grants_client', ['clientPk'])
@Index('IX_oauth_grants_user', ['userPk'])
@Index('IX_oauth_grants_expiresAt', ['expiresAt'])
export class OauthGrant {
  @Pk() pk!: number;
  @Key({ nullable: true }) clientPk!: number | null;
  @ManyToOne(() => OauthClient, { onDelete: 'CASCADE' })
  @By('oauth_grants', 'client')
  client!: Relation<OauthClient> | null;
  @Key() userPk!: number;
  @ManyToOne(() => User, { onDelete: 'CASCADE', nullable: false })
  @By('oauth_grants', 'user')
  user!: Relation<User>;
  /** As in `oauth_clients`. */
  @Ascii(100, { nullable: true }) scopes!: string | null;
  /** SHA-256 of the authorization code, in hexadecimal. */
  @Ascii(64, { nullable: true }) codeHash!: string | null;
  /** PKCE: the SHA-256 of what the client will show, in base64url. */
  @Ascii(128, { nullable: true }) codeChallenge!: string | null;
  /** As the authorization request had it, null where it had none. */
  @LongText() redirectUri!: string | null;
  @Moment({ nullable: true }) codeExpiresAt!: string | null;
  @Moment({ nullable: true }) codeUsedAt!: string | null;
  @Moment({ nullable: true }) revokedAt!: string | null;
  /** When nothing of it lives any more, so that the row can go. */
  @Moment() expiresAt!: string;
  @Moment() createdAt!: string;
}
