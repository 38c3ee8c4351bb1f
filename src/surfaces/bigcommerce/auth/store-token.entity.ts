import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Key, Moment, Pk } from '../../../core/database/columns.js';
import { OauthClient } from '../../../modules/identity/oauth/oauth-client.entity.js';

/** A token that opens a store by itself: it stands for a client that is bound to the workspace, and ends with it. */
@Entity('store_tokens')
@Index('UQ_store_tokens_tokenHash', ['tokenHash'], { unique: true })
@Index('IX_store_tokens_client', ['clientPk'])
export class StoreToken {
  @Pk() pk!: number;
  /** SHA-256 of the token, in hexadecimal. */
  @Ascii(64) tokenHash!: string;
  @Key() clientPk!: number;
  @ManyToOne(() => OauthClient, { onDelete: 'CASCADE', nullable: false })
  @By('store_tokens', 'client')
  client!: Relation<OauthClient>;
  @Moment() createdAt!: string;
}
