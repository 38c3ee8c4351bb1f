import { Column, JoinColumn, PrimaryGeneratedColumn } from 'typeorm';

interface Options {
  readonly nullable?: boolean;
}

const BYTES = { charset: 'ascii', collation: 'ascii_bin' } as const;
const CHARACTERS = { charset: 'utf8mb4', collation: 'utf8mb4_bin' } as const;

/** The automatic key inside: small in indexes, sequential on insert. */
export const Pk = (): PropertyDecorator => PrimaryGeneratedColumn();

/** The UUID outside; give the entity a unique index on it. */
export const Id = (): PropertyDecorator => Column('varchar', { length: 36, ...BYTES });

/** A foreign key's column. */
export const Key = (options: Options = {}): PropertyDecorator => Column('int', options);

/** The foreign key of a relation, by its property: `workspace` is kept in `workspacePk`. */
export const By = (table: string, relation: string): PropertyDecorator =>
  JoinColumn({ name: `${relation}Pk`, foreignKeyConstraintName: `FK_${table}_${relation}` });

/** ASCII that is compared byte by byte: codes, numbers. */
export const Ascii = (length: number, options: Options = {}): PropertyDecorator =>
  Column('varchar', { length, ...BYTES, ...options });

/** Any text, compared byte by byte; free text has a folded twin for searching. */
export const Text = (length = 255, options: Options = { nullable: true }): PropertyDecorator =>
  Column('varchar', { length, ...CHARACTERS, ...options });

/** Text up to 64 KiB. */
export const LongText = (options: Options = { nullable: true }): PropertyDecorator =>
  Column('text', { ...CHARACTERS, ...options });

export const Whole = (
  options: Options & { readonly default?: number } = { nullable: true },
): PropertyDecorator => Column('int', options);

/** Ten-thousandths, see `core/metadata/money.ts`. */
export const Money = (): PropertyDecorator => Column('bigint', { nullable: true });

/** UTC with microseconds; the application sets it. */
export const Moment = (options: Options = {}): PropertyDecorator =>
  Column('datetime', { precision: 6, ...options });

/** 0 or 1. */
export const Flag = (initial: boolean): PropertyDecorator => Column('tinyint', { default: initial ? 1 : 0 });
