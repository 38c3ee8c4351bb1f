import { Controller, Delete, Get, HttpCode, Inject, Param, Req } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/config.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { Authenticator, type AuthenticatedRequest } from '../../../core/http/authenticator.js';
import { Forbidden, NotFound } from '../../../core/metadata/errors.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { type Caller, isThemselves } from '../../../core/store/caller.js';
import { type App, appsOf, endApp, endSessions, type Session, sessionsOf } from './own-access.js';

/** Where users are signed in and what they have let in, for themselves alone. */
@Controller('/users/:id')
export class OwnAccessController {
  constructor(
    private readonly authenticator: Authenticator,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sessions')
  sessions(@Param('id') id: string, @Req() { caller }: AuthenticatedRequest): Promise<readonly Session[]> {
    const { tokenTtl } = this.config;
    return this.own(id, caller, (transaction) =>
      sessionsOf(caller.userPk, { current: grantOf(caller), tokenTtl }, transaction),
    );
  }

  /** All but the one that asks. */
  @Delete('sessions')
  @HttpCode(204)
  async endSessions(@Param('id') id: string, @Req() { caller }: AuthenticatedRequest): Promise<void> {
    await this.end(id, caller, (transaction) =>
      endSessions(caller.userPk, { but: grantOf(caller) }, transaction),
    );
  }

  @Delete('sessions/:session')
  @HttpCode(204)
  async endSession(
    @Param('id') id: string,
    @Param('session') session: string,
    @Req() { caller }: AuthenticatedRequest,
  ): Promise<void> {
    const ended = await this.end(id, caller, (transaction) =>
      endSessions(caller.userPk, { id: session.slice(0, 36) }, transaction),
    );
    if (ended === 0) throw new NotFound();
  }

  @Get('apps')
  apps(@Param('id') id: string, @Req() { caller }: AuthenticatedRequest): Promise<readonly App[]> {
    return this.own(id, caller, (transaction) => appsOf(caller.userPk, transaction));
  }

  @Delete('apps/:client')
  @HttpCode(204)
  async endApp(
    @Param('id') id: string,
    @Param('client') client: string,
    @Req() { caller }: AuthenticatedRequest,
  ): Promise<void> {
    const ended = await this.end(id, caller, (transaction) =>
      endApp(caller.userPk, client.slice(0, 100), transaction),
    );
    if (ended === 0) throw new NotFound();
  }

  private async end(
    id: string,
    caller: Caller,
    work: (transaction: Transaction) => Promise<number>,
  ): Promise<number> {
    const ended = await this.own(id, caller, work);
    this.authenticator.forget();
    return ended;
  }

  /** @throws NotFound when it is another user, Forbidden to whom does not act as the user. */
  private own<T>(
    id: string,
    { userPk, scope }: Caller,
    work: (transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async (transaction) => {
      const [user] = await transaction.rows<{ id: string }>('SELECT id FROM users WHERE pk = ?', [userPk]);
      if (user?.id !== id.toLowerCase()) throw new NotFound();
      if (!isThemselves(scope)) throw new Forbidden();
      return work(transaction);
    });
  }
}

/** The key of the grant that a request came through; undefined where that is a client. */
const grantOf = ({ clientPk }: Caller): number | undefined => (clientPk < 0 ? -clientPk : undefined);
