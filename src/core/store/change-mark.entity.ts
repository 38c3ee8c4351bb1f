import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often something in a workspace has changed, in slots so that its writers do not wait for each other. */
@Entity('change_marks')
export class ChangeMark {
  @PrimaryColumn('int') workspacePk!: number;
  @PrimaryColumn('int') slot!: number;
  @Column('bigint') version!: number;
}
