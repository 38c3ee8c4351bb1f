import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { OPERATION_LIMIT } from '../../../core/http/body-limits.js';
import { RequireScope } from '../../../core/http/auth.guard.js';
import { Authenticator, type AuthenticatedRequest } from '../../../core/http/authenticator.js';
import { retryWithFreshScope } from '../../../core/http/fresh-scope.js';
import { IdOrIri } from '../../../core/http/dto/fields.js';
import { routeOptions } from '../../../core/http/route-options.js';
import { objectSchema } from '../../../core/openapi/object-schema.js';
import { Operation, Operations } from '../../../core/openapi/operation.js';
import { restrictToWorkspace } from '../../../core/store/restrict-to-workspace.js';
import { Store } from '../../../core/store/store.js';
import { countReferences, findStatus, migrateReferences } from './status-references.js';

const WORKSPACE = {
  description: 'The id or IRI of the workspace in which it is looked for; without it in all.',
};
const STATUS = { required: true, description: 'The id or IRI of a status.' };

class StatusToCount {
  @IdOrIri(WORKSPACE)
  readonly workspaceId?: string;

  @IdOrIri(STATUS)
  readonly statusId!: string;
}

class StatusesToMigrate {
  @IdOrIri(WORKSPACE)
  readonly workspaceId?: string;

  @IdOrIri(STATUS)
  readonly fromStatusId!: string;

  @IdOrIri(STATUS)
  readonly toStatusId!: string;
}

const counted = (name: string) => ({
  description: 'How many orders or shipments.',
  body: objectSchema({ [name]: { type: 'integer', minimum: 0 } }),
});

/** What has a status: before one is deleted, a shop wants to know, and to give it another one. */
@routeOptions({ limit: OPERATION_LIMIT })
@Operations({ tag: 'Status' })
@Controller('/statuses')
export class StatusReferencesController {
  constructor(
    private readonly store: Store,
    private readonly authenticator: Authenticator,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  @Post('check-references')
  @HttpCode(200)
  @RequireScope('read')
  @Operation({
    id: 'checkStatusReferences',
    summary: 'Counts what has a status',
    description: 'So that somebody who wants to delete a status knows what would lose it.',
    answer: counted('refsCount'),
  })
  async check(
    @Body() { workspaceId, statusId }: StatusToCount,
    @Req() request: AuthenticatedRequest,
  ): Promise<{ refsCount: number }> {
    const status = await retryWithFreshScope(request, this.authenticator, async (caller) =>
      findStatus(statusId, restrictToWorkspace(caller, workspaceId), this.database),
    );
    return { refsCount: await countReferences(status, this.database, request.caller) };
  }

  @Post('migrate-references')
  @HttpCode(200)
  @Operation({
    id: 'migrateStatusReferences',
    summary: 'Gives everything that has one status another one',
    description: 'So that the first status can be deleted.',
    answer: counted('updatedRefsCount'),
    errors: [409],
  })
  async migrate(
    @Body() { workspaceId, fromStatusId, toStatusId }: StatusesToMigrate,
    @Req() request: AuthenticatedRequest,
  ): Promise<{ updatedRefsCount: number }> {
    const { from, to, caller } = await retryWithFreshScope(request, this.authenticator, async (seen) => {
      const narrow = restrictToWorkspace(seen, workspaceId);
      const statusOf = (id: string) => findStatus(id, narrow, this.database);
      return { from: await statusOf(fromStatusId), to: await statusOf(toStatusId), caller: narrow };
    });
    const { store, database } = this;
    return { updatedRefsCount: await migrateReferences(from, to, caller, { store, database }) };
  }
}
