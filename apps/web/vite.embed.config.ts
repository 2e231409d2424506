import { defineConfig } from 'vite';

/** The one script that other sites load, `build/client/embed.js`: no module, no dependency, a few kB. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'build/client',
    emptyOutDir: false,
    reportCompressedSize: false,
    lib: { entry: 'src/embed/embed.ts', formats: ['iife'], name: 'vidimus', fileName: () => 'embed.js' },
  },
});
