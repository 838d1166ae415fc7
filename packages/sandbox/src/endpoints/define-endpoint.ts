import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { type FastifyRequest, type preHandlerHookHandler } from 'fastify';

import { type Answer } from '../dialects/answer';
import { type Dialect, type PerDialect } from '../dialects/dialect';
import { ApiError } from '../http/api-error';
import { type App } from '../http/app';
import { type Workspace } from '../workspace';

/** What a request must look like. An endpoint without `body` takes none. */
type Input = { params?: TSchema; querystring?: TSchema; body?: TSchema };

type Fitting<Schema> = Schema extends TSchema ? Static<Schema> : unknown;

type RouteOf<Schema extends Input> = {
  Params: Fitting<Schema['params']>;
  Querystring: Fitting<Schema['querystring']>;
  Body: Fitting<Schema['body']>;
  Reply: unknown;
};

type Definition<Schema extends Input, Subject> = {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below /v1, with parameters as in `/campaigns/:id/start`. */
  path: `/${string}`;
  operationId: string;
  tag: string;
  summary: string;
  input: Schema;
  /** Lets requests through that do not fit `input`: `open` finds what is wrong in `validationError`. */
  sortsOutProblems?: boolean;
  /** Tables of its own: `CREATE TABLE IF NOT EXISTS …`. A reset empties them with the others. */
  tables?: string;
  /** The status of success. Default: 200. */
  status?: 200 | 201 | 204;
  /** What the answer holds, which is its envelope's key in some dialects. Left out, it is bare in all of them. */
  holds?: string;
  /** One answer for all dialects, or one for each. */
  answers: Answer<Subject> | PerDialect<Answer<Subject>>;
  /** Makes the handler for a workspace. The handler returns what `answers` tell of; it throws an ApiError to refuse. */
  open: (workspace: Workspace) => (request: FastifyRequest<RouteOf<Schema>>) => Subject;
};

export type Endpoint = {
  method: Definition<Input, unknown>['method'];
  path: Definition<Input, unknown>['path'];
  tag: string;
  tables: string | null;
  register: (app: App, workspace: Workspace) => void;
};

/** One endpoint of the API, whole: its request, what it does, and its answer in every dialect. */
export function defineEndpoint<const Schema extends Input, Subject>(
  definition: Definition<Schema, Subject>,
): Endpoint {
  const { method, path, tag, status = 200, input } = definition;
  return {
    method,
    path,
    tag,
    tables: definition.tables ?? null,
    register: (app, workspace) => {
      const { dialect } = workspace;
      const { schema, body } = answerOf(definition, dialect);
      const handle = definition.open(workspace);
      app.route<RouteOf<Schema>>({
        method,
        url: path,
        attachValidation: definition.sortsOutProblems ?? false,
        ...(input.body === undefined ? { preHandler: refuseBody } : {}),
        schema: {
          ...input,
          operationId: definition.operationId,
          tags: [tag],
          summary: definition.summary,
          // Some refusals say more, such as why a draft was blocked.
          response: { [status]: schema, '4xx': { ...dialect.error.schema, additionalProperties: true } },
        },
        handler: (request, reply) => reply.code(status).send(body(handle(request))),
      });
    },
  };
}

/** What an endpoint answers in a dialect, in that dialect's envelope. */
function answerOf<Schema extends Input, Subject>(
  { answers, holds }: Definition<Schema, Subject>,
  dialect: Dialect,
): Omit<Answer<Subject>, 'whole'> {
  const answer = 'schema' in answers ? answers : dialect.choose(answers);
  const key = answer.whole || holds === undefined ? null : dialect.envelope(holds);
  if (key === null) return answer;
  return {
    schema: Type.Object({ [key]: answer.schema }),
    body: (subject) => ({ [key]: answer.body(subject) }),
  };
}

/** An empty object passes, a body that says something does not. */
const refuseBody: preHandlerHookHandler = ({ body }, _reply, done) => {
  const empty = typeof body === 'object' && Object.keys(body ?? {}).length === 0;
  if (body === undefined || empty) done();
  else done(new ApiError(400, 'invalid_request', 'This endpoint takes no body.'));
};
