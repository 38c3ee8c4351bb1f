/* global SwaggerUIBundle, window -- this runs in the browser */
// Shows the OpenAPI document, with the address at which the browser sees this server. References are followed here, for
// the operation that is opened: Swagger UI would read the whole document anew for each one.

const { origin } = window.location;
const answer = await fetch('/docs.json', { headers: { Accept: 'application/json' } });
const spec = await answer.json();
spec.servers = [{ url: origin }];
spec.components.securitySchemes.oauth2.flows.clientCredentials.tokenUrl = origin + '/oauth/v2/token';
for (const { parameters = [], ...operations } of Object.values(spec.paths)) {
  for (const operation of Object.values(operations)) {
    operation.parameters = [...parameters, ...(operation.parameters ?? [])];
  }
}

const find = (path) => path.reduce((node, key) => node[key.replace(/~1/g, '/').replace(/~0/g, '~')], spec);

function resolved(node, trail = []) {
  if (Array.isArray(node)) return node.map((each) => resolved(each, trail));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...rest } = node;
  if (typeof $ref !== 'string') {
    return Object.fromEntries(Object.entries(node).map(([key, each]) => [key, resolved(each, trail)]));
  }
  const path = $ref.slice(2).split('/');
  const title = path[1] === 'schemas' ? { title: path[2] } : {};
  if (trail.includes($ref)) return { type: 'object', ...title, ...rest };
  return { ...title, ...resolved(find(path), [...trail, $ref]), ...rest };
}

const ownReferences = { fn: { resolveSubtree: (_, path) => ({ spec: resolved(find(path)), errors: [] }) } };

window.ui = SwaggerUIBundle({
  spec,
  dom_id: '#reference',
  plugins: [() => ownReferences],
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: -1,
  defaultModelExpandDepth: 2,
  displayRequestDuration: true,
  filter: true,
  validatorUrl: null,
});
