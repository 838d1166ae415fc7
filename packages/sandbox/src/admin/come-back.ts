import { Type } from '@sinclair/typebox';

import { comeBackLate } from '../sending/come-back';
import { answerClassifications, bounceOf, replyOf } from '../sending/fate';
import { type Route } from './route';

const params = Type.Object({ id: Type.String() });
const schema = { tags: ['sandbox'], security: [], params, response: { 204: Type.Null() } };

export const bounceMessage: Route = (app, workspace) => {
  const body = Type.Object(
    { type: Type.Optional(Type.Union([Type.Literal('hard'), Type.Literal('soft')])) },
    { additionalProperties: false },
  );
  app.post(
    '/messages/:id/bounce',
    {
      schema: {
        ...schema,
        operationId: 'sandboxBounceMessage',
        summary: 'Have a sent message bounce, hard unless said otherwise',
        body,
      },
    },
    ({ params: { id }, body: { type = 'hard' } }, reply) => {
      comeBackLate(workspace, id, bounceOf(type));
      reply.code(204).send(null);
    },
  );
};

export const answerMessage: Route = (app, workspace) => {
  const body = Type.Object(
    {
      classification: Type.Optional(Type.Union(answerClassifications.map((name) => Type.Literal(name)))),
    },
    { additionalProperties: false },
  );
  app.post(
    '/messages/:id/answer',
    {
      schema: {
        ...schema,
        operationId: 'sandboxAnswerMessage',
        summary: 'Have a sent message answered, as interested unless said otherwise',
        body,
      },
    },
    ({ params: { id }, body: { classification = 'interested' } }, reply) => {
      comeBackLate(workspace, id, replyOf(classification));
      reply.code(204).send(null);
    },
  );
};
