import swagger from '@fastify/swagger';
import Fastify, { type FastifyError, type FastifyReply } from 'fastify';

import { adminRoutes } from '../admin';
import { newId } from '../chance';
import { apiEndpoints } from '../endpoints';
import { Faults } from '../faults/faults';
import { addPage } from '../page';
import { type Workspace } from '../workspace';
import { guard } from './access';
import { ApiError } from './api-error';
import { type App } from './app';
import { applyFaults } from './apply-faults';
import { requireKey } from './authentication';
import { openApi } from './open-api';
import { InvalidInput } from './problems';
import { logRequests } from './request-log';

/** Far above what a batch needs; no page names a limit. */
const bodyLimitBytes = 32 * 1024 * 1024;

/** The HTTP side: the documented endpoints under /v1, the sandbox's own under /_sandbox, its page, and /openapi.json. */
export async function buildServer(workspace: Workspace): Promise<{ app: App; faults: Faults }> {
  const app: App = Fastify({
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
    genReqId: () => newId('req', workspace.random),
    ajv: {
      customOptions: { allErrors: true, coerceTypes: false, removeAdditional: false, allowUnionTypes: true },
    },
    schemaErrorFormatter: (problems, part) => new InvalidInput(problems, part),
  });
  // The compiler has checked every answer against its schema: there the schemas only describe.
  app.setSerializerCompiler(() => (body) => JSON.stringify(body));
  const faults = new Faults(workspace);
  app.decorateRequest('faults');
  app.server.on('connection', (socket) => faults.onConnection(socket));
  acceptOnlyJson(app);
  app.setErrorHandler((error: FastifyError | ApiError, _request, reply) =>
    sendError(workspace, reply, error),
  );
  app.setNotFoundHandler((_request, reply) => sendError(workspace, reply, noSuchEndpoint()));

  await app.register(swagger, openApi(workspace));
  app.get('/openapi.json', { schema: { hide: true } }, (_request, reply) => reply.send(app.swagger()));
  await app.register(
    (api: App, _options, done) => {
      logRequests(api, workspace);
      applyFaults(api, faults);
      requireKey(api, workspace.apiKey);
      api.setNotFoundHandler((_request, reply) => sendError(workspace, reply, noSuchEndpoint()));
      api.addSchema({ ...workspace.dialect.lead, $id: 'Lead' });
      for (const endpoint of apiEndpoints) endpoint.register(api, workspace);
      done();
    },
    { prefix: '/v1' },
  );
  await app.register(
    (admin: App, _options, done) => {
      guard(admin, workspace);
      logRequests(admin, workspace);
      for (const route of adminRoutes) route(admin, workspace, faults);
      done();
    },
    { prefix: '/_sandbox' },
  );
  await app.register(async (page: App) => {
    guard(page, workspace);
    await addPage(page, workspace, faults);
  });
  return { app, faults };
}

/** The documentation's own examples send the JSON content type with no body at all: that is no error. */
function acceptOnlyJson(app: App): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parseJson(request, body, done);
  });
}

function noSuchEndpoint(): ApiError {
  return new ApiError(404, 'not_found', 'There is no such endpoint.');
}

function sendError(
  { dialect }: Workspace,
  reply: FastifyReply,
  error: FastifyError | ApiError,
): FastifyReply {
  const refusal = error instanceof ApiError ? error : fromFastify(error);
  const { code, message, status, details } = refusal;
  return reply
    .code(status)
    .headers(details.headers ?? {})
    .send(
      Object.assign(
        {},
        dialect.error.body({
          code,
          message,
          ...(details.errors === undefined ? {} : { errors: details.errors }),
        }),
        details.more,
      ),
    );
}

/** No page lists 415: a body that is not JSON is malformed, which is a 400. */
function fromFastify(error: FastifyError): ApiError {
  const status = error.statusCode ?? 500;
  if (status >= 500) return new ApiError(500, 'internal_error', error.message);
  return new ApiError(status === 415 ? 400 : status, 'invalid_request', error.message);
}
