import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type App } from '../http/app';

/** Beside the sources, and beside what is built of them. */
const folder = path.join(__dirname, '..', '..', 'assets');

const assets = [
  { name: 'page.css', type: 'text/css; charset=utf-8', file: path.join(folder, 'page.css') },
  { name: 'live.js', type: 'text/javascript; charset=utf-8', file: path.join(folder, 'live.js') },
  {
    name: 'idiomorph.js',
    type: 'text/javascript; charset=utf-8',
    file: require.resolve('idiomorph/dist/idiomorph.esm.js'),
  },
];

/** The files that the page loads, as they are on the disk: nothing is built. */
export function pageAssets(app: App): void {
  for (const { name, type, file } of assets) {
    const content = readFileSync(file);
    app.get(`/assets/${name}`, { schema: { hide: true } }, (_request, reply) =>
      reply.type(type).header('cache-control', 'no-cache').send(content),
    );
  }
}
