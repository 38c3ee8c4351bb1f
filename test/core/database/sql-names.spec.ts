import { describe, expect, it } from '@jest/globals';
import { entities } from '../../../src/app/entities.js';
import { SQLITE } from '../../../src/core/database/dialect.js';
import { type Entity, sqlNames } from '../../../src/core/database/sql-names.js';
import { Tables } from '../../../src/core/database/tables.js';
import { Address } from '../../../src/modules/addresses/address.entity.js';
import { Shipment } from '../../../src/modules/shipments/shipment.entity.js';
import { dataSourceOf } from '../../support/open-database.js';

describe('the names of a statement', () => {
  it('are a table with its alias, and its columns by property path', () => {
    const s = sqlNames(Shipment, 's');
    expect(`SELECT ${s.pk}, ${s['address.addressLine1Folded']} FROM ${s.table} WHERE ${s.id} = ?`).toBe(
      'SELECT s.pk, s.addressAddressline1folded FROM shipments s WHERE s.id = ?',
    );
    const shipments = sqlNames(Shipment);
    expect(`UPDATE ${shipments.table} SET ${shipments.comments} = ?`).toBe(
      'UPDATE shipments SET comments = ?',
    );
  });

  it('are no TypeScript, and stop the start, where the entity has no such column', () => {
    const s = sqlNames(Shipment, 's');
    // @ts-expect-error -- as after `comments` was renamed
    expect(() => s.remarks).toThrow('Shipment has no column "remarks".');
    // @ts-expect-error -- a part of an address has its path
    expect(() => s.addressCity).toThrow('Shipment has no column "addressCity".');
    // @ts-expect-error -- a relation is no column
    expect(() => s.workspace).toThrow('Shipment has no column "workspace".');
    // derived properties look like columns to the compiler
    expect(() => s.daysInTransit).toThrow('Shipment has no column "daysInTransit".');
    expect(() => sqlNames(Address)).toThrow('Address is not an entity.');
  });

  it('are those of TypeORM’s metadata, for every entity', async () => {
    const dataSource = await dataSourceOf('sqlite::memory:').initialize();
    try {
      const tables = new Tables(dataSource, SQLITE);
      for (const entity of entities as Entity<object>[]) {
        const { name, columns } = tables.of(entity);
        const names: Record<string, string> = { ...sqlNames(entity) };
        expect(names).toEqual({ table: name, ...Object.fromEntries(columns) });
      }
    } finally {
      await dataSource.destroy();
    }
  });
});
