import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Key, Moment, Pk, Text } from '../../../core/database/columns.js';
import { Team } from '../teams/team.entity.js';
import { User } from '../users/user.entity.js';

/** A code that went to a user's address: whoever has it reads what is sent there. One with a team is an invitation. */
@Entity('email_codes')
@Index('UQ_email_codes_codeHash', ['codeHash'], { unique: true })
@Index('IX_email_codes_user', ['userPk', 'teamPk'])
@Index('IX_email_codes_team', ['teamPk'])
@Index('IX_email_codes_expiresAt', ['expiresAt'])
export class EmailCode {
  @Pk() pk!: number;
  @Key() userPk!: number;
  @ManyToOne(() => User, { onDelete: 'CASCADE', nullable: false })
  @By('email_codes', 'user')
  user!: Relation<User>;
  @Key({ nullable: true }) teamPk!: number | null;
  @ManyToOne(() => Team, { onDelete: 'CASCADE' })
  @By('email_codes', 'team')
  team!: Relation<Team> | null;
  /** What an invited user will be in the team. */
  @Ascii(20, { nullable: true }) role!: string | null;
  /** Of an invitation: the address and the id of the user, as the inviter knows them. */
  @Text(255) invitedEmail!: string | null;
  @Ascii(36, { nullable: true }) invitedId!: string | null;
  /** SHA-256 in hexadecimal. */
  @Ascii(64) codeHash!: string;
  @Moment() expiresAt!: string;
  @Moment() createdAt!: string;
}
