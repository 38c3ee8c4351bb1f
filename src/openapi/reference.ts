import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ServedFile } from './served-file.js';

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/**
 * What the page does: it shows the document, with the address at which the browser sees this server. It follows the
 * references of an operation itself: Swagger UI would read the whole document anew for each one that is opened.
 */
const START = `const base = new URL('..', document.baseURI).href.replace(/\\/$/, '');
const answer = await fetch(base + '/docs.json', { headers: { Accept: 'application/json' } });
const spec = await answer.json();
spec.servers = [{ url: base }];
spec.components.securitySchemes.oauth2.flows.clientCredentials.tokenUrl = base + '/oauth/v2/token';
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
`;

const LOOK = `body { margin: 0; background: #fff; color: #1f2933; }
.swagger-ui, .swagger-ui .info .title, .swagger-ui .opblock-tag, .swagger-ui .opblock .opblock-summary-description,
.swagger-ui .btn, .swagger-ui select, .swagger-ui label, .swagger-ui .info li, .swagger-ui .info p,
.swagger-ui table thead tr th, .swagger-ui .parameter__name, .swagger-ui .tab li, .swagger-ui .response-col_status {
  font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif;
}
.swagger-ui .info { margin: 32px 0 16px; }
.swagger-ui .scheme-container { margin: 0 0 16px; padding: 16px 0; background: none; box-shadow: none; }
.swagger-ui .opblock-tag small { font-size: 14px; color: #52606d; }
.swagger-ui .opblock { margin: 0 0 8px; border-radius: 4px; box-shadow: none; }
.swagger-ui .servers-title, .swagger-ui .servers { display: none; }
`;

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#c98a4b" d="M3 10 16 3l13 7v12l-13 7-13-7z"/><path fill="#e8b880" d="m3 10 13-7 13 7-13 7z"/><path fill="#f7e7d2" d="m9 6.800 13 7v5l3-1.600v-5L12 5.200z"/></svg>
`;

/**
 * An interactive reference: Swagger UI from its npm package, and nothing from elsewhere.
 * It stands at `<basePath>/docs`, its files below.
 */
export class Reference {
  readonly page: ServedFile;
  private readonly files: ReadonlyMap<string, ServedFile>;

  /** `basePath` is the path of the URL that clients see, without a trailing slash. */
  constructor(basePath: string) {
    const directory = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
    const packaged = (name: string, type: string): readonly [string, ServedFile] => [
      name,
      new ServedFile(type, readFileSync(join(directory, name))),
    ];
    this.files = new Map([
      packaged('swagger-ui.css', STYLE),
      ['look.css', new ServedFile(STYLE, LOOK)],
      packaged('swagger-ui-bundle.js', SCRIPT),
      ['start.js', new ServedFile(SCRIPT, START)],
      ['icon.svg', new ServedFile('image/svg+xml', ICON)],
    ]);
    this.page = new ServedFile('text/html; charset=utf-8', this.html(basePath));
  }

  file(name: string): ServedFile | undefined {
    return this.files.get(name);
  }

  private html(basePath: string): string {
    const at = (name: string): string => `${name}?v=${this.file(name)?.hash}`;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Waybill API</title>
<base href="${encodeURI(basePath)}/docs/">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" type="image/svg+xml" href="${at('icon.svg')}">
<link rel="stylesheet" href="${at('swagger-ui.css')}">
<link rel="stylesheet" href="${at('look.css')}">
<script defer src="${at('swagger-ui-bundle.js')}"></script>
<script type="module" src="${at('start.js')}"></script>
</head>
<body>
<main id="reference"></main>
<noscript>This page needs JavaScript. The same is in <a href="../docs.json">docs.json</a>.</noscript>
</body>
</html>
`;
  }
}
