import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Flag, Id, Key, LongText, Moment, Pk, Text } from '../../../core/database/columns.js';
import { User } from '../users/user.entity.js';
import { Workspace } from '../../workspaces/workspace.entity.js';

/** A program that acts for a user, in all of the user's teams or in one workspace. */
@Entity('oauth_clients')
@Index('UQ_oauth_clients_id', ['id'], { unique: true })
@Index('UQ_oauth_clients_publicId', ['publicId'], { unique: true })
@Index('IX_oauth_clients_user', ['userPk'])
@Index('IX_oauth_clients_workspace', ['workspacePk'])
export class OauthClient {
  @Pk() pk!: number;
  @Id() id!: string;
  @Text() name!: string | null;
  @Text() nameFolded!: string | null;
  @Ascii(100) publicId!: string;
  /** SHA-256 of the secret, in hexadecimal. */
  @Ascii(64) secretHash!: string;
  @Key() userPk!: number;
  @ManyToOne(() => User, { onDelete: 'CASCADE', nullable: false })
  @By('oauth_clients', 'user')
  user!: Relation<User>;
  /** A client bound to one workspace sees nothing else. */
  @Key({ nullable: true }) workspacePk!: number | null;
  @ManyToOne(() => Workspace, { onDelete: 'CASCADE' })
  @By('oauth_clients', 'workspace')
  workspace!: Relation<Workspace> | null;
  /** What it may do, separated by blanks; null is everything that a tenant's client may. */
  @Ascii(100, { nullable: true }) scopes!: string | null;
  /** Where users may be sent back to, as a JSON list. */
  @LongText() redirectUris!: string | null;
  /** It runs where everybody can look into it, so it has no secret. */
  @Flag(false) isPublic!: boolean;
  /** Its user has made it over HTTP; others were made on the command line, and have no maker. */
  @Flag(false) isMadeByUser!: boolean;
  @Moment({ nullable: true }) revokedAt!: string | null;
  @Moment() createdAt!: string;

  // shown once, see oauth-client.resource.ts
  secret!: string | null;
}
