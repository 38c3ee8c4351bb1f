import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  addColumns,
  addReference,
  ascii,
  bigint,
  createTables,
  dropColumns,
  dropReference,
  dropTables,
  int,
  longtext,
  moment,
  pk,
  type TableSketch,
  text,
} from './schema.js';

const shipmentColumns = [
  text('writtenNumber', 100, 'nullable'),
  ascii('shippingProvider', 50, 'nullable'),
  text('trackingCarrier', 100, 'nullable'),
  text('carrierTitle', 255, 'nullable'),
  text('trackingLink', 500, 'nullable'),
  longtext('trackDescription', 'nullable'),
  text('shippingMethod', 255, 'nullable'),
  longtext('comments', 'nullable'),
  bigint('merchantShippingCost', 'nullable'),
  int('orderAddressPk', 'nullable'),
  moment('emailSentAt', 'nullable'),
];

const orderColumns = [int('customerId', 'nullable'), moment('archivedAt', 'nullable')];

const mailColumns = [ascii('about', 20, 'nullable'), int('aboutPk', 'nullable')];

const PARENT = {
  table: 'shipments',
  name: 'FK_shipments_parent',
  column: 'parentPk',
  indexed: ['workspacePk'],
  target: 'shipments',
};

/** The parts of an address that have a form for searching beside them. */
const SEARCHED = [
  'addressAddressline1',
  'addressAddressline2',
  'addressCity',
  'addressCompany',
  'addressFirstname',
  'addressLastname',
  'addressPostcode',
  'addressState',
];

const orderAddresses: TableSketch = {
  name: 'order_addresses',
  columns: [
    pk,
    ascii('id', 36),
    int('workspacePk'),
    int('orderPk'),
    text('email', 1000, 'nullable'),
    text('emailFolded', 1000, 'nullable'),
    text('phoneNumber', 255, 'nullable'),
    text('phoneNumberFolded', 255, 'nullable'),
    ...SEARCHED.flatMap((part) => [text(part, 255, 'nullable'), text(`${part}folded`, 255, 'nullable')]),
    text('addressCountry', 255, 'nullable'),
    ascii('addressCountryiso2', 2, 'nullable'),
  ],
  indexes: {
    UQ_order_addresses_id: ['id'],
    IX_order_addresses_workspace: ['workspacePk'],
    IX_order_addresses_order: ['orderPk'],
  },
  foreignKeys: {
    FK_order_addresses_workspace: ['workspacePk', 'workspaces', 'CASCADE'],
    FK_order_addresses_order: ['orderPk', 'orders', 'CASCADE'],
  },
};

const storeTokens: TableSketch = {
  name: 'store_tokens',
  columns: [pk, ascii('tokenHash', 64), int('clientPk'), moment('createdAt')],
  indexes: { UQ_store_tokens_tokenHash: ['tokenHash'], IX_store_tokens_client: ['clientPk'] },
  foreignKeys: { FK_store_tokens_client: ['clientPk', 'oauth_clients', 'CASCADE'] },
};

/** What the surfaces for shops know beside the parcel: their words for carriers, comments, further tracks and addresses. */
export class Shops1796004800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'shipments', shipmentColumns);
    await addReference(runner, PARENT);
    await addColumns(runner, 'orders', orderColumns);
    await addColumns(runner, 'mails', mailColumns);
    await createTables(runner, [orderAddresses, storeTokens]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropTables(runner, [storeTokens.name, orderAddresses.name]);
    const names = (columns: readonly { readonly name: string }[]): string[] =>
      columns.map(({ name }) => name);
    await dropColumns(runner, 'mails', names(mailColumns));
    await dropColumns(runner, 'orders', names(orderColumns));
    await dropReference(runner, PARENT);
    await dropColumns(runner, 'shipments', names(shipmentColumns));
  }
}
