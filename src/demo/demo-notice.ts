import type { Tenant } from '../modules/identity/tenants/create-tenant.js';
import type { Demo } from './make-demo.js';

/** What to paste into a shell to get a token, list shipments and post one; each is one line. */
export function curlLines(tenant: Tenant, url: string): readonly [token: string, list: string, post: string] {
  const { clientId, clientSecret } = tenant;
  const workspace = `/workspaces/${tenant.workspaces[0]?.id}`;
  const credentials = `-d grant_type=client_credentials -d client_id=${clientId} -d client_secret=${clientSecret}`;
  const query = 'trackingStatus[]=in_transit&daysInTransit[gte]=10&order[createdAt]=desc&itemsPerPage=2';
  const shipment = {
    workspace,
    trackingNumber: 'TM102HELLO1TM',
    orderNumbers: ['HELLO-1'],
    email: 'ada@example.com',
    address: { firstName: 'Ada', city: 'London', countryIso2: 'GB' },
  };
  return [
    `TOKEN=$(curl -s '${url}/oauth/v2/token' ${credentials} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `curl -sg -H "Authorization: Bearer $TOKEN" '${url}${workspace}/shipments?${query}'; echo`,
    `curl -s -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' '${url}/shipments' -d '${JSON.stringify(shipment)}'; echo`,
  ];
}

/** Plain text for whoever started the server for the first time. */
export function demoNotice(tenant: Demo, url: string): string {
  const [token, list, post] = curlLines(tenant, url);
  const titles = tenant.workspaces.map(({ title }) => `"${title}"`).join(' and ');
  return `
The database was empty: it has a demo team now, with the workspaces ${titles}.

Open the dashboard, signed in (the link works once, within a day):

  ${url}/oauth/v2/session/demo/${tenant.signInCode}

  client id      ${tenant.clientId}
  client secret  ${tenant.clientSecret}   (shown only now)

Get a token, list shipments that take long, post a shipment:

${token}

${list}

${post}

Another client, when the secret is lost: node dist/src/cli.js client:create --workspace <id> --name <name>
`;
}
