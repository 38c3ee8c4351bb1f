/** Three lines for a shell with the real values: a token, a list, a new shipment. */
export function curlExamples(workspaceId: string, clientId: string, secret: string): string {
  const { origin } = window.location;
  const workspace = `/workspaces/${workspaceId}`;
  const credentials = `-d grant_type=client_credentials -d client_id=${clientId} -d client_secret=${secret}`;
  const shipment = JSON.stringify({
    workspace,
    trackingNumber: 'TM102HELLO1TM',
    orderNumbers: ['HELLO-1'],
    email: 'ada@example.com',
  });
  return [
    `TOKEN=$(curl -s '${origin}/oauth/v2/token' ${credentials} | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `curl -sg -H "Authorization: Bearer $TOKEN" '${origin}${workspace}/shipments?itemsPerPage=2'`,
    `curl -s -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' '${origin}/shipments' -d '${shipment}'`,
  ].join('\n\n');
}
