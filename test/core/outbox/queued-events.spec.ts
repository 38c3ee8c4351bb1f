import { describe, expect, it } from '@jest/globals';
import { migrate } from '../../../src/core/database/migrate.js';
import { eventsOf } from '../../../src/core/outbox/queued-events.js';
import { onEachDatabase } from '../../support/databases.js';
import { openDatabase } from '../../support/open-database.js';
import { allStatementsOf } from '../../support/statements.js';

onEachDatabase((database) => {
  describe('a delivery round that finds nothing', () => {
    it('asks for no events', async () => {
      const open = await openDatabase(database.url());
      try {
        await migrate(open.dataSource);
        expect(await allStatementsOf(() => eventsOf(open.database, []))).toEqual([]);
        expect(await allStatementsOf(() => eventsOf(open.database, [{ eventPk: 1 }]))).toHaveLength(1);
      } finally {
        await open.close();
      }
    });
  });
});
