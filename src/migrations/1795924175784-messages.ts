import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  ascii,
  type ColumnSketch,
  counter,
  createTables,
  dropTables,
  flag,
  int,
  longtext,
  moment,
  pk,
  text,
  type TableSketch,
} from './schema.js';

const owned: readonly ColumnSketch[] = [pk, ascii('id', 36), int('workspacePk')];
const dated: readonly ColumnSketch[] = [moment('createdAt'), moment('updatedAt')];

const settings: TableSketch = {
  name: 'message_settings',
  columns: [
    ...owned,
    text('senderName', 100, 'nullable'),
    text('replyTo', 255, 'nullable'),
    ascii('language', 2),
    ascii('timeZone', 60),
    ascii('quietFrom', 5, 'nullable'),
    ascii('quietTo', 5, 'nullable'),
    { ...int('maxPerDay'), default: 4 },
    { ...int('maxAgeHours'), default: 48 },
    longtext('digestEmails', 'nullable'),
    ascii('digestTime', 5),
    moment('digestDueAt', 'nullable'),
    longtext('slackUrl', 'nullable'),
    longtext('slackEvents', 'nullable'),
    ...dated,
  ],
  indexes: {
    UQ_message_settings_id: ['id'],
    UQ_message_settings_workspace: ['workspacePk'],
    IX_message_settings_digestAt: ['digestDueAt'],
  },
  foreignKeys: { FK_message_settings_workspace: ['workspacePk', 'workspaces', 'CASCADE'] },
};

const rules: TableSketch = {
  name: 'message_rules',
  columns: [
    ...owned,
    ascii('event', 30),
    ascii('channel', 10),
    flag('enabled', 1),
    int('delayMinutes', 'nullable'),
    ...dated,
  ],
  indexes: {
    UQ_message_rules_id: ['id'],
    UQ_message_rules_event: ['workspacePk', 'event', 'channel'],
  },
  foreignKeys: { FK_message_rules_workspace: ['workspacePk', 'workspaces', 'CASCADE'] },
};

const templates: TableSketch = {
  name: 'message_templates',
  columns: [
    ...owned,
    ascii('event', 30),
    ascii('channel', 10),
    ascii('language', 2),
    text('subject', 255, 'nullable'),
    longtext('mjml', 'nullable'),
    longtext('text'),
    longtext('html', 'nullable'),
    ...dated,
  ],
  indexes: {
    UQ_message_templates_id: ['id'],
    UQ_message_templates_event: ['workspacePk', 'event', 'channel', 'language'],
  },
  foreignKeys: { FK_message_templates_workspace: ['workspacePk', 'workspaces', 'CASCADE'] },
};

const messages: TableSketch = {
  name: 'messages',
  columns: [
    ...owned,
    int('shipmentPk'),
    ascii('event', 30),
    ascii('occurrence', 40),
    ascii('channel', 10),
    text('recipient', 255, 'nullable'),
    text('recipientKey', 255, 'nullable'),
    ascii('status', 20),
    ascii('reason', 40, 'nullable'),
    ascii('language', 2, 'nullable'),
    text('subject', 255, 'nullable'),
    longtext('text', 'nullable'),
    ascii('providerId', 100, 'nullable'),
    counter('attempts'),
    moment('occurredAt'),
    moment('dueAt'),
    moment('handedAt', 'nullable'),
    moment('sentAt', 'nullable'),
    ...dated,
  ],
  indexes: {
    UQ_messages_id: ['id'],
    UQ_messages_event: ['shipmentPk', 'event', 'occurrence', 'channel'],
    IX_messages_workspace: ['workspacePk', 'createdAt'],
    IX_messages_dueAt: ['status', 'dueAt'],
    IX_messages_recipient: ['recipientKey', 'workspacePk', 'handedAt'],
    IX_messages_createdAt: ['createdAt'],
  },
  foreignKeys: {
    FK_messages_workspace: ['workspacePk', 'workspaces', 'CASCADE'],
    FK_messages_shipment: ['shipmentPk', 'shipments', 'CASCADE'],
  },
};

const suppressions: TableSketch = {
  name: 'suppressions',
  columns: [
    ...owned,
    ascii('channel', 10),
    text('address', 255),
    text('addressKey', 255),
    ascii('reason', 20),
    moment('createdAt'),
  ],
  indexes: {
    UQ_suppressions_id: ['id'],
    UQ_suppressions_address: ['workspacePk', 'channel', 'addressKey'],
  },
  foreignKeys: { FK_suppressions_workspace: ['workspacePk', 'workspaces', 'CASCADE'] },
};

const queue: TableSketch = {
  name: 'message_queue',
  columns: [
    pk,
    int('workspacePk'),
    ascii('shipmentId', 36),
    ascii('event', 30),
    ascii('occurrence', 40),
    moment('occurredAt'),
  ],
  indexes: { IX_message_queue_workspace: ['workspacePk'] },
  foreignKeys: { FK_message_queue_workspace: ['workspacePk', 'workspaces', 'CASCADE'] },
};

const TABLES = [settings, rules, templates, messages, suppressions, queue];

/** Messages to customers: rules, templates, what goes out, and whom nobody writes any more. */
export class Messages1795924175784 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createTables(runner, TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, TABLES.map(({ name }) => name).reverse());
  }
}
