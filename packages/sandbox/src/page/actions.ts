import formBody from '@fastify/formbody';
import { Type } from '@sinclair/typebox';

import { emptyDatabase } from '../database/open';
import { type Faults } from '../faults/faults';
import { type App } from '../http/app';
import { comeBackLate } from '../sending/come-back';
import { answerClassifications, bounceOf, replyOf } from '../sending/fate';
import { advance, type Workspace } from '../workspace';

const hourMs = 60 * 60 * 1000;

const params = Type.Object({ id: Type.String() });
const bounceBody = Type.Object({ type: Type.Union([Type.Literal('hard'), Type.Literal('soft')]) });
const answerBody = Type.Object({
  classification: Type.Union(answerClassifications.map((name) => Type.Literal(name))),
});

/** What the page's buttons do. Each leads back to the page that it stands on; `changed` tells the pages that are open. */
export async function pageActions(app: App, workspace: Workspace, faults: Faults, changed: () => void) {
  await app.register(formBody);
  app.addHook('onResponse', (_request, _reply, done) => {
    changed();
    done();
  });

  const hours = Type.Object({ hours: Type.String({ pattern: '^\\d{1,4}$' }) });
  app.post('/advance', { schema: { hide: true, body: hours } }, async ({ body, headers }, reply) => {
    await advance(workspace, Number(body.hours) * hourMs);
    return reply.redirect(pageBefore(headers.referer), 303);
  });

  const misbehaviour = Type.Object({
    fault: Type.String(),
    meets: Type.Union([Type.Literal('next'), Type.Literal('always')]),
  });
  app.post('/misbehave', { schema: { hide: true, body: misbehaviour } }, ({ body, headers }, reply) => {
    faults.setPlan({ [body.meets]: [body.fault] });
    return reply.redirect(pageBefore(headers.referer), 303);
  });

  app.post('/behave', { schema: { hide: true } }, ({ headers }, reply) => {
    faults.setPlan({});
    return reply.redirect(pageBefore(headers.referer), 303);
  });

  app.post('/reset', { schema: { hide: true } }, (_request, reply) => {
    emptyDatabase(workspace.database);
    faults.setPlan({});
    return reply.redirect('/', 303);
  });

  const bounce = { hide: true, params, body: bounceBody };
  app.post('/messages/:id/bounce', { schema: bounce }, ({ params, body, headers }, reply) => {
    comeBackLate(workspace, params.id, bounceOf(body.type));
    return reply.redirect(pageBefore(headers.referer), 303);
  });

  const answer = { hide: true, params, body: answerBody };
  app.post('/messages/:id/answer', { schema: answer }, ({ params, body, headers }, reply) => {
    comeBackLate(workspace, params.id, replyOf(body.classification));
    return reply.redirect(pageBefore(headers.referer), 303);
  });
}

/** The page that a form was sent from, on this server whatever the header says. */
function pageBefore(referer = ''): string {
  if (!URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return `/${pathname.replace(/^\/+/, '')}${search}`;
}
