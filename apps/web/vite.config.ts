import { reactRouter } from '@react-router/dev/vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vite';

/** The server's half is one module, `build/server/index.js`, that the server process loads: see src/answer.ts. */
export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  build: {
    target: 'es2022',
    // Nothing is inlined into script or style: the policy of the pages allows no data: addresses.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  environments: {
    ssr: {
      build: { rollupOptions: { input: './src/answer.ts' } },
      // It brings its libraries along, built for production whatever NODE_ENV the server runs with.
      resolve: { noExternal: true },
    },
  },
  worker: { format: 'es' },
});
