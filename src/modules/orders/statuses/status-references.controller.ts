import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { OPERATION_LIMIT } from '../../../core/http/body-limits.js';
import { Needs } from '../../../core/http/auth.guard.js';
import { Authenticator, type AuthenticatedRequest } from '../../../core/http/authenticator.js';
import { seeing } from '../../../core/http/fresh-scope.js';
import { OperationBody } from '../../../core/http/operation-body.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { inWorkspace } from '../../../core/store/asked-workspace.js';
import { Store } from '../../../core/store/store.js';
import { countReferences, findStatus, migrateReferences } from './status-references.js';

/** What has a status: before one is deleted, a shop wants to know, and to give it another one. */
@routeOptions({ limit: OPERATION_LIMIT })
@Controller('/statuses')
export class StatusReferencesController {
  constructor(
    private readonly store: Store,
    private readonly authenticator: Authenticator,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Post('check-references')
  @HttpCode(200)
  @Needs('read')
  async check(@Body() sent: unknown, @Req() request: AuthenticatedRequest): Promise<{ refsCount: number }> {
    const body = new OperationBody(sent);
    const [workspaceId, statusId] = [body.id('workspaceId'), body.requiredId('statusId')];
    body.done();
    const status = await seeing(request, this.authenticator, async (caller) =>
      findStatus(statusId, inWorkspace(caller, workspaceId), this.database),
    );
    return { refsCount: await countReferences(status, this.database, request.id) };
  }

  @Post('migrate-references')
  @HttpCode(200)
  async migrate(
    @Body() sent: unknown,
    @Req() request: AuthenticatedRequest,
  ): Promise<{ updatedRefsCount: number }> {
    const body = new OperationBody(sent);
    const workspaceId = body.id('workspaceId');
    const [fromId, toId] = [body.requiredId('fromStatusId'), body.requiredId('toStatusId')];
    body.done();
    const { from, to, caller } = await seeing(request, this.authenticator, async (seen) => {
      const narrow = inWorkspace(seen, workspaceId);
      const statusOf = (id: string) => findStatus(id, narrow, this.database);
      return { from: await statusOf(fromId), to: await statusOf(toId), caller: narrow };
    });
    const { store, database } = this;
    return { updatedRefsCount: await migrateReferences(from, to, caller, { store, database }) };
  }
}
