import { randomUUID } from 'node:crypto';
import { insertRow } from '../../src/core/database/insert.js';
import { toStored } from '../../src/core/metadata/datetime.js';
import { resources } from '../../src/app/resources.js';
import type { Resource } from '../../src/core/metadata/resource.js';
import { pkOf } from './all-rows.js';
import type { Api, Body, TenantClient } from './api.js';

/** An item of every resource, by the resource's name, each as its own address answers it; they belong together. */
export type OneOfEach = Readonly<Record<string, Body>>;

let counter = 0;

/** Letters and digits that nobody else has; a tracking number has a digit at least. */
export const unique = (): string => `u0${(++counter).toString(36)}x${randomUUID().slice(0, 8)}`;

/** A body that POST accepts, for every resource that has one; it refers to the items given. */
export function bodies(have: OneOfEach): Readonly<Record<string, Body>> {
  const iri = (name: string): string | undefined => have[name]?.['@id'] as string | undefined;
  const synchronised = { externalSourceIntegration: iri('Workflow'), externalSourceSyncId: unique() };
  const workspace = iri('Workspace');
  const team = iri('Team');
  const address = {
    addressLine1: `Street ${unique()}`,
    addressLine2: 'Door 2',
    city: `City ${unique()}`,
    company: `Company ${unique()}`,
    country: 'Austria',
    countryIso2: 'AT',
    firstName: `Ada ${unique()}`,
    lastName: `Byron ${unique()}`,
    postcode: `1010 ${unique()}`,
    state: `State ${unique()}`,
  };
  return {
    Team: { name: `Team ${unique()}` },
    Workspace: { team, title: `Shop ${unique()}` },
    Workflow: {
      title: `https://${unique()}.example`,
      type: 'integration-woocommerce',
      workspace,
      integration: iri('Workflow'),
      notificationEmails: ['a@example.com'],
    },
    TrackingPage: { workspace, title: 'Where is it', subdomain: unique(), builder: { rows: [1] } },
    Status: { workspace, entity: 'orders', code: `code-${unique()}`, title: 'In work' },
    Product: { team, name: `Tea ${unique()}`, sku: unique(), ...synchronised },
    ProductVariant: { team, sku: unique(), product: iri('Product'), price: 12.5, ...synchronised },
    Order: {
      workspace,
      orderNumber: `on-${unique()}`,
      email: `${unique()}@example.com`,
      phoneNumber: `+43 ${unique()}`,
      orderStatus: { code: `new-${unique()}`, title: 'New' },
      subtotal: '10.00',
      total: '12.50',
      shippingAddress: address,
      billingAddress: address,
      ...synchronised,
    },
    OrderItem: {
      order: iri('Order'),
      productName: `Tea ${unique()}`,
      productSku: unique(),
      productOptions: { colour: 'green' },
      qty: 5,
      price: '2.50',
      rowTotal: '12.50',
      product: iri('Product'),
      productVariant: iri('ProductVariant'),
      ...synchronised,
    },
    Shipment: {
      workspace,
      trackingNumber: unique(),
      originCarrier: 'gls',
      email: `${unique()}@example.com`,
      phoneNumber: `+43 ${unique()}`,
      orderNumbers: [`extra-${unique()}`],
      orders: [iri('Order')].filter(Boolean),
      shipmentStatus: { code: `packed-${unique()}`, title: 'Packed' },
      address,
      fulfillmentIntegration: iri('Workflow'),
      fulfillmentSyncId: unique(),
      ...synchronised,
    },
    Note: {
      workspace,
      entity: 'shipments',
      entityId: have.Shipment?.id as unknown,
      comment: `Said ${unique()}`,
    },
    MessageSettings: { workspace, senderName: 'Tea house', slackUrl: null, language: 'de' },
    MessageRule: { workspace, event: 'shipped', delayMinutes: 5 },
    MessageTemplate: {
      workspace,
      event: 'shipped',
      language: 'fr',
      subject: `Bonjour ${unique()}`,
      mjml: '<mjml><mj-body><mj-section><mj-column><mj-text>{{shop}}</mj-text></mj-column></mj-section></mj-body></mjml>',
      text: '{{shop}}',
    },
    Suppression: { workspace, address: `${unique()}@example.com` },
    SavedView: { workspace, entity: 'shipments', name: `Late ${unique()}`, query: 'daysInTransit[gte]=10' },
    ShipmentItem: { shipment: iri('Shipment'), orderItem: iri('OrderItem'), qty: 1, ...synchronised },
    OauthClient: {
      name: `Client ${unique()}`,
      user: iri('User'),
      redirectUris: ['https://client.example/done'],
      scopes: ['read', 'write'],
    },
  };
}

