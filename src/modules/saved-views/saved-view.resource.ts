import { condition } from '../../core/metadata/condition.js';
import { ALL, ONCE, READ } from '../../core/metadata/field.js';
import { toOne } from '../../core/metadata/fields/relation.js';
import { boolean, datetime, derived, uuid } from '../../core/metadata/fields/simple.js';
import { lowerCode, text, unsearchableText } from '../../core/metadata/fields/text.js';
import { type BeforeWrite, defineResource, type Resource } from '../../core/metadata/resource.js';
import { exact, order } from '../../core/query/filters/index.js';
import { workspaceResource } from '../workspaces/workspace.resource.js';
import { SavedView } from './saved-view.entity.js';

/** Characters of a query at most: a pasted list of 500 usual numbers fits, and in any script it fits into its column. */
const MAX_QUERY_LENGTH = 16_000;

const viewHasItsMaker: BeforeWrite<SavedView> = ({ kind, after, userPk }) => {
  if (kind === 'create') after.userPk = userPk;
};

export const savedViewResource: Resource<SavedView> = defineResource(SavedView, {
  name: 'SavedView',
  path: 'saved_views',
  description:
    'Filters and an order of a list under a name. Whoever makes one sees it; when it is shared, everybody in the workspace does, and who may write there may change it.',
  nameField: 'name',
  owner: 'workspace',
  visibleTo: (userPk) => condition('t.shared = 1 OR t.userPk = ?', userPk),
  fields: {
    workspace: toOne(() => workspaceResource, { groups: ONCE, required: true }),
    user: derived({
      groups: READ,
      description: 'Whoever has made it.',
      schema: { type: 'string', format: 'iri-reference' },
      reads: ['user.id'],
      toJson: (row, at) => `/users/${row[at] as string}`,
    }),
    entity: lowerCode({
      groups: ONCE,
      choices: ['shipments', 'orders'],
      default: 'shipments',
      nullable: false,
      description: 'The list that it is of.',
    }),
    name: text({ groups: ALL, required: true, nullable: false, max: 100, example: 'Late in Germany' }),
    query: unsearchableText({
      groups: ALL,
      max: MAX_QUERY_LENGTH,
      example: 'trackingStatus[]=in_transit&daysInTransit[gte]=10',
      description: "The list's own parameters, as in an address.",
    }),
    shared: boolean({ groups: ALL, default: false, description: 'Everybody in the workspace sees it.' }),
    id: uuid({ groups: READ }),
    createdAt: datetime({ groups: READ, nullable: false }),
    updatedAt: datetime({ groups: READ, nullable: false }),
  },
  filters: [exact('entity'), order('name', 'createdAt')],
  beforeWrite: [viewHasItsMaker],
});
