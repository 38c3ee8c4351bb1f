import { Entity, Index, ManyToOne, type Relation } from 'typeorm';
import { Ascii, By, Key, Moment, Pk } from '../../../core/database/columns.js';
import { User } from '../users/user.entity.js';
import { Team } from './team.entity.js';

/** A user's place in a team. */
@Entity('memberships')
@Index('UQ_memberships_user', ['userPk', 'teamPk'], { unique: true })
@Index('IX_memberships_team', ['teamPk'])
export class Membership {
  @Pk() pk!: number;
  @Key() userPk!: number;
  @ManyToOne(() => User, { onDelete: 'CASCADE', nullable: false })
  @By('memberships', 'user')
  user!: Relation<User>;
  @Key() teamPk!: number;
  @ManyToOne(() => Team, { onDelete: 'CASCADE', nullable: false })
  @By('memberships', 'team')
  team!: Relation<Team>;
  @Ascii(20) role!: string;
  /** When it last ceased to be that of an owner or admin, who may have clients. */
  @Moment({ nullable: true }) demotedAt!: string | null;
  @Moment() createdAt!: string;
}
