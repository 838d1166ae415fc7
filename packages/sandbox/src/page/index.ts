import { Type } from '@sinclair/typebox';
import { html } from 'hono/html';

import { type Faults } from '../faults/faults';
import { type App } from '../http/app';
import { type Workspace } from '../workspace';
import { pageActions } from './actions';
import { pageAssets } from './assets';
import { layout } from './layout';
import { liveUpdates } from './live';
import { views } from './views';

/** Nothing but what this server sends may act on the page, and nobody may put it into a frame. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; " +
  "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** An email runs no script, fetches nothing and leads nowhere, also when it is opened outside of the page's frame. */
const mailPolicy =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; " +
  "frame-ancestors 'self'";

const nothing = {
  title: 'Not there',
  body: html`<p>There is nothing here, or not any more.</p>`,
};

const textValues = Type.Record(Type.String(), Type.String());

/** The page at `/`, on which people see what would have been sent. It works without script; with it, it stays up to date. */
export async function addPage(app: App, workspace: Workspace, faults: Faults): Promise<void> {
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers({
      'content-security-policy': pagePolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    done();
  });
  const changed = liveUpdates(app, workspace);
  pageAssets(app);
  await app.register((actions: App) => pageActions(actions, workspace, faults, changed), {
    prefix: '/actions',
  });

  for (const view of views) {
    const open = view.open(workspace, faults);
    const schema = { hide: true, params: textValues, querystring: textValues };
    app.get(view.path, { schema }, async ({ params, query, url }, reply) => {
      const shown = open({ params, query });
      const path = url.split('?', 1).join('');
      return reply
        .code(shown === null ? 404 : 200)
        .type('text/html; charset=utf-8')
        .send(String(await layout(workspace, faults, path, shown ?? nothing)));
    });
  }

  const mail = { hide: true, params: Type.Object({ id: Type.String() }) };
  app.get('/messages/:id/body', { schema: mail }, ({ params }, reply) => {
    const message = workspace.messages.find(params.id);
    return reply
      .code(message === null ? 404 : 200)
      .header('content-security-policy', mailPolicy)
      .type('text/html; charset=utf-8')
      .send(message?.bodyHtml ?? 'There is no such email.');
  });
}
