import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  ascii,
  counter,
  createTables,
  dropColumns,
  dropTables,
  flag,
  int,
  longtext,
  moment,
  pk,
  text,
  type ColumnSketch,
  type TableSketch,
} from './schema.js';

const notes: TableSketch = {
  name: 'notes',
  columns: [
    pk,
    ascii('id', 36),
    int('workspacePk'),
    ascii('entity', 20),
    ascii('entityId', 36),
    int('userPk', 'nullable'),
    longtext('comment', 'nullable'),
    moment('createdAt'),
  ],
  indexes: {
    UQ_notes_id: ['id'],
    IX_notes_entity: ['workspacePk', 'entity', 'entityId'],
    IX_notes_createdAt: ['workspacePk', 'createdAt'],
    IX_notes_user: ['userPk'],
  },
  foreignKeys: {
    FK_notes_workspace: ['workspacePk', 'workspaces', 'CASCADE'],
    FK_notes_user: ['userPk', 'users', 'SET NULL'],
  },
};

const trackingPageLinks: TableSketch = {
  name: 'tracking_page_links',
  columns: [
    pk,
    ascii('hash', 64),
    int('workspacePk'),
    int('trackingPagePk'),
    longtext('filter'),
    flag('preview', 0),
    moment('mailedAt', 'nullable'),
    moment('createdAt'),
  ],
  indexes: {
    UQ_tracking_page_links_hash: ['hash'],
    IX_tracking_page_links_workspace: ['workspacePk'],
    IX_tracking_page_links_trackingPage: ['trackingPagePk'],
  },
  foreignKeys: {
    FK_tracking_page_links_workspace: ['workspacePk', 'workspaces', 'CASCADE'],
    FK_tracking_page_links_trackingPage: ['trackingPagePk', 'tracking_pages', 'CASCADE'],
  },
};

/** What every piece of work in the background has. */
const job: readonly ColumnSketch[] = [
  ascii('status', 20),
  ascii('claim', 36, 'nullable'),
  moment('claimedUntil', 'nullable'),
  counter('attempts'),
];

const exports: TableSketch = {
  name: 'exports',
  columns: [
    pk,
    ascii('tokenHash', 64),
    int('workspacePk', 'nullable'),
    int('userPk'),
    int('credential'),
    ascii('entity', 40),
    longtext('params'),
    ...job,
    longtext('failure', 'nullable'),
    moment('createdAt'),
    moment('expiresAt'),
  ],
  indexes: {
    UQ_exports_tokenHash: ['tokenHash'],
    IX_exports_workspace: ['workspacePk'],
    IX_exports_user: ['userPk'],
    IX_exports_status: ['status', 'claimedUntil'],
    IX_exports_expiresAt: ['expiresAt'],
  },
  foreignKeys: {
    FK_exports_workspace: ['workspacePk', 'workspaces', 'CASCADE'],
    FK_exports_user: ['userPk', 'users', 'CASCADE'],
  },
};

const imports: TableSketch = {
  name: 'imports',
  columns: [
    pk,
    ascii('id', 36),
    int('workspacePk'),
    int('userPk', 'nullable'),
    int('credential'),
    ascii('entity', 40),
    text('fileOriginalName', 255),
    ascii('fileMimeType', 100),
    int('fileSize'),
    ...job,
    counter('position'),
    counter('createdCount'),
    counter('failedCount'),
    longtext('errors', 'nullable'),
    moment('createdAt'),
    moment('updatedAt'),
  ],
  indexes: {
    UQ_imports_id: ['id'],
    IX_imports_workspace: ['workspacePk'],
    IX_imports_user: ['userPk'],
    IX_imports_status: ['status', 'claimedUntil'],
  },
  foreignKeys: {
    FK_imports_workspace: ['workspacePk', 'workspaces', 'CASCADE'],
    FK_imports_user: ['userPk', 'users', 'SET NULL'],
  },
};

const filePieces: TableSketch = {
  name: 'file_pieces',
  columns: [pk, int('exportPk', 'nullable'), int('importPk', 'nullable'), longtext('content')],
  indexes: { IX_file_pieces_export: ['exportPk'], IX_file_pieces_import: ['importPk'] },
  foreignKeys: {
    FK_file_pieces_export: ['exportPk', 'exports', 'CASCADE'],
    FK_file_pieces_import: ['importPk', 'imports', 'CASCADE'],
  },
};

const tables = [notes, trackingPageLinks, exports, imports, filePieces];
/** Columns that tables get, by table. */
const added: Readonly<Record<string, readonly ColumnSketch[]>> = {
  statuses: [text('description', 1000, 'nullable')],
  workspaces: [longtext('preferredCarriers', 'nullable'), longtext('considerShipmentDelayed', 'nullable')],
  order_items: [counter('refundedQty')],
};

/** Notes, links to tracking pages, exports and imports. */
export class NotesExportsLinks1795918400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, tables);
    for (const [table, columns] of Object.entries(added)) await addColumns(runner, table, columns);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(added))
      await dropColumns(
        runner,
        table,
        columns.map(({ name }) => name),
      );
    await dropTables(runner, tables.map(({ name }) => name).reverse());
  }
}
