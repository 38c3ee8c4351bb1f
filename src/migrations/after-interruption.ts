import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A migration that first clears away what an interrupted run of it has left and its next run must not find. Only for those
 * that landed before each step could be repeated: a new migration repeats its own steps.
 */
export function afterInterruption(
  Landed: new () => MigrationInterface,
  clear: (runner: QueryRunner) => Promise<void>,
): new () => MigrationInterface {
  const migration = class extends Landed {
    override name = Landed.name;

    override async up(runner: QueryRunner): Promise<void> {
      await clear(runner);
      await super.up(runner);
    }
  };
  return Object.defineProperty(migration, 'name', { value: Landed.name });
}
