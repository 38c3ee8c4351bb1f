import { ALL, READ, type Group } from '../../core/metadata/field.js';
import { toOne } from '../../core/metadata/fields/relation.js';
import { boolean, derived, freeObject, uuid } from '../../core/metadata/fields/simple.js';
import { integer } from '../../core/metadata/fields/number.js';
import { lowerCode, unsearchableText } from '../../core/metadata/fields/text.js';
import { defineResource, type Resource } from '../../core/metadata/resource.js';
import { workspaceResource } from '../workspaces/workspace.resource.js';
import { domainIsProvedAnew } from './domain-is-proved-anew.js';
import { branding } from './branding/branding.js';
import { TrackingPage } from './tracking-page.entity.js';
import { sqlNames } from '../../core/database/sql-names.js';
import { Workspace } from '../workspaces/workspace.entity.js';

const x = sqlNames(Workspace, 'x');

const ITEM: readonly Group[] = ['get', 'post', 'put'];

export const trackingPageResource: Resource<TrackingPage> = defineResource(TrackingPage, {
  name: 'TrackingPage',
  path: 'tracking_pages',
  description: "A page where a workspace's customers follow their parcels.",
  nameField: 'title',
  owner: 'workspace',
  fields: {
    enabled: boolean({ groups: ALL, default: true }),
    reviewsEnabled: boolean({ groups: ALL, default: true }),
    title: unsearchableText({ groups: ALL, required: true, example: 'Where is my parcel?' }),
    workspace: toOne(() => workspaceResource, { groups: [...READ, 'post'], required: true }),
    subdomain: lowerCode({
      groups: ALL,
      required: true,
      nullable: false,
      max: 63,
      pattern: /^[a-z\d][a-z\-\d]+[a-z\d]$/,
      example: 'acme',
    }),
    domain: unsearchableText({
      groups: ALL,
      description: 'A host name of the shop; POST /tracking_pages/{id}/verify_domain enables it.',
    }),
    domainEnabled: boolean({ groups: READ, default: false }),
    sidebarField: unsearchableText({ groups: ALL }),
    trackingNumberField: unsearchableText({ groups: ALL }),
    builder: freeObject({ groups: ITEM }),
    dropshipperSettings: freeObject({ groups: ITEM }),
    customThemeId: unsearchableText({ groups: ITEM }),
    branding: branding({
      groups: ITEM,
      description:
        'How the page looks and where its customers go on; docs/tracking-pages.md tells each part.',
    }),
    linksExpireAfterDays: integer({
      groups: ITEM,
      min: 1,
      description: 'Links lead nowhere so many days after they were last asked for; null: never.',
    }),
    id: uuid({ groups: READ }),
    usedByDefault: derived({
      groups: READ,
      schema: { type: 'boolean' },
      reads: [
        ({ alias }) => `(SELECT COUNT(*) FROM ${x.table} WHERE ${x.defaultTrackingPagePk} = ${alias}.pk)`,
      ],
      toJson: (row, at) => Number(row[at]) > 0,
    }),
  },
  filters: [],
  beforeWrite: [domainIsProvedAnew],
  unique: [{ columns: ['subdomain'], propertyPath: 'subdomain', message: 'This value is already used.' }],
});
