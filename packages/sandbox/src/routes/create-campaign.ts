import { Type } from '@sinclair/typebox';

import { newId } from '../chance';
import { type Campaign } from '../domain';
import { type Route } from '../http/app';
import { responses } from './shared';

const Body = Type.Object(
  {
    name: Type.String({ minLength: 1 }),
    sequenceSteps: Type.Optional(
      Type.Array(
        Type.Object(
          {
            subject: Type.String(),
            bodyHtml: Type.String(),
            delayDays: Type.Optional(
              Type.Integer({
                minimum: 0,
                description: 'Days after the previous step; the first step takes none',
              }),
            ),
          },
          { additionalProperties: false },
        ),
      ),
    ),
  },
  { additionalProperties: false },
);

export const createCampaign: Route = (app, { dialect, campaigns, clock, random }) => {
  app.post(
    '/campaigns',
    {
      schema: {
        operationId: 'createCampaign',
        tags: ['campaigns'],
        summary: 'Create a draft campaign',
        body: Body,
        response: responses(dialect, dialect.createCampaign, 201),
      },
    },
    ({ body }, reply) => {
      const campaign: Campaign = {
        id: newId('camp', random),
        name: body.name,
        status: 'draft',
        steps: (body.sequenceSteps ?? []).map(({ subject, bodyHtml, delayDays = null }, stepIndex) => ({
          stepIndex,
          subject,
          bodyHtml,
          delayDays,
        })),
        createdAt: clock.now(),
        startedAt: null,
        pausedAt: null,
      };
      campaigns.add(campaign);
      return reply.code(201).send(dialect.createCampaign.body(campaign));
    },
  );
};
