import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Html, html } from '../http/html.js';
import type { DescribedApi } from './described-api.js';
import { ICON, LOOK } from './page/look.js';
import { ServedFile } from './served-file.js';

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

const packaged = (name: string): Buffer =>
  readFileSync(join(dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')), name));

/** An OpenAPI document and the page that shows it. */
export interface Published {
  readonly document: ServedFile;
  readonly page: ServedFile;
}

/**
 * Interactive references of some APIs: Swagger UI from its npm package, and nothing from elsewhere. Their files are below
 * `/docs/`.
 */
export class Reference {
  private readonly files: ReadonlyMap<string, ServedFile> = new Map([
    ['icon.svg', new ServedFile('image/svg+xml', ICON)],
    ['swagger-ui.css', new ServedFile(STYLE, packaged('swagger-ui.css'))],
    ['look.css', new ServedFile(STYLE, LOOK)],
    ['swagger-ui-bundle.js', new ServedFile(SCRIPT, packaged('swagger-ui-bundle.js'))],
    ['start.js', new ServedFile(SCRIPT, readFileSync(new URL('page/start.js', import.meta.url)))],
  ]);

  constructor(
    private readonly apis: readonly DescribedApi[],
    private readonly publicUrl: string,
  ) {}

  file(name: string): ServedFile | undefined {
    return this.files.get(name);
  }

  /** What there is to read about one of the APIs. */
  published(api: DescribedApi): Published {
    const json = JSON.stringify(api.make(this.publicUrl));
    return {
      document: new ServedFile('application/json; charset=utf-8', json),
      page: new ServedFile('text/html; charset=utf-8', this.html(api)),
    };
  }

  private html({ path, title }: DescribedApi): string {
    const at = (name: string): string => `/docs/${name}?v=${this.file(name)?.hash}`;
    const links = this.apis.map(
      (api) =>
        html`<a href="${api.path}" ${api.path === path && new Html('aria-current="page"')}>${api.title}</a>`,
    );
    return html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <title>${title} – Waybill API</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <link rel="icon" type="image/svg+xml" href="${at('icon.svg')}" />
          <link rel="stylesheet" href="${at('swagger-ui.css')}" />
          <link rel="stylesheet" href="${at('look.css')}" />
          <script defer src="${at('swagger-ui-bundle.js')}"></script>
          <script type="module" src="${at('start.js')}"></script>
        </head>
        <body>
          <nav aria-label="APIs">${links}<a href="/docs/guide">Guide</a></nav>
          <main id="reference" data-document="${path}.json"></main>
          <noscript>This page needs JavaScript. It shows what is in ${path}.json.</noscript>
        </body>
      </html> `.text;
  }
}
