import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ServedFile } from './served-file.js';

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

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
.swagger-ui .servers-title, .swagger-ui .servers, .swagger-ui .response-col_links { display: none; }
.swagger-ui .response > td, .swagger-ui .parameters td { padding-bottom: 12px; }
.swagger-ui .response .response-col_description__inner p { margin: 0; }
`;

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#c98a4b" d="M3 10 16 3l13 7v12l-13 7-13-7z"/><path fill="#e8b880" d="m3 10 13-7 13 7-13 7z"/><path fill="#f7e7d2" d="m9 6.800 13 7v5l3-1.600v-5L12 5.200z"/></svg>
`;

const packaged = (name: string): Buffer =>
  readFileSync(join(dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')), name));

/** An interactive reference: Swagger UI from its npm package, and nothing from elsewhere. Its files are below `/docs/`. */
export class Reference {
  private readonly files: ReadonlyMap<string, ServedFile> = new Map([
    ['icon.svg', new ServedFile('image/svg+xml', ICON)],
    ['swagger-ui.css', new ServedFile(STYLE, packaged('swagger-ui.css'))],
    ['look.css', new ServedFile(STYLE, LOOK)],
    ['swagger-ui-bundle.js', new ServedFile(SCRIPT, packaged('swagger-ui-bundle.js'))],
    ['start.js', new ServedFile(SCRIPT, readFileSync(new URL('page/start.js', import.meta.url)))],
  ]);

  readonly page = new ServedFile('text/html; charset=utf-8', this.html());

  file(name: string): ServedFile | undefined {
    return this.files.get(name);
  }

  private html(): string {
    const at = (name: string): string => `/docs/${name}?v=${this.file(name)?.hash}`;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Waybill API</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" type="image/svg+xml" href="${at('icon.svg')}">
<link rel="stylesheet" href="${at('swagger-ui.css')}">
<link rel="stylesheet" href="${at('look.css')}">
<script defer src="${at('swagger-ui-bundle.js')}"></script>
<script type="module" src="${at('start.js')}"></script>
</head>
<body>
<main id="reference"></main>
<noscript>This page needs JavaScript. It shows what is in /docs.json.</noscript>
</body>
</html>
`;
  }
}
