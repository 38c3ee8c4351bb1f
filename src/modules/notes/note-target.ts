import { BadInput } from '../../core/metadata/errors.js';
import type { AfterWrite, BeforeWrite, Validator } from '../../core/metadata/resource.js';
import { recordUnknown } from '../../core/store/row-changes.js';
import { Note } from './note.entity.js';
import { sqlNames } from '../../core/database/sql-names.js';

const notes = sqlNames(Note);

/** What notes are about: tables whose rows belong to a workspace. */
export const NOTE_ENTITIES = ['orders', 'order_items', 'shipments', 'shipment_items'] as const;
export type NoteEntity = (typeof NOTE_ENTITIES)[number];

/** A note is about something in its own workspace; what is elsewhere is as if it were not there. @throws BadInput. */
export const noteHasTarget: Validator<Note> = async ({ kind, after, sent }, transaction) => {
  const table = NOTE_ENTITIES.find((each) => each === after?.entity);
  if (kind !== 'create' || !after || !table) return [];
  const found = await transaction.rows(
    `SELECT ${notes.pk} FROM ${table} WHERE ${notes.id} = ? AND ${notes.workspacePk} = ?`,
    [after.entityId, after.workspacePk],
  );
  if (found.length === 0)
    throw new BadInput(`Item not found for "/${table}/${String(sent.get('entityId'))}".`);
  return [];
};

/** Who makes a note has written it. */
export const noteHasItsAuthor: BeforeWrite<Note> = ({ kind, after, userPk }) => {
  if (kind === 'create') after.userPk = userPk;
};

/** The notes about something go with it. */
export const notesAreDeletedWith =
  (entity: NoteEntity): AfterWrite<{ id: string; workspacePk: number }> =>
  async ({ kind, before }, transaction) => {
    if (kind !== 'delete' || !before) return;
    const { affected } = await transaction.run(
      `DELETE FROM ${notes.table}
      WHERE ${notes.workspacePk} = ? AND ${notes.entity} = ? AND ${notes.entityId} = ?`,
      [before.workspacePk, entity, before.id],
    );
    if (affected > 0) recordUnknown(Note, before.workspacePk, transaction);
  };
