import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Key, LongText, Moment, Pk, Text } from '../../../core/database/columns.js';
import { User } from '../users/user.entity.js';
import { OauthClient } from './oauth-client.entity.js';

/**
 * A user has let a client in: first there is a code for it, then tokens, which all end with the grant. Without a code it is
 * the client's own, given for its secret. Without a client it is a session of the user: in a browser, whose cookie is the
 * code, or of a program that has shown a code from an e-mail.
 */
@Entity('oauth_grants')
@Index('UQ_oauth_grants_id', ['id'], { unique: true })
@Index('UQ_oauth_grants_codeHash', ['codeHash'], { unique: true })
@Index('IX_oauth_grants_client', ['clientPk'])
@Index('IX_oauth_grants_user', ['userPk'])
@Index('IX_oauth_grants_expiresAt', ['expiresAt'])
export class OauthGrant {
  @Pk() pk!: number;
  /** Its tokens name it so; of one that an older version has made it may be missing until the next token. */
  @Ascii(36, { nullable: true }) id!: string | null;
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
  /** SHA-256 of the authorization code or the cookie, in hexadecimal. */
  @Ascii(64, { nullable: true }) codeHash!: string | null;
  /** PKCE: the SHA-256 of what the client will show, in base64url. */
  @Ascii(128, { nullable: true }) codeChallenge!: string | null;
  /** As the authorization request had it, null where it had none. */
  @LongText() redirectUri!: string | null;
  /** The path of the part of this server that its tokens are for; null is all of it. */
  @Ascii(100, { nullable: true }) resource!: string | null;
  @Moment({ nullable: true }) codeExpiresAt!: string | null;
  @Moment({ nullable: true }) codeUsedAt!: string | null;
  /** What a browser says that it is. */
  @Text() userAgent!: string | null;
  @Moment({ nullable: true }) revokedAt!: string | null;
  /** When nothing of it lives any more, so that the row can go. */
  @Moment() expiresAt!: string;
  @Moment() createdAt!: string;
}
