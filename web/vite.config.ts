import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server of `npm run dev` asks the API here. */
const API = 'http://127.0.0.1:3000';

export default defineConfig({
  base: '/app/',
  plugins: [react()],
  // as it is, without having been built
  resolve: {
    alias: {
      'waybill-client': fileURLToPath(new URL('../clients/typescript/src/index.ts', import.meta.url)),
    },
  },
  build: {
    target: 'es2023',
    // the policy allows files alone
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    manifest: 'manifest.json',
  },
  server: { proxy: { '^/(?!app(?:/(?!mail-frame)|$))': API } },
});
