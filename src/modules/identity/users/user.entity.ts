import { Entity, Index } from 'typeorm';
import { Ascii, Flag, Id, Moment, Pk, Text } from '../../../core/database/columns.js';

/** A person or a program that can be a member of teams. */
@Entity('users')
@Index('UQ_users_id', ['id'], { unique: true })
@Index('UQ_users_emailKey', ['emailKey'], { unique: true })
export class User {
  @Pk() pk!: number;
  @Id() id!: string;
  @Text(255, {}) email!: string;
  /** Who the address belongs to, see `core/metadata/identity.ts`. */
  @Text(255, {}) emailKey!: string;
  @Text() firstName!: string | null;
  @Text() lastName!: string | null;
  @Flag(false) emailVerified!: boolean;
  /** Argon2id in PHC form, with its own salt; null until the user has chosen a password. */
  @Ascii(255, { nullable: true }) passwordHash!: string | null;
  /** A name of the IANA time zone database. */
  @Ascii(64, { nullable: true }) timezone!: string | null;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;

  // derived, see user.resource.ts
  passwordSet!: boolean;
  trialRedeemed!: boolean;
  photo!: null;
  teams!: readonly string[];
  plainPassword!: string | null;
  currentPassword!: string | null;
}
