import { Type } from '@sinclair/typebox';

import { emptyDatabase } from '../database/open';
import { type Route } from './route';

export const reset: Route = (app, { database }, faults) => {
  app.post(
    '/reset',
    {
      schema: {
        operationId: 'sandboxReset',
        tags: ['sandbox'],
        security: [],
        summary: 'Delete everything and end all faults',
        response: { 204: Type.Null() },
      },
    },
    (_request, reply) => {
      emptyDatabase(database);
      faults.setPlan({});
      reply.code(204).send(null);
    },
  );
};