/** Resources of which a workspace has one of a kind. */
export const ONE_OF_A_KIND: readonly string[] = ['MessageSettings', 'MessageRule', 'MessageTemplate'];

/** What a further body of a resource needs where its workspace has one already: a workspace of its own. */
export async function roomFor(name: string, have: OneOfEach, tenant: TenantClient): Promise<Body> {
  if (!ONE_OF_A_KIND.includes(name)) return {};
  const made = await tenant.make('/workspaces', { team: have.Team['@id'], title: `Shop ${unique()}` });
  return { workspace: made['@id'] };
}

/** The order in which each has what it refers to. */
const ORDER = [
  'Workflow',
  'TrackingPage',
  'Status',
  'Product',
  'ProductVariant',
  'Order',
  'OrderItem',
  'Shipment',
  'ShipmentItem',
  'OauthClient',
  'Note',
  'SavedView',
  'MessageSettings',
  'MessageRule',
  'MessageTemplate',
  'Suppression',
] as const;

export const resourceNamed = (name: string): Resource => {
  const resource = resources.find((each) => each.name === name);
  if (!resource) throw new Error(`There is no resource ${name}.`);
  return resource;
};

/** Makes an item of every resource in a workspace: by POST, and where there is none by SQL. */
export async function makeOneOfEach(
  api: Api,
  tenant: TenantClient,
  workspace = tenant.workspace,
): Promise<OneOfEach> {
  const have: Record<string, Body> = {};
  const fetchItem = async (path: string): Promise<Body> => (await tenant.get(path)).body;
  have.Workspace = await fetchItem(workspace);
  have.Team = await fetchItem(have.Workspace.team as string);
  have.User = await fetchItem(`/users/${tenant.userId}`);
  for (const name of ORDER) {
    const { path } = resourceNamed(name);
    const known: Body[] = ONE_OF_A_KIND.includes(name)
      ? (await fetchItem(`${workspace}/${path}`))['hydra:member']
      : [];
    have[name] = known[0]
      ? await fetchItem(known[0]['@id'] as string)
      : await tenant.make(`/${path}`, bodies(have)[name]);
  }
  const shipmentPk = await pkOf(api.db(), 'shipments', have.Shipment.id as string);
  const workspacePk = await pkOf(api.db(), 'workspaces', have.Workspace.id as string);
  const row = () => ({ id: randomUUID(), workspacePk, shipmentPk, createdAt: toStored(Date.now()) });
  const checkpoint = { ...row(), checkpointDate: toStored(Date.now()), info: `Seen ${unique()}` };
  const review = { ...row(), carrierScore: 5, totalScore: 5, comment: `Good ${unique()}` };
  const imported = {
    id: randomUUID(),
    workspacePk,
    userPk: await pkOf(api.db(), 'users', tenant.userId),
    credential: 0,
    entity: 'shipments',
    fileOriginalName: `${unique()}.csv`,
    fileMimeType: 'text/csv',
    fileSize: 3,
    status: 'done',
    createdAt: toStored(Date.now()),
    updatedAt: toStored(Date.now()),
  };
  const at = toStored(Date.now());
  const run = {
    id: randomUUID(),
    workspacePk,
    workflowPk: await pkOf(api.db(), 'workflows', have.Workflow.id as string),
    status: 'success',
    messageId: `msg_${randomUUID()}`,
    createdAt: at,
    updatedAt: at,
  };
  const message = {
    id: randomUUID(),
    workspacePk,
    shipmentPk,
    event: 'shipped',
    occurrence: unique(),
    channel: 'email',
    recipient: `${unique()}@example.com`,
    status: 'sent',
    occurredAt: at,
    dueAt: at,
    createdAt: at,
    updatedAt: at,
  };
  await api.db().transaction(async (transaction) => {
    await insertRow(transaction, 'messages', message);
    await insertRow(transaction, 'checkpoints', checkpoint);
    await insertRow(transaction, 'reviews', review);
    await insertRow(transaction, 'workflow_runs', run);
    await insertRow(transaction, 'imports', imported);
  });
  have.TrackingCheckpoint = { id: checkpoint.id, '@id': `/tracking_checkpoints/${checkpoint.id}` };
  have.Import = { id: imported.id, '@id': `/imports/${imported.id}` };
  have.WorkflowRun = { id: run.id, '@id': `/workflow_runs/${run.id}` };
  have.Message = { id: message.id, '@id': `/messages/${message.id}` };
  const log = await fetchItem(`${have.Team['@id']}/audit_log?workspace=${have.Workspace.id}&itemsPerPage=1`);
  have.AuditEntry = log['hydra:member'][0];
  have.Review = { id: review.id, '@id': `/reviews/${review.id}` };
  for (const name of Object.keys(have)) have[name] = await fetchItem(have[name]['@id'] as string);
  return have;
}
