import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Bundles the admin into the folder that the first argument names, as one file `admin.js`. */
await build({
  configFile: false,
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
  build: {
    outDir: process.argv[2],
    emptyOutDir: false,
    minify: false,
    lib: {
      entry: fileURLToPath(new URL('main.mjs', import.meta.url)),
      formats: ['es'],
      fileName: () => 'admin.js',
    },
  },
});
