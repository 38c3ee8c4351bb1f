import { Controller, Delete, Get, HttpCode, Inject, Param, Req } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/config.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { Authenticator, type AuthenticatedRequest } from '../../../core/http/authenticator.js';
import { Forbidden, NotFound } from '../../../core/metadata/errors.js';
import type { Transaction } from '../../../core/metadata/transaction.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import { type Caller, actsAsUser } from '../../../core/store/caller.js';
import { App, appsOf, endApp, endSessions, Session, sessionsOf } from './own-access.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { User } from '../users/user.entity.js';

const users = sqlNames(User);

const ENDS = { answer: 'It has ended, with its tokens.', errors: [404] } as const;

/** Where users are signed in and what they have let in, for themselves alone. */
@Operations({
  tag: 'Accounts',
  path: {
    id: { description: 'The id of the user.', format: 'uuid' },
    session: { description: 'The id of the session.', format: 'uuid' },
    client: { description: 'The `publicId` of the client.' },
  },
})
@Controller('/users/:id')
export class OwnAccessController {
  constructor(
    private readonly authenticator: Authenticator,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sessions')
  @Operation({
    id: 'getUserSessions',
    summary: 'Where the user is signed in',
    description: 'Browsers and programs, each with its beginning and its end.',
    answer: { description: 'All of them, the newest first.', body: [Session] },
    errors: [404],
  })
  sessions(@Param('id') id: string, @Req() { caller }: AuthenticatedRequest): Promise<readonly Session[]> {
    const { tokenTtl } = this.config;
    return this.own(id, caller, (transaction) =>
      sessionsOf(caller.userPk, { current: grantOf(caller), tokenTtl }, transaction),
    );
  }

  /** All but the one that asks. */
  @Delete('sessions')
  @HttpCode(204)
  @Operation({
    id: 'deleteUserSessions',
    summary: 'Ends all sessions but the one that asks',
    description: 'For people who have lost a device, or see a session that is not theirs.',
    ...ENDS,
  })
  async endSessions(@Param('id') id: string, @Req() { caller }: AuthenticatedRequest): Promise<void> {
    await this.end(id, caller, (transaction) =>
      endSessions(caller.userPk, { but: grantOf(caller) }, transaction),
    );
  }

  @Delete('sessions/:session')
  @HttpCode(204)
  @Operation({
    id: 'deleteUserSession',
    summary: 'Ends a session',
    description: 'Its access and refresh tokens do not work any more.',
    ...ENDS,
  })
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
  @Operation({
    id: 'getUserApps',
    summary: 'What the user has let in',
    description: 'Programs with an authorization of the user, and what they may do.',
    answer: { description: 'All of them, the newest first.', body: [App] },
    errors: [404],
  })
  apps(@Param('id') id: string, @Req() { caller }: AuthenticatedRequest): Promise<readonly App[]> {
    return this.own(id, caller, (transaction) => appsOf(caller.userPk, transaction));
  }

  @Delete('apps/:client')
  @HttpCode(204)
  @Operation({
    id: 'deleteUserApp',
    summary: 'Ends all that the user has let a client do',
    description: 'Its tokens do not work any more; it may ask the user again.',
    ...ENDS,
  })
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
      const [user] = await transaction.rows<{ id: string }>(
        `SELECT ${users.id} FROM ${users.table} WHERE ${users.pk} = ?`,
        [userPk],
      );
      if (user?.id !== id.toLowerCase()) throw new NotFound();
      if (!actsAsUser(scope)) throw new Forbidden();
      return work(transaction);
    });
  }
}

/** The key of the grant that a request came through; undefined where that is a client. */
const grantOf = ({ clientPk }: Caller): number | undefined => (clientPk < 0 ? -clientPk : undefined);
