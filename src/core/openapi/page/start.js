/* global SwaggerUIBundle, document, window -- this runs in the browser */
// Shows the page's OpenAPI document, with the address at which the browser sees this server. References are followed here, for
// the operation that is opened: Swagger UI would read the whole document anew for each one.

const { origin } = window.location;
const answer = await fetch(document.getElementById('reference').dataset.document, {
  headers: { Accept: 'application/json' },
});
const spec = await answer.json();
const here = (url) => origin + new URL(url, origin).pathname.replace(/\/$/, '');
for (const server of spec.servers) server.url = here(server.url);
for (const { flows = {} } of Object.values(spec.components.securitySchemes)) {
  for (const flow of Object.values(flows)) {
    for (const name of ['authorizationUrl', 'tokenUrl', 'refreshUrl']) {
      if (name in flow) flow[name] = here(flow[name]);
    }
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

const asCode = (value) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

/** Swagger UI types defaults in, and shows no examples of a schema: both are told, and what the reader leaves empty is not sent. */
function untyped(parameter) {
  const { schema, description, ...rest } = resolved(parameter);
  const { default: byDefault, examples = [], ...bare } = schema;
  const told = [
    description,
    ...(byDefault === undefined ? [] : [`Without it: ${asCode(byDefault)}.`]),
    ...(examples.length === 0 ? [] : [`Such as ${examples.map(asCode).join(' or ')}.`]),
  ];
  return { ...rest, description: told.join(' '), schema: bare };
}

for (const { parameters = [], ...operations } of Object.values(spec.paths)) {
  for (const operation of Object.values(operations)) {
    operation.parameters = [...parameters, ...(operation.parameters ?? [])].map(untyped);
  }
}

const ownReferences = { fn: { resolveSubtree: (_, path) => ({ spec: resolved(find(path)), errors: [] }) } };

/** No browser sends a body with a GET; what may be in one may be in the query too. */
function withoutBodyOfGet(request) {
  if (request.method?.toUpperCase() === 'GET') delete request.body;
  return request;
}

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
  requestInterceptor: withoutBodyOfGet,
  validatorUrl: null,
});
