import { Type } from '@sinclair/typebox';

import { faults as registry } from '../faults';
import { type Route } from './route';

const planShape = Type.Object(
  {
    always: Type.Optional(Type.Array(Type.String())),
    next: Type.Optional(Type.Array(Type.String())),
    rate: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    kinds: Type.Optional(Type.Array(Type.String())),
    seed: Type.Optional(Type.Integer()),
  },
  { additionalProperties: false },
);

const schema = { tags: ['sandbox'], security: [] };

export const setFaults: Route = (app, _workspace, faults) => {
  app.post(
    '/faults',
    {
      schema: {
        ...schema,
        operationId: 'sandboxSetFaults',
        summary: 'Replace the plan of faults; an empty object ends them',
        body: planShape,
        response: { 200: planShape },
      },
    },
    ({ body }) => {
      faults.setPlan(body);
      return faults.plan;
    },
  );
};

export const listFaults: Route = (app) => {
  app.get(
    '/faults',
    {
      schema: {
        ...schema,
        operationId: 'sandboxListFaults',
        summary: 'The faults that there are',
        response: {
          200: Type.Object({
            faults: Type.Array(
              Type.Object({
                name: Type.String(),
                summary: Type.String(),
                number: Type.Union([
                  Type.Object({ meaning: Type.String(), default: Type.Integer() }),
                  Type.Null(),
                ]),
              }),
            ),
          }),
        },
      },
    },
    () => ({ faults: [...registry].map(([name, { summary, number }]) => ({ name, summary, number })) }),
  );
};
