/** A program that works with a client that `@hey-api/openapi-ts` has made: it lists, makes, changes and deletes. */
export const WITH_HEY_API = `
import { client } from './TrackMage/hey/client.gen.js';
import {
  deleteShipmentItem,
  getShipmentCollection,
  getShipmentItem,
  postShipmentCollection,
  putShipmentItem,
} from './TrackMage/hey/sdk.gen.js';

const { SERVER = '', TOKEN = '', WORKSPACE = '' } = process.env;
client.setConfig({ baseUrl: SERVER, auth: TOKEN, throwOnError: true });
const throwOnError = true;
const { data: made } = await postShipmentCollection({
  throwOnError,
  body: { workspace: WORKSPACE, trackingNumber: 'HEY1' },
});
const { data: list } = await getShipmentCollection({ throwOnError, query: { trackingNumber: made.trackingNumber! } });
const { data: changed } = await putShipmentItem({
  throwOnError,
  path: { id: made.id },
  body: { email: 'ada@example.com' },
});
await deleteShipmentItem({ throwOnError, path: { id: made.id } });
const { response } = await getShipmentItem({ path: { id: made.id }, throwOnError: false });
console.log(JSON.stringify([made['@id'] === '/shipments/' + made.id, list['hydra:totalItems'], changed.email, response?.status]));
`;

/** The same with a client that orval has made, whose answers its zod schemas check. */
export const WITH_ORVAL = `
import {
  deleteShipmentItem,
  getShipmentCollection,
  getShipmentItem,
  postShipmentCollection,
  putShipmentItem,
} from './TrackMage/fetch.js';
import { getShipmentItemResponse, postShipmentCollectionBody } from './TrackMage/zod.js';

const { SERVER = '', TOKEN = '', WORKSPACE = '' } = process.env;
// its addresses have no host
const { fetch } = globalThis;
globalThis.fetch = (path, init) => fetch(SERVER + String(path), init);
const headers = { Authorization: 'Bearer ' + TOKEN, Accept: 'application/ld+json', 'Content-Type': 'application/ld+json' };
const body = { workspace: WORKSPACE, trackingNumber: 'ORVAL1' };
const { shipmentItems, ...checked } = postShipmentCollectionBody.parse(body);
const created = await postShipmentCollection(body, undefined, { headers });
if (created.status !== 201 || typeof created.data === 'string' || !('@id' in created.data)) throw new Error(JSON.stringify(created));
const { id } = created.data;
const list = await getShipmentCollection({ trackingNumber: 'ORVAL1' }, { headers });
const changed = await putShipmentItem(id, { email: 'ada@example.com' }, undefined, { headers });
const shown = await getShipmentItem(id, { headers });
const isAsDocumented = getShipmentItemResponse.safeParse(shown.data).success;
const removed = await deleteShipmentItem(id, undefined, { headers });
console.log(
  JSON.stringify([
    checked.trackingNumber,
    shipmentItems === undefined,
    list.status === 200 && 'hydra:totalItems' in Object(list.data) && Object(list.data)['hydra:totalItems'],
    changed.status === 200 && Object(changed.data).email,
    isAsDocumented,
    removed.status,
  ]),
);
`;

/** Sends the requests of a Postman collection with newman, and prints the status of each: \`[["GET /orders", 200], …]\`. */
export const WITH_NEWMAN = `
const newman = require('newman');
const { SERVER = '', TOKEN = '', COLLECTION = '' } = process.env;
const collection = require(COLLECTION);
// streams have no end
const isStream = ({ request }) => ['mcp', 'mercure'].includes(request?.url?.path?.at(-1));
const without = (items) =>
  items.filter((each) => !isStream(each)).map((each) => (each.item ? { ...each, item: without(each.item) } : each));
newman.run(
  {
    collection: {
      ...collection,
      item: without(collection.item),
      auth: { type: 'bearer', bearer: [{ key: 'token', value: TOKEN }] },
      variable: [{ key: 'baseUrl', value: SERVER }],
    },
    timeoutRequest: 20_000,
  },
  (error, summary) => {
    if (error) throw error;
    const { executions, failures } = summary.run;
    const statuses = executions.map(({ item, response }) => [
      item.request.method + ' /' + item.request.url.path.join('/'),
      response?.code ?? null,
    ]);
    console.log(JSON.stringify({ statuses, failures: failures.map(({ error }) => error.message) }));
  },
);
`;
