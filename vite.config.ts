import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The pages of the browser programs: URL folder -> source. One line for each program. */
const pages: Readonly<Record<string, string>> = {
  citizen: 'portal/citizen/index.html',
  terminal: 'portal/terminal/index.html',
  desk: 'portal/desk/index.html',
  designer: 'designer/index.html',
};

/** The style sheet of the script-free pages; it keeps its plain name so that the server can link it. */
const PAGES_STYLE = 'portal/pages/pages.css';

/** Writes `portal/desk/index.html` as `desk/index.html`: the folder of the URL, not of the source. */
function placePages(): Plugin {
  return {
    name: 'place-pages',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const [folder, source] of Object.entries(pages)) {
        const page = bundle[source];
        if (page !== undefined) page.fileName = `${folder}/index.html`;
      }
    },
  };
}

function inputs(): Record<string, string> {
  const found = Object.entries(pages).filter(([, source]) => existsSync(absolute(source)));
  return {
    ...Object.fromEntries(found.map(([folder, source]) => [folder, absolute(source)])),
    pages: absolute(PAGES_STYLE),
  };
}

function absolute(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}

const api = `http://127.0.0.1:${process.env.PORT ?? '3000'}`;

export default defineConfig({
  base: '/',
  plugins: [react(), placePages()],
  server: { proxy: { '/api': api } },
  build: {
    outDir: 'dist/web',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: inputs(),
      output: {
        assetFileNames: (asset) =>
          asset.originalFileNames.includes(PAGES_STYLE)
            ? 'pages.css'
            : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
