import { Entity, Index } from 'typeorm';
import { Flag, Id, Moment, Pk, Text } from '../database/columns.js';

/** A person or a program that can be a member of teams. */
@Entity('users')
@Index('UQ_users_id', ['id'], { unique: true })
@Index('UQ_users_emailFolded', ['emailFolded'], { unique: true })
export class User {
  @Pk() pk!: number;
  @Id() id!: string;
  @Text(255, {}) email!: string;
  @Text(255, {}) emailFolded!: string;
  @Text() firstName!: string | null;
  @Text() lastName!: string | null;
  @Flag(false) emailVerified!: boolean;
  @Moment() createdAt!: string;
  @Moment() updatedAt!: string;
}
