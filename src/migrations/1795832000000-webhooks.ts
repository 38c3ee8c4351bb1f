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
  primary,
  type TableSketch,
  text,
} from './schema.js';

const workflowColumns = [
  longtext('url', 'nullable'),
  ascii('entity', 40, 'nullable'),
  ascii('event', 10, 'nullable'),
  text('field', 100, 'nullable'),
  ascii('concurrency', 3, 'nullable'),
  ascii('authType', 10, 'nullable'),
  text('username', 255, 'nullable'),
  longtext('password', 'nullable'),
  longtext('token', 'nullable'),
  longtext('signingSecret', 'nullable'),
];

const tables: readonly TableSketch[] = [
  {
    name: 'outbox_subscriptions',
    columns: [
      pk,
      ascii('id', 36),
      int('workspacePk'),
      flag('active', 1),
      ascii('entity', 40, 'nullable'),
      ascii('event', 10, 'nullable'),
      text('field', 100, 'nullable'),
      counter('period'),
      counter('failures'),
      moment('pausedUntil', 'nullable'),
      ascii('lease', 36, 'nullable'),
      moment('leasedUntil', 'nullable'),
    ],
    indexes: {
      UQ_outbox_subscriptions_id: ['id'],
      IX_outbox_subscriptions_workspace: ['workspacePk', 'active'],
    },
    foreignKeys: {},
  },
  {
    name: 'outbox_events',
    columns: [
      pk,
      ascii('message', 36),
      int('workspacePk'),
      ascii('entity', 40),
      ascii('event', 10),
      ascii('itemId', 36),
      longtext('updatedFields'),
      longtext('data'),
      counter('rest'),
      moment('createdAt'),
    ],
    indexes: { IX_outbox_events_workspace: ['workspacePk'] },
    foreignKeys: {},
  },
  {
    name: 'outbox_rest',
    columns: [primary(int('eventPk')), primary(int('part')), longtext('content')],
    indexes: {},
    foreignKeys: {},
  },
  {
    name: 'outbox_deliveries',
    columns: [
      pk,
      int('subscriptionPk'),
      int('eventPk'),
      ascii('itemId', 36),
      counter('state'),
      counter('attempts'),
      moment('dueAt'),
      moment('firstTriedAt', 'nullable'),
      ascii('batch', 36, 'nullable'),
      moment('createdAt'),
    ],
    indexes: {
      IX_outbox_deliveries_order: ['subscriptionPk', 'state', 'pk'],
      IX_outbox_deliveries_item: ['subscriptionPk', 'state', 'itemId', 'pk'],
    },
    foreignKeys: {},
  },
  {
    name: 'workflow_runs',
    columns: [
      pk,
      ascii('id', 36),
      int('workspacePk'),
      int('workflowPk'),
      ascii('status', 20),
      ascii('messageId', 60),
      { ...counter('attempt'), default: 1 },
      counter('elements'),
      int('responseCode', 'nullable'),
      int('duration', 'nullable'),
      longtext('log', 'nullable'),
      longtext('errors', 'nullable'),
      moment('createdAt'),
      moment('updatedAt'),
    ],
    indexes: {
      UQ_workflow_runs_id: ['id'],
      IX_workflow_runs_workspace: ['workspacePk', 'createdAt'],
      IX_workflow_runs_workflow: ['workflowPk', 'createdAt'],
    },
    foreignKeys: {
      FK_workflow_runs_workspace: ['workspacePk', 'workspaces', 'CASCADE'],
      FK_workflow_runs_workflow: ['workflowPk', 'workflows', 'CASCADE'],
    },
  },
];

/** Webhooks: the changes that they are told of, their queues, and what became of each request. */
export class Webhooks1795832000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'workflows', workflowColumns);
    await createTables(runner, tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(
      runner,
      tables.map(({ name }) => name),
    );
    await dropColumns(
      runner,
      'workflows',
      workflowColumns.map(({ name }) => name),
    );
  }
}
