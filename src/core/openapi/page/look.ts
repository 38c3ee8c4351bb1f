/** How the pages look beside what Swagger UI brings. */
export const LOOK = `body { margin: 0; background: #fff; color: #1f2933; }
nav { display: flex; flex-wrap: wrap; gap: 4px 24px; max-width: 1420px; box-sizing: border-box; margin: 0 auto; padding: 12px 20px 0; border-bottom: 1px solid #d9e2ec; }
nav a { padding: 8px 0; border-bottom: 3px solid transparent; color: #1a56b0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav a[aria-current] { border-color: #c98a4b; color: inherit; font-weight: 600; text-decoration: none; }
:focus-visible { outline: 3px solid #d97706; outline-offset: 2px; }
nav, .swagger-ui, .swagger-ui .info .title, .swagger-ui .opblock-tag, .swagger-ui .opblock .opblock-summary-description,
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

export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="#c98a4b" d="M3 10 16 3l13 7v12l-13 7-13-7z"/><path fill="#e8b880" d="m3 10 13-7 13 7-13 7z"/><path fill="#f7e7d2" d="m9 6.800 13 7v5l3-1.600v-5L12 5.200z"/></svg>
`;
