import { Type } from '@sinclair/typebox';

import { advance } from '../workspace';
import { type Route } from './route';

const dayMs = 24 * 60 * 60 * 1000;

const bodyShape = Type.Object(
  {
    days: Type.Optional(Type.Number({ minimum: 0, maximum: 3650 })),
    seconds: Type.Optional(Type.Number({ minimum: 0, maximum: 1e8 })),
  },
  { additionalProperties: false, minProperties: 1 },
);

export const advanceClock: Route = (app, workspace) => {
  app.post(
    '/clock/advance',
    {
      schema: {
        operationId: 'sandboxAdvanceClock',
        tags: ['sandbox'],
        security: [],
        summary: 'Move the clock forward; answers when all that fell due on the way is done',
        body: bodyShape,
        response: { 200: Type.Object({ now: Type.String({ format: 'date-time' }) }) },
      },
    },
    async ({ body: { days = 0, seconds = 0 } }, reply) => {
      await advance(workspace, days * dayMs + seconds * 1000);
      return reply.send({ now: new Date(workspace.clock.now()).toISOString() });
    },
  );
};
